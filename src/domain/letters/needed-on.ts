import type { DatedSeason } from '../season/list-season'

/** The days on which programs begin to read, by id of `seeds/season.json`: letters should be there by then. */
const readingIds: readonly string[] = ['eras-review', 'residencycas-review', 'ophthalmology-release']

/** The earliest day of a season on which letters are needed; null when the student hid all of them. */
export function findLettersNeededOn(season: readonly DatedSeason[]): DatedSeason | null {
  const [first] = season
    .filter((one) => readingIds.includes(one.id))
    .sort((a, b) => (a.date < b.date ? -1 : 1))
  return first ?? null
}
