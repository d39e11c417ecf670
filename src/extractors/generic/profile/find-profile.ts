import { cleanLine } from '../../../domain/guards/text'
import { isCredential, looksLikeCredential } from '../../../domain/names/credentials'
import { emptyDraft } from '../../../domain/person/draft'
import type { CapturedField, PersonDraft } from '../../../domain/person/person'
import type { FoundPerson, Pause } from '../../extractor'
import type { ProfileFinding } from '../finding'
import type { FindPapers } from '../generic'
import { type Outline, pause } from '../outline'
import { findEmails, findNumbers } from './find-contact'
import { findInstitution, readSiteNames } from './find-institution'
import type { FoundName } from './find-name'
import { findDepartment, findIntroduction, findTitles } from './find-posts'
import { findLinks, findTopics, mayListPapers } from './find-works'
import { isAboutPerson } from './is-about-person'
import { type Row, readRows } from './read-rows'

/** Reads the page as the profile of one person. `bringPapers` gets the reader of papers, where the page may list any. */
export function* findProfile(
  outline: Outline,
  name: FoundName,
  bringPapers: () => Generator<Pause, FindPapers | undefined, undefined>,
): Generator<Pause, ProfileFinding, undefined> {
  if (weighName(name) < 1 || !isAboutPerson(outline, name)) return { person: null, strength: 0, name }
  yield pause
  const rows = yield* readRows(outline, (text) => isSameName(text, name))
  yield pause
  const introduction = findIntroduction(rows, name)
  const titles = findTitles(rows, introduction, name)
  yield pause
  const site = readSiteNames(outline)
  const department = findDepartment(rows, introduction, titles.value, site, name)
  yield pause
  const emails = yield* findEmails(rows, name, [outline.title, department.value, ...site])
  yield pause
  const institution = findInstitution(
    outline,
    rows,
    introduction,
    site,
    emails.map((one) => one.address),
  )
  yield pause
  const phones = findNumbers(rows)
  const topics = findTopics(rows)
  const findPapers = mayListPapers(outline, rows) ? yield* bringPapers() : undefined
  const publications = findPapers ? yield* findPapers(outline, rows, name) : []
  yield pause
  const credentials = findCredentials(rows, introduction, name)
  const isDeceased = isInMemory(outline, introduction)

  const person: PersonDraft = emptyDraft(name.name.names)
  const note = (field: CapturedField, source: string, isStated: boolean) => {
    person.provenance[field] = {
      source,
      url: outline.url.href.slice(0, 2000),
      certainty: isStated ? 'stated' : 'check',
      at: '',
    }
  }
  const agreed = [name.inHeading, name.inTitle, name.inAddress, name.inEmail].filter(Boolean).length
  note(
    'name',
    name.from < 0 ? 'page.title-tag' : name.inHeading ? 'page.heading' : 'page.near-name',
    agreed > 1 && name.from >= 0,
  )
  if (credentials.length) {
    person.credentials = credentials.map((one) => cleanLine(one, 40)).slice(0, 20)
    note('credentials', name.name.credentials.length ? 'page.heading' : 'page.near-name', true)
  }
  if (titles.value.length) {
    person.titles = titles.value.map((one) => cleanLine(one, 300))
    note('titles', titles.source, titles.isStated)
  }
  if (department.value) {
    person.department = cleanLine(department.value)
    note('department', department.source, department.isStated)
  }
  if (institution.value) {
    person.institution = cleanLine(institution.value)
    note('institution', institution.source, institution.isStated)
  }
  if (emails.length) {
    person.emails = emails.map((one) => ({ ...one, certain: one.certain && !isDeceased }))
    note('emails', 'page.contact', person.emails[0]?.certain === true)
  }
  if (phones.length) {
    person.phones = phones.map((one) => cleanLine(one, 60))
    note('phones', 'page.contact', true)
  }
  if (topics.length) {
    person.topics = topics
    note('topics', 'page.labelled', true)
  }
  if (publications.length) {
    person.publications = publications
    note('publications', 'page.list', true)
  }
  person.links = findLinks(outline, rows)
  note('links', 'page.address', true)

  const found: FoundPerson = {
    type: 'person',
    person,
    collective: false,
    index: 0,
    equalContribution: false,
    printedAffiliations: [],
  }
  return { person: found, strength: weigh(name, person, titles.isStated), name }
}

