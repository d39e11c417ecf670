import { attributeOf, parentOf, queryAll, queryOne, tagOf } from '../../dom'
import type { Extractor } from '../../extractor'
import { readBase } from '../../links'
import { buildPerson, type WrittenPerson } from '../../person-builder'
import { readNamedFields } from '../named-fields'
import { foundPerson, isNameText, profileAt, textAt } from '../read-marks'

/** The content types by which schools keep their people, in the classes of Drupal 7 and of 8 and later. */
const type =
  /(?:^|\s)node-(?:-type-|type-)?(?:[a-z]{2,12}-)?(?:person|people|faculty|profile|staff|provider|physician)(?:-(?:member|profile|bio))?(?:\s|$)/
const nodes =
  '[class*="node--type-"],[class*="node-person"],[class*="node-people"],[class*="node-faculty"],[class*="node-profile"],[class*="node-staff"],[class*="node-type-"]'
const rows = '.views-row'

/** Drupal: records of a person's content type, printed field by field, alone or as rows of a view. */
export const drupalPerson: Extractor = {
  id: 'drupal-person',
  matches: (url) => /^https?:$/.test(url.protocol),
  detect: (doc) => {
    if (!isDrupal(doc)) return null
    const records = findRecords(doc)
    if (records.length > 1) return 'list'
    return records.length === 1 && isOwnPage(doc, records[0] as Element) ? 'person' : null
  },
  *extract(doc, url) {
    const base = readBase(doc, url)
    const records = findRecords(doc)
    const isAlone = records.length === 1
    for (const [index, record] of records.entries()) {
      const written = readRecord(record, isAlone ? textAt(doc, 'h1') : '')
      const links = isAlone
        ? [{ kind: 'profile' as const, url: url.href }]
        : profileAt(record, 'h2 a, h3 a, h4 a, a[href]:not([href^="mailto:" i]):not([href^="tel:" i])', base)
      const person =
        written &&
        buildPerson({ ...written, links: [...(written.links ?? []), ...links] }, 'drupal-person', url)
      yield person ? foundPerson(person, index) : { type: 'pause' }
    }
    return records.length > 1 ? 'list' : records.length ? 'person' : null
  },
}

/** The system's own signs: its generator tag, its settings, or the scripts every page of it loads. */
function isDrupal(doc: Document): boolean {
  return (
    queryOne(
      doc,
      'meta[name="generator" i][content*="drupal" i],script[data-drupal-selector],link[href*="/sites/default/files/"],script[src*="/misc/drupal.js"],script[src*="/core/misc/"],[data-drupal-messages-fallback],[data-history-node-id],[class*="views-field-"],[class*="field--name-"],[class*="field-name-"]',
    ) !== null
  )
}

/** The records that name a person and say something more; a record inside another is part of it. */
function findRecords(doc: Document): Element[] {
  const marked = queryAll(doc, nodes)
    .slice(0, 3_000)
    .filter(
      (node) =>
        /^(?:article|div|section|li|tr)$/i.test(tagOf(node)) && type.test(attributeOf(node, 'class') ?? ''),
    )
  const found = (marked.length ? marked : queryAll(doc, rows).slice(0, 3_000)).filter((record) => {
    const { kinds } = readNamedFields(record)
    return kinds.size > 0 && readRecord(record, '') !== null
  })
  if (found.length) {
    const all = new Set(found)
    return found.filter((record) => !hasOuter(record, all))
  }
  // A person's own page prints the name as the page's heading; older versions mark the body alone.
  const body = queryOne(doc, 'body')
  const isMarked = body && type.test((attributeOf(body, 'class') ?? '').slice(0, 2_000))
  return [...marked, ...(isMarked ? [body] : [])]
    .filter((record) => readNamedFields(record).kinds.size > 0)
    .slice(0, 1)
}

function hasOuter(record: Element, records: ReadonlySet<Element>): boolean {
  let above = parentOf(record)
  for (let steps = 0; above && steps < 40; steps += 1) {
    if (records.has(above)) return true
    above = parentOf(above)
  }
  return false
}

/** A record with a name of its own, or with the page's heading as its name; null when neither is one. */
function readRecord(record: Element, heading: string): WrittenPerson | null {
  const { person } = readNamedFields(record)
  const own = person.name || textAt(record, 'h2, h3, h4, .node__title, .node-title, .views-field-title')
  const name = [own, heading].find(isNameText)
  return name ? { ...person, name } : null
}

/** Alone on the page: shown in full, or the page's heading is the name. */
function isOwnPage(doc: Document, record: Element): boolean {
  return readRecord(record, textAt(doc, 'h1')) !== null
}
