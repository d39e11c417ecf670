import type { StageId } from '../stage/stages'
import { type Addressed, audienceSchema } from '../templates/audience'
import { matchAudience } from '../templates/match-audience'
import { z } from '../z'
import { occasionSchema } from './occasion'

/** Questions worth asking one kind of person (Q), as `seeds/questions/<id>.json` holds them. */
export const questionBankSchema = z.strictObject({
  id: z.string().check(z.regex(/^Q\d{1,2}$/)),
  /** For whom, and on what: the heading of the card. */
  title: z.string().check(z.minLength(1), z.maxLength(60)),
  occasion: occasionSchema,
  audience: audienceSchema,
  /** In the order in which one would ask. */
  questions: z
    .array(z.string().check(z.minLength(1), z.maxLength(160)))
    .check(z.minLength(1), z.maxLength(6)),
})
export type QuestionBank = z.infer<typeof questionBankSchema>

/**
 * The banks that fit a person, those of this stage first and then in the order given. A bank that belongs to a rotation
 * fits in any stage, since rotations follow their own dates; others wait for their stage.
 */
export function listBanksFor(
  banks: readonly QuestionBank[],
  person: Addressed,
  stage: StageId,
): QuestionBank[] {
  const fitting = banks.filter(({ audience, occasion }) => {
    const { how } = matchAudience(audience, person)
    const isTime =
      occasion.rotation !== null || occasion.stages.length === 0 || occasion.stages.includes(stage)
    return isTime && how !== 'other'
  })
  const isNow = (bank: QuestionBank) => bank.occasion.stages.includes(stage)
  return [...fitting.filter(isNow), ...fitting.filter((bank) => !isNow(bank))]
}
