import type { SpokenLine } from '../src/domain/spoken/spoken-line'

/** Something to say aloud, one file each in `seeds/spoken`. The shape is promised by tests/seeds/spoken.test.ts. */
const files = import.meta.glob<SpokenLine>('./spoken/*.json', { eager: true, import: 'default' })

/** Every spoken line, by number. */
export const spokenLines: readonly SpokenLine[] = Object.values(files).sort((a, b) => (a.id < b.id ? -1 : 1))
