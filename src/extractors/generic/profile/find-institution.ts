import { isDepartment, isInstitution, spellPlace } from '../../../domain/faculty/places'
import { findSchoolOfHost } from '../../../domain/faculty/schools'
import { foldText, foldWords } from '../../../domain/names/fold'
import { attributeOf, queryAll, queryOne } from '../../dom'
import type { Outline } from '../outline'
import type { Stated } from './find-posts'
import type { Row } from './read-rows'

const word = String.raw`\p{Lu}[\p{L}.'’&-]*`
const university = new RegExp(
  `(?:The )?(?:University|Universität|Université|Universidad|Universidade|Università|Univ\\.?) (?:of|at|de|for|do|di) (?:the )?${word}(?: (?:at |in |of |and |& |for )?${word}){0,5}` +
    `|(?:${word} (?:of |and |& |the )?){1,5}(?:University|Institute of Technology|Polytechnic|Universität)(?: (?:at |of |in )${word}(?: ${word}){0,2})?`,
  'u',
)
/** Where a university's own name ends and a part of it begins. */
const partOf =
  /\s+(?:School|College|Department|Division|Faculty|Library|Libraries|Hospitals?|Office|Board|Press|Home|Health|Medicine|Medical|Institute(?! of Tech)|Center|Cancer|Graduate|Program|Directory|Profiles?|Research|All|Privacy)\b.*$/
/** State systems: the campus behind the comma is part of the name. */
const campus =
  /^(.*\b(?:California|Wisconsin|Nevada|Maryland|Texas|Massachusetts|Tennessee|Missouri))\s*[,–—-]\s*(\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?)/u

/** "HARROW UNIVERSITY" as a name is written elsewhere. */
function lowerShout(text: string): string {
  if (text.length < 12 || text !== text.toUpperCase()) return text
  return text.replace(/\p{L}[\p{L}’']+/gu, (one) =>
    /^(OF|AND|THE|AT|FOR|IN)$/.test(one) ? one.toLowerCase() : one.charAt(0) + one.slice(1).toLowerCase(),
  )
}

/** The institution that a text names, and how high it stands: 3 university, 2 hospital or school of its own name, 1 a mere part. */
export function readInstitution(text: string): { name: string; level: number } | null {
  const line = spellPlace(
    lowerShout(text.slice(0, 300))
      .replace(/\s*\([^)]*\)/g, '')
      .replace(/^.*\b(board|regents|trustees)\b.{0,24}? of (the )?/i, ''),
  )
  const found = university.exec(line)?.[0]
  if (found) {
    // The own name reaches at least to the word "University" and what it is "of"; behind that a part may begin.
    const [least = ''] =
      /^.*?(?:Universi\S+|Univ|Technology|Polytechnic)(?: (?:of|at|de|for) (?:the )?\S+)?/.exec(found) ?? []
    const own = `${least}${found.slice(least.length).replace(partOf, '')}`
      .replace(/^(The|At|Of|And) /, '')
      .trim()
    const behind = line.slice(university.exec(line)?.index ?? 0)
    const whole = campus.exec(behind)
    return {
      name:
        whole && behind.startsWith(own) && !/^\s*(School|College)/.test(whole[2] ?? '')
          ? `${whole[1]}, ${whole[2]}`
          : own,
      level: own.split(' ').length > 1 ? 3 : 1,
    }
  }
  const part = line.split(/\s*[|»•]\s*|\s+[–—-]\s+|,\s+/).find((one) => isInstitution(one))
  if (!part || part.length > 100) return null
  // "School of Medicine" is a part of something; "Medical College of …" and "… Medical School" are names of their own.
  const isPart = /^(the )?(school|college|faculty|institute|center|centre|office|library|graduate)\b/i.test(
    part,
  )
  return { name: part, level: isPart || part.split(' ').length < 2 ? 1 : 2 }
}

