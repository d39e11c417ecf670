import type { QuestionBank } from '../src/domain/questions/question-bank'

/** Question banks, one file each in `seeds/questions`. The shape is promised by tests/seeds/questions.test.ts. */
const files = import.meta.glob<QuestionBank>('./questions/*.json', { eager: true, import: 'default' })

/** Every question bank, by number. */
export const questionBanks: readonly QuestionBank[] = Object.values(files).sort(
  (a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)),
)
