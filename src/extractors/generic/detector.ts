import { queryAll, queryOne, textOf } from '../dom'

// Rides on every page of the sites that the student chose, so it looks at little: the address, the headings, how often
// certain words stand in the text. It may be wrong; whether people are offered is for the reader to say.

/** How much text is looked at. */
const mostText = 300_000
/** Ranks and posts of people in medicine and research. No word boundaries: between two blocks there may be nothing. */
const ranks =
  /[Pp]rofessor|PROFESSOR|Lecturer|Instructor|Investigator|Postdoc|[A-Z]\w{4,20} Director|Director of|Attending|Research (?:Scientist|Associate|Fellow)|Chief of|Vice Chair|Dean (?:of|for)/g
/** A degree in the place where a name carries it. */
const degrees = /\p{L}, ?(?:M\.?D|Ph\.? ?D|D\.?O|MBBS|MPH|M\.?Sc?|R\.?N|DNP|Pharm\.?D|DDS|DMD|DVM)(?![a-z])/gu
/** Words in the address of a profile or a directory. */
const place =
  /\b(?:profiles?|people|person|faculty|directory|staff|team|members?|bios?|providers?|doctors?|physicians?|experts?|investigators?|residents|fellows)\b/i
/** Words in the address of pages that name people and are about something else. */
const elsewhere = /\b(?:news|stor(?:y|ies)|events?|calendar|blogs?|press|jobs?|careers?|login|search)\b/i
/** A heading that announces people. */
const announced =
  /^(?:(?:our|meet|core|the|affiliated|clinical|department|all)\s)*(?:faculty|people|team|staff|members|residents|fellows|physicians|providers|directory|who we are)\b/i
/** Words of a heading about something other than one person. */
const noName =
  /\b(?:about|and|of|the|our|for|with|news|home|page|university|school|college|department|center|institute|hospital|health|clinic|medicine|program|research|faculty|directory|contact|jobs?|search|office|lab|found|care)\b/i
const nameWord = /^(?:\p{Lu}[\p{L}\p{M}.'’-]*|d[aeiu]|de[lnr]|la|le|v[ao]n|al|el|bin|ter|y)$/u

/** Whether a heading could be the name of one person: two to five capitalised words, what follows a comma left out. */
function isLikeName(heading: string): boolean {
  const [whole = ''] = heading.slice(0, 200).split(/[|–—:»·(]| - /)
  const [first = '', second = ''] = whole.replace(/^\W*(?:dr|prof)\w*\.?\s/i, '').split(',')
  // "Whitcombe, Theodora": the family name by itself in front.
  const name = /\s/.test(first.trim()) ? first : `${second} ${first}`
  const words = name.trim().split(/\s+/)
  return (
    words.length > 1 && words.length < 6 && !noName.test(name) && words.every((word) => nameWord.test(word))
  )
}

/** How often a pattern stands in the text; counting ends where more would say nothing more. */
function count(text: string, pattern: RegExp): number {
  let times = 0
  for (const _ of text.matchAll(pattern)) if (++times > 20) break
  return times
}

/** Whether the page could be about one person, or list several. Takes a few milliseconds at most, and never throws. */
export function hasSignsOfPeople(doc: Document, url: URL): boolean {
  const body = queryOne(doc, 'body')
  if (!body || elsewhere.test(url.hostname + url.pathname)) return false
  const headings = queryAll(doc, 'head>title,h1,h2')
    .slice(0, 8)
    .map((heading) => textOf(heading)?.trim() ?? '')
  if (headings.some((heading) => announced.test(heading))) return true
  // With what scripts and styles in it hold: to leave them out would cost more than all the rest.
  const text = (textOf(body) ?? '').slice(0, mostText)
  const mails = queryAll(doc, 'a[href^="mailto:" i]').length
  const titled = count(text, ranks) + count(text, degrees)
  if (titled > 5 || (titled > 1 && mails > 2)) return true
  if (titled + mails === 0) return false
  return place.test(url.pathname) || headings.some(isLikeName)
}
