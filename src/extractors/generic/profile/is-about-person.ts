import { foldWords } from '../../../domain/names/fold'
import { findHeads } from '../judge-page'
import type { Outline } from '../outline'
import type { FoundName } from './find-name'

/** Headings under which one person may stand though they do not name the person. */
const peopleHead =
  /\b(directory|faculty|people|profiles?|staff|physicians?|doctors?|providers?|find an?|our (team|experts)|experts?|biograph\w+|bio|researchers?|department|division|school|college|university|welcome|home ?page|members?|investigators?|personnel|librar\w+|who'?s who|emerit\w+)\b/i
const dateLine =
  /^((posted|published|written|date|by|on)\b.{0,60}?[\s:|,-])?((mon|tues|wednes|thurs|fri|satur|sun)day,? )?((jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\.? \d{1,2}(st|nd|rd|th)?|\d{1,2} (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*),? (19|20)\d\d\b.{0,40}$|^by \p{Lu}\p{L}+ \p{Lu}.{0,40}$/iu

/** The page's own headline names the person, or at least no other thing. */
export function isAboutPerson(outline: Outline, name: FoundName): boolean {
  const heads = findHeads(outline.lines)
  const { given, middle, family } = name.name.names
  const families = foldWords(family)
  const others = foldWords(`${given} ${middle} dr prof professor`)
  const named = heads.find((line) => {
    const words = foldWords(line.text)
    return families.every((word) => words.includes(word)) && others.some((word) => words.includes(word))
  })
  if (named) {
    // A headline about the person: more words than a name and titles have, or a date under it.
    const at = outline.lines.indexOf(named)
    const isDated = outline.lines
      .slice(at + 1, at + 4)
      .some((line) => line.text.length < 120 && dateLine.test(line.text))
    return !isDated
  }
  if (heads.length && !heads.some((line) => peopleHead.test(line.text)) && !(name.inTitle && name.inAddress))
    return false
  return (
    name.inTitle ||
    (name.inHeading && name.inEmail && outline.lines.length < 120) ||
    (name.inHeading && name.inAddress)
  )
}
