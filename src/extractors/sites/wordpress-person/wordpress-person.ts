import { cleanLine } from '../../../domain/guards/text'
import { attributeOf, queryAll, queryOne, readText, tagOf } from '../../dom'
import type { Extractor } from '../../extractor'
import { readBase } from '../../links'
import { buildPerson, type WrittenPerson } from '../../person-builder'
import { foundPerson, isNameText, mailsAt, orcidAt, profileAt, textAt, textsAt } from '../read-marks'

/** The post types by which schools keep their people. WordPress writes the type into the classes of body and article. */
const types =
  '(?:people|persons?|faculty(?:[-_]\\w+)?|staff(?:[-_]\\w+)?|team(?:[-_]\\w+)?|profiles?|physicians?|providers?|doctors?|members?|directory)'
const single = new RegExp(`(?:^|\\s)single-${types}(?:\\s|$)`)
const archive = new RegExp(`(?:^|\\s)(?:post-type-archive-${types}|tax-[\\w-]+)(?:\\s|$)`)
const article = new RegExp(`(?:^|\\s)type-${types}(?:\\s|$)`)

/** Parts of a card by the last word of their class, whatever stands before it: "profile__job-title", "_academic-title". */
const part = (names: string) => new RegExp(`(?:^|[\\s_-])(?:${names})(?:\\s|$)`, 'i')
const titleClass = part('job-?title|academic-?title|position|rank|designation|subtitle')
const departmentClass = part('department|division')

/** WordPress: single pages and archives of a person's post type, under any theme. */
export const wordpressPerson: Extractor = {
  id: 'wordpress-person',
  matches: (url) => /^https?:$/.test(url.protocol),
  detect: (doc) => {
    const body = queryOne(doc, 'body')
    const classes = (body && attributeOf(body, 'class'))?.slice(0, 2_000) ?? ''
    if (single.test(classes) && isNameText(readHeading(doc))) return 'person'
    return archive.test(classes) && findCards(doc).length > 1 ? 'list' : null
  },
  *extract(doc, url) {
    const base = readBase(doc, url)
    const heading = readHeading(doc)
    const body = queryOne(doc, 'body')
    if (body && single.test(attributeOf(body, 'class')?.slice(0, 2_000) ?? '') && isNameText(heading)) {
      const root = findArticles(doc)[0] ?? queryOne(doc, 'main, [role="main"], #content') ?? body
      const links = [...orcidAt(root), { kind: 'profile' as const, url: url.href }]
      const person = buildPerson({ ...readCard(root), name: heading, links }, 'wordpress-person', url)
      if (person) yield foundPerson(person, 0)
      return person ? 'person' : null
    }
    const cards = findCards(doc)
    for (const [index, card] of cards.entries()) {
      const links = profileAt(card, 'h1 a, h2 a, h3 a, h4 a, a[rel="bookmark"]', base)
      const person = buildPerson(
        { ...readCard(card), name: readCardName(card), links },
        'wordpress-person',
        url,
      )
      yield person ? foundPerson(person, index) : { type: 'pause' }
    }
    return cards.length ? 'list' : null
  },
}

function readHeading(doc: Document): string {
  return textAt(doc, 'h1.entry-title, article h1, .wp-block-post-title') || textAt(doc, 'h1')
}

function findArticles(doc: Document): Element[] {
  return queryAll(doc, '[class*="type-"]')
    .slice(0, 3_000)
    .filter((one) => one !== queryOne(doc, 'body') && article.test(attributeOf(one, 'class') ?? ''))
}

function findCards(doc: Document): Element[] {
  return findArticles(doc).filter((card) => isNameText(readCardName(card)))
}

const readCardName = (card: Element) => textAt(card, '.entry-title, .wp-block-post-title, h1, h2, h3, h4')

function readCard(root: Element): Omit<WrittenPerson, 'name'> {
  const parts = queryAll(
    root,
    '[class*="title" i],[class*="position" i],[class*="rank" i],[class*="designation" i],[class*="department" i],[class*="division" i]',
  ).slice(0, 200)
  const read = (pattern: RegExp) =>
    parts
      .filter((one) => pattern.test(attributeOf(one, 'class') ?? '') && !/^h1$/i.test(tagOf(one)))
      .map((one) => cleanLine(readText(one, 1_200), 300))
      .filter(Boolean)
  return {
    titles: read(titleClass),
    department:
      textsAt(root, 'a[rel~="tag"][href*="/department"], a[href*="/department/"]')[0] ??
      read(departmentClass)[0] ??
      '',
    emails: mailsAt(root, 'a[href*="mailto:" i]'),
    phones: textsAt(root, 'a[href^="tel:" i]', 60),
  }
}
