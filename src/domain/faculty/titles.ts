import type { Role } from '../person/person'
import { anyRank, isTitle, lecturer, professor } from './is-title'
import { isUnitName } from './places'

export { isTitle }

/** Academic ranks and posts by which a listing can be filtered; `other` for a title that is none of these. */
export const ranks = [
  'dean-chair',
  'professor',
  'associate-professor',
  'assistant-professor',
  'instructor-lecturer',
  'emeritus',
  'fellow',
  'resident',
  'student',
  'staff',
  'other',
] as const
export type Rank = (typeof ranks)[number]

const assistant = /\bas+is*t+[ae]nt\b|\basst\b/i
const associate = /\bas+o[cs]+i?ate?\b|\bassoc\b/i

/** What may follow a rank behind a comma and still be part of it. */
const ofTheRank =
  /^(clinical|tenured?|non-?tenure|adjunct|research|teaching|emerit|step|part|full|volunteer|with|without|[ivx]+$|[\p{L} -]{0,30}(track|series|line|stream|scholar)\b)/iu

/**
 * The single titles of a line or of several: parted at semicolons, bars and bullets, and at commas where another title
 * begins ("Professor of Medicine, Director of the Lung Program"). What stands behind a rank and only says where
 * ("…, Department of Surgery", "… at Some University") is left out: it has a field of its own.
 */
export function splitTitles(text: string): string[] {
  const titles: string[] = []
  for (const part of text
    .slice(0, 2000)
    .replace(/[^\S\n]+/g, ' ')
    .split(/ ?[;|•·\n] ?| \/ /, 30)) {
    let title = ''
    for (const piece of part.split(/ ?, /, 30)) {
      const bare = piece.replace(/^(and|&)\s+/i, '')
      if (title && isTitle(bare) && !/^(jr|sr)\b/i.test(bare)) {
        titles.push(title)
        title = bare
      } else if (!title) title = piece
      else if (!anyRank.test(title) || ofTheRank.test(piece)) title += `, ${piece}`
    }
    titles.push(title)
  }
  return [...new Set(titles.flatMap(partPosts).map(dropPlace).filter(isTitle))]
}

/** Two posts of more than a word each: "University Librarian & Associate Professor"; "Professor and Chair" stays whole. */
function partPosts(title: string): string[] {
  for (const { index, 0: joint } of title.matchAll(/\s+(?:and|&)\s+(?=\p{Lu})/gu)) {
    const left = title.slice(0, index)
    const right = title.slice(index + joint.length)
    if (left.includes(' ') && isTitle(left) && isTitle(right)) return [left, ...partPosts(right)]
  }
  return [title]
}

/** "Professor at X", "Instructor in the Department of Y", "Professor – Division of Z" without the place. */
function dropPlace(title: string): string {
  const clean = title.replace(/^[\s,–—:-]+|[\s,–—:.-]+$/g, '')
  if (!anyRank.test(clean)) return clean
  const cut = clean.search(
    /\s+(at (the )?\p{Lu}|(in|of|within|for) (the )?(department|division|section|school|college|dept)\b|[–—-] )/iu,
  )
  if (cut <= 0) return clean
  const [, place = ''] = /^\s+(?:at|in|of|within|for|[–—-])\s+(?:the\s+)?(.*)$/i.exec(clean.slice(cut)) ?? []
  return isUnitName(place) && isTitle(clean.slice(0, cut)) && !/\s+of\s/i.test(clean.slice(cut, cut + 4))
    ? clean.slice(0, cut)
    : clean
}

/** Where a title says its holder works: "Surgery" of "Professor of Surgery", the department behind a comma; else empty. */
export function placeOfTitle(text: string): string {
  const behind =
    /(?:,|\s[–—-]|\b(?:in|of|within|for|at))\s+(?:the\s+)?((?:department|division|section|school|dept)\b[^,;|()]{3,120})/i.exec(
      text,
    )
  if (behind?.[1]) return behind[1].trim()
  const subject = new RegExp(
    `(?:${professor.source}|${lecturer.source})(?: emerit\\w+)?\\s+(?:of|in)\\s+(?:the\\s+)?(?:clinical |teaching |practice of |research )?([^,;|()]{4,100})`,
    'i',
  ).exec(text)
  return (
    subject
      ?.at(-1)
      ?.replace(/\s+(at|and (director|chair|chief|vice|associate|dean|head|program))\b.*$/i, '')
      .trim() ?? ''
  )
}

/** The highest rank among titles, as a listing is filtered by it. */
export function rankOf(titles: readonly string[]): Rank {
  let best: Rank = 'other'
  for (const title of titles) {
    const rank = rankOfTitle(title)
    if (rank === 'emeritus') return rank
    if (ranks.indexOf(rank) < ranks.indexOf(best)) best = rank
  }
  return best
}

function rankOfTitle(title: string): Rank {
  if (/\bemerit/i.test(title) && !/\bnot\b/i.test(title)) return 'emeritus'
  // An endowed chair ("Chair in Cardiology") is a professor's; the assistant of a dean is staff.
  if (
    /\b(dean|chair(man|woman|person)?)\b(?!['’]| in\b)/i.test(title) &&
    !/\b(to|of) the (dean|chair)\b|\boffice of\b/i.test(title)
  )
    return 'dean-chair'
  if (professor.test(title)) {
    const before = title.slice(0, title.search(professor))
    if (assistant.test(before)) return 'assistant-professor'
    return associate.test(before) ? 'associate-professor' : 'professor'
  }
  if (/\bchair in\b/i.test(title)) return 'professor'
  if (lecturer.test(title)) return 'instructor-lecturer'
  if (/\b(fellow|post-?doc\w*)\b/i.test(title)) return 'fellow'
  if (/\b(residents?|interns?|pgy[ -]?\d)\b/i.test(title)) return 'resident'
  if (/\b(student|candidate|trainee|[pm]h?d student)\b/i.test(title)) return 'student'
  if (
    /\b(staff|coordinator|co-ordinator|manager|administrat\w+|assistant|secretary|technician|technologist|specialist|analyst|librarian|receptionist|officer|advis[oe]r|associate|programmer|engineer|liaison)\b/i.test(
      title,
    ) &&
    !/\b(physician|surgeon|scientist|director|attending)\b/i.test(title)
  )
    return 'staff'
  return 'other'
}

/** What somebody is to a student, as far as titles and degrees say; null leaves it to the student. */
export function guessRole(titles: readonly string[], credentials: readonly string[]): Role | null {
  if (titles.some((title) => /\bdeans?\b/i.test(title) && rankOfTitle(title) === 'dean-chair'))
    return 'dean-advisor'
  const rank = rankOf(titles)
  if (rank === 'resident' || rank === 'fellow' || rank === 'staff') return rank
  const isPhysician = credentials.some((one) =>
    /^(md|do|mbbs|mbchb|mbbch|mdphd|mdcm)$/i.test(one.replace(/[^a-z]/gi, '')),
  )
  const isDoctor = titles.some((title) =>
    /\b(attending|physician|surgeon|hospitalist|clinician|\w+ologist)\b/i.test(title),
  )
  if (rank === 'student') return null
  if (isPhysician || (rank === 'other' && isDoctor)) return 'attending'
  return rank === 'other' && !titles.some((title) => /\b(scientist|researcher|investigator)\b/i.test(title))
    ? null
    : 'faculty-researcher'
}