/** The heading is the person's name: the family name and a given name are in it, and not much else. */
function isSameName(text: string, { name }: FoundName): boolean {
  const line = text.toLowerCase()
  return (
    text.length < 120 &&
    line.includes(name.names.family.toLowerCase()) &&
    line.includes(name.names.given.toLowerCase().slice(0, 3))
  )
}

/** Degrees behind the name, on the line below it, behind a label, or in front of the schools that gave them. */
function findCredentials(rows: readonly Row[], introduction: readonly Row[], name: FoundName): string[] {
  if (name.name.credentials.length) return name.name.credentials
  const again = rows.find(
    (row) => row.line.heading && isSameName(row.text, name) && row.line.at !== name.from,
  )
  const below = introduction
    .slice(0, 2)
    .map((row) => readDegrees(row.text, true))
    .find((one) => one.length)
  if (below) return below
  const labelled = rows
    .filter((row) => row.label === 'degrees' && !row.isAnnouncement)
    .flatMap((row) => readDegrees(row.text, false))
  if (labelled.length) return labelled
  const schooled = introduction
    .filter((row) => !row.section && row.text.length < 160)
    .flatMap((row) => readDegrees(row.text, false))
  if (schooled.length || !again) return [...new Set(schooled)]
  return []
}

const memorial =
  /\b(in memoriam|in memory of|deceased|passed away|late professor)\b|\((19|20)\d\d\s?[–—-]\s?(19|20)\d\d\)/i

/** The page says that its person has died. */
function isInMemory(outline: Outline, introduction: readonly Row[]): boolean {
  const headings = outline.lines.filter((line) => line.heading === 1).map((line) => line.text)
  return [outline.title, ...headings, ...introduction.map((row) => row.text)].some((text) =>
    memorial.test(text.slice(0, 300)),
  )
}

/** How many parts of the page agree on the name. */
function weighName(name: FoundName): number {
  return (
    (name.inHeading ? 1 : 0) + (name.inTitle ? 1 : 0) + (name.inAddress ? 0.7 : 0) + (name.inEmail ? 0.8 : 0)
  )
}

/** How much the page is about this one person: who agrees on the name, and what is said of them. */
function weigh(name: FoundName, person: PersonDraft, hasTitle: boolean): number {
  const identity = weighName(name)
  const said =
    (hasTitle ? 1 : person.titles.length ? 0.4 : 0) +
    (person.emails.some((one) => one.certain) ? 0.6 : person.emails.length ? 0.2 : 0) +
    (person.credentials.length ? 0.5 : 0) +
    (person.phones.length ? 0.3 : 0) +
    (person.department ? 0.3 : 0) +
    (person.topics.length || person.publications.length ? 0.4 : 0)
  return said < 0.8 ? 0.2 : Math.min(1, identity * 0.22 + said * 0.2 + name.name.likeness * 0.1)
}

/** The degrees of a text that holds nothing else ("MD, PhD"), or stands them in front of a school ("Ph.D., Some University"). */
function readDegrees(text: string, isWhole: boolean): string[] {
  const found: string[] = []
  for (const piece of text.slice(0, 200).split(/[,;]\s*|\s+(?:and|&)\s+/)) {
    const words = piece.trim()
    if (!words) continue
    const isOne = isCredential(words) || (found.length > 0 && looksLikeCredential(words))
    if (isOne) found.push(words)
    else if (isWhole) {
      const single = words.split(' ')
      if (!single.every((word) => isCredential(word) || looksLikeCredential(word))) return []
      found.push(...single)
    } else break
  }
  return found
}
