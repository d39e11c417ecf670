import { isDepartment, isInstitution, isUnitName, spellPlace } from '../../../domain/faculty/places'
import { isTitle, placeOfTitle, splitTitles } from '../../../domain/faculty/titles'
import type { FoundName } from './find-name'
import type { Row } from './read-rows'

/** A value with where it was read and whether the page says it of this person in so many words. */
export interface Stated<T> {
  value: T
  source: string
  isStated: boolean
}

/** Lines under the name that still introduce the person. */
const nearRows = 14
const mostTitles = 10

/** The rows that introduce the person: under the name, up to the first section. */
export function findIntroduction(rows: readonly Row[], name: FoundName): Row[] {
  const start = name.from < 0 ? 0 : rows.findIndex((row) => row.line.at >= name.to)
  if (start < 0) return []
  const found: Row[] = []
  for (const row of rows.slice(start, start + nearRows)) {
    if (row.isAnnouncement && row.line.heading && row.label === null && found.length) break
    if (row.section === 'foreign' || row.section === 'others') break
    if (row.text.length > 220 && found.length) break
    if (!row.isAnnouncement && row.label !== 'text' && row.label !== 'education') found.push(row)
  }
  return joinBroken(found)
}

/** Rows with a line that ends in the middle of a phrase joined to the next. */
function joinBroken(rows: readonly Row[]): Row[] {
  const joined: Row[] = []
  let isOpen = false
  for (const row of rows) {
    const last = joined.at(-1)
    if (last && isOpen) {
      joined[joined.length - 1] = { ...row, text: `${last.text} ${row.text}`, label: last.label }
    } else joined.push(row)
    isOpen = row.text.length < 150 && /(\b(of|in|and|for|the|to|at)|[,&/-])$/i.test(row.text)
  }
  return joined
}

/** The titles of lines that begin with one; a title in the middle of a sentence is somebody's, but not surely theirs. */
function readTitles(rows: readonly Row[]): string[] {
  return joinBroken(rows).flatMap(({ text }) => {
    const first = text.split(/\s*[,;|•]\s*/, 1)[0] ?? ''
    return isTitle(first) || isUnitName(first) ? splitTitles(text) : []
  })
}

const isKind = (row: Row, kind: Row['label']) => !row.isAnnouncement && (row.label ?? row.section) === kind

const inProse =
  /\b(?:is|am|serves as|works as|currently|was appointed)\s+(?:currently\s+|now\s+)?(?:an?|the)\s+((?:[\p{L}-]+\s){0,4}(?:[Pp]rofessor|[Ii]nstructor|[Ll]ecturer)(?:\s[Ee]merit\w+)?(?:\sof\s(?:\p{Lu}[\p{L}&-]*,?\s?(?:and\s)?){1,5})?)/u

/** Ranks and posts: labelled, under or beside the name, above it, or, to be checked, in the text about the person. */
export function findTitles(
  rows: readonly Row[],
  introduction: readonly Row[],
  name: FoundName,
): Stated<string[]> {
  const labelled = readTitles(rows.filter((row) => isKind(row, 'title')))
  const beside = splitTitles(name.name.rest)
  const near = readTitles(
    introduction.filter(
      (row) => row.text.length <= 220 && (!row.label || row.label === 'title' || row.label === 'department'),
    ),
  )
  const at = rows.findIndex((row) => row.line.at >= name.from)
  const above =
    near.length || name.from < 0
      ? []
      : readTitles(
          rows.slice(Math.max(0, at - 3), at).filter((row) => row.line.zone !== 'header' && !row.label),
        )
  const stated = unique([...beside, ...near, ...labelled, ...above])
  if (stated.length)
    return {
      value: stated.slice(0, mostTitles),
      source: labelled.length ? 'page.labelled' : 'page.near-name',
      isStated: true,
    }
  for (const row of rows) {
    if (row.text.length < 40 || row.section === 'foreign' || row.section === 'papers') continue
    const title = inProse
      .exec(row.text.slice(0, 600))?.[1]
      ?.trim()
      .replace(/[,\s]+$/, '')
    if (title && isTitle(title)) {
      const shown = title.replace(
        /\b(assistant|associate|adjunct|clinical|research|full|professor|instructor|lecturer)\b/g,
        (word) => word.charAt(0).toUpperCase() + word.slice(1),
      )
      return { value: [shown], source: 'page.text', isStated: false }
    }
  }
  return { value: [], source: '', isStated: false }
}

