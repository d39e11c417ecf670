import type { Checklist } from '../src/domain/benchmarks/checklist'

/** What should stand when a year ends, one file each in `seeds/checklists`: see tests/seeds/checklists.test.ts. */
const files = import.meta.glob<Checklist>('./checklists/*.json', { eager: true, import: 'default' })

/** The checklists of the four years, in their order. */
export const checklists: readonly Checklist[] = Object.values(files).sort((a, b) => (a.id < b.id ? -1 : 1))