/** Names the site gives itself: parts of its title, its banner, its pictures' texts, its foot. */
export function readSiteNames(outline: Outline): string[] {
  const { doc, title } = outline
  const names = title
    .split(/\s*[|»•·]\s*|\s+[–—-]\s+|:\s+/)
    .slice(1, 6)
    .reverse()
  for (const selector of [
    'meta[property="og:site_name"]',
    'meta[name="application-name"]',
    'meta[name="citation_author_institution"]',
  ])
    names.push(attributeOf(queryOne(doc, selector) ?? doc.createElement('i'), 'content') ?? '')
  for (const { zone, text } of outline.lines) {
    if (names.length > 60) break
    if (text.length > 200 || !(zone === 'header' || zone === 'footer' || /^(©|copyright|\(c\))/i.test(text)))
      continue
    for (const part of text.split(/\s*[|•·]\s*|\s+[–—-]\s+/)) {
      const name = part.replace(/^[^\p{L}]+/u, '')
      if (isInstitution(name) || (zone === 'header' && isDepartment(name))) names.push(name)
    }
  }
  // The banner is often a picture.
  for (const picture of queryAll(doc, 'img[alt]').slice(0, 12)) {
    const text = (attributeOf(picture, 'alt') ?? '')
      .slice(0, 200)
      .replace(/\s*\b(logo|home|seal|wordmark)\b/gi, '')
    if (isInstitution(text)) names.push(text)
  }
  return names.map((name) => name.trim()).filter(Boolean)
}

/** "uic" of "University of Illinois Chicago", "yale" of "Yale University". */
function fitsHost(name: string, host: string): boolean {
  const words = foldWords(name)
  const labels = host.split('.').slice(0, -1)
  const short = words
    .filter((one) => !/^(of|the|at|and|in|for)$/.test(one))
    .map((one) => one[0])
    .join('')
  return labels.some(
    (label) =>
      label.length > 1 && (label === short || words.some((one) => one.length > 3 && label.includes(one))),
  )
}

/** The university or hospital: labelled, known by the host, or the one that the parts of the page agree on. */
export function findInstitution(
  outline: Outline,
  rows: readonly Row[],
  introduction: readonly Row[],
  site: readonly string[],
  addresses: readonly string[],
): Stated<string> {
  const canonical = attributeOf(queryOne(outline.doc, 'link[rel="canonical"]'), 'href') ?? ''
  const hosts = [
    outline.url.hostname,
    /^https?:\/\/([^/:]+)/.exec(canonical)?.[1] ?? '',
    ...addresses.map((one) => one.slice(one.lastIndexOf('@') + 1)),
  ]
  const scores = new Map<string, { name: string; score: number }>()
  const offer = (text: string, weight: number) => {
    const found = readInstitution(text)
    if (!found) return
    const key = foldText(found.name).replace(/^the /, '')
    const entry = scores.get(key) ?? {
      name: found.name,
      score: found.level > 1 && fitsHost(found.name, hosts[0] ?? '') ? 4 : 0,
    }
    entry.score += found.level > 1 ? weight + (found.level - 2) * 2 : 0.1
    scores.set(key, entry)
  }
  for (const row of rows) {
    const kind = row.label ?? row.section
    if (row.isAnnouncement || row.text.length > 160) continue
    if (row.label === 'institution') {
      const labelled = readInstitution(row.text)
      if (labelled && labelled.level > 1)
        return { value: labelled.name, source: 'page.labelled', isStated: true }
    }
    if (kind === 'contact' || kind === 'department' || kind === 'title') offer(row.text, 2)
  }
  const known = hosts.map(findSchoolOfHost).find(Boolean)
  if (known) {
    const isWritten = outline.title.includes(known) || outline.lines.some((line) => line.text.includes(known))
    return { value: known, source: 'page.host', isStated: isWritten }
  }
  for (const row of introduction)
    if (
      row.text.length < 160 &&
      row.label !== 'interests' &&
      !/\b(Ph\.?D|M\.?D|B\.?[AS])\b\.?,/.test(row.text)
    )
      offer(row.text, 4)
  for (const text of site) offer(text, 3)
  // What stands over the name, on pages without a banner of their own.
  for (const row of rows.slice(0, 8))
    if (!row.label && row.line.at < (introduction[0]?.line.at ?? 0)) offer(row.text, 2)
  const ranked = [...scores.values()].sort((a, b) => b.score - a.score)
  // "Elm College of Medicine" is a part of "Elm University", when the page names both.
  const start = foldWords(ranked[0]?.name ?? '')[0]
  const best =
    ranked.find(
      (one) => /^\S+.* Universit|^Universit/.test(one.name) && foldWords(one.name).includes(start ?? ''),
    ) ?? ranked[0]
  if (!best || best.score <= 0) return { value: '', source: '', isStated: false }
  return { value: best.name, source: 'page.site', isStated: best.score >= 4 }
}