function unique(texts: readonly string[]): string[] {
  const seen = new Set<string>()
  return texts.filter((text) => {
    const key = text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
    return !seen.has(key) && seen.add(key)
  })
}

/** A department without the university, street and town that follow it on the line. */
function cutPlace(text: string): string {
  const kept: string[] = []
  for (const piece of text.split(/\s*[|•;]\s*|,\s+/)) {
    if (kept.length && (/\d/.test(piece) || (isInstitution(piece) && !isDepartment(piece)))) break
    kept.push(piece)
  }
  return kept.join(', ').slice(0, 200)
}

/** How much the wording says "a department". */
function weighDepartment(text: string): number {
  if (/\bdep(artmen)?t\b/i.test(text)) return 2
  if (/\b(division|section)\b/i.test(text)) return 1.5
  if (/^office\b/i.test(text)) return 0.3
  if (isDepartment(text)) return 1
  if (/^(school|college|institute) of\b/i.test(text)) return 0.5
  return isInstitution(text) ? -2 : -4
}

/** The department, division or, where schools have none, school of the person. `site` are the names of the site itself. */
export function findDepartment(
  rows: readonly Row[],
  introduction: readonly Row[],
  titles: readonly string[],
  site: readonly string[],
  name: FoundName,
): Stated<string> {
  let best = { value: '', source: '', isStated: false, score: 0 }
  const offer = (text: string, score: number, source: string, isStated: boolean) => {
    const value = spellPlace(cutPlace(text))
    const whole = score + weighDepartment(value)
    if (value.length > 2 && value.length <= 160 && whole > best.score)
      best = { value, source, isStated, score: whole }
  }
  for (const row of rows) {
    if (row.text.length > 160 || isTitle(row.text)) continue
    if (isKind(row, 'department')) {
      const weight = /dep/i.test(row.announced) ? 10 : 8
      if (
        isUnitName(row.text) ||
        (row.label === 'department' && row.text.split(' ').length <= 8 && /^\p{Lu}/u.test(row.text))
      )
        offer(row.text, weight, 'page.labelled', true)
    } else if (
      (/\b(department|dept|division|section) (of|for)\b/i.test(row.text) || row.section === 'contact') &&
      row.text.length < 120 &&
      isDepartment(row.text) &&
      !/^(foreign|others|papers|education|interests|text)$/.test(row.section ?? '')
    )
      offer(row.text, 4, 'page.labelled', true)
  }
  const at = rows.findIndex((row) => row.line.at >= name.from)
  for (const row of rows.slice(Math.max(0, at - 3), Math.max(0, at)))
    if (
      row.line.zone !== 'header' &&
      /\b(department|dept|division|section)\b/i.test(row.text) &&
      isDepartment(row.text)
    )
      offer(row.text, 5, 'page.near-name', true)
  for (const row of introduction) {
    if (row.text.length <= 160 && isUnitName(row.text) && !isTitle(row.text) && row.label !== 'institution')
      offer(row.text, 6, 'page.near-name', true)
    const place = placeOfTitle(row.text)
    if (place && isTitle(row.text)) offer(place, isUnitName(place) ? 5 : 4.5, 'page.near-name', true)
    for (const piece of isTitle(row.text) ? row.text.split(/,\s+/).slice(1) : [])
      if (isUnitName(piece) && !isTitle(piece)) offer(piece, 5, 'page.near-name', true)
  }
  if (isUnitName(name.name.rest) && !isTitle(name.name.rest)) offer(name.name.rest, 5, 'page.near-name', true)
  for (const title of titles) if (placeOfTitle(title)) offer(placeOfTitle(title), 4.5, 'page.near-name', true)
  for (const text of site) if (weighDepartment(text) > 0) offer(text, 1, 'page.site', false)
  return best
}
