import { isSafeLink } from '../../../domain/guards/links'
import { cleanLine } from '../../../domain/guards/text'
import type { Link } from '../../../domain/person/person'
import { attributeOf, queryOne } from '../../dom'
import type { Outline } from '../outline'
import type { Row } from './read-rows'

const mostTopics = 40

/** Whether the page may list papers: a section of its own, or marks and links that carry identifiers. */
export function mayListPapers({ doc }: Outline, rows: readonly Row[]): boolean {
  return (
    rows.some(({ section, label }) => section === 'papers' || label === 'papers') ||
    queryOne(doc, '[data-doi],[data-pmid],a[href*="10."],a[href*=pubmed],a[href*=PMID]') !== null
  )
}

/** Research interests, as single topics: items of a list, or parts between commas and semicolons; never sentences. */
export function findTopics(rows: readonly Row[]): string[] {
  const found = new Set<string>()
  for (const row of rows) {
    if (row.isAnnouncement || found.size >= mostTopics || row.text.length > 600) continue
    if (row.label !== 'interests' && !(row.section === 'interests' && row.label === null)) continue
    const text = row.text.replace(/[.\s]+$/, '')
    const parts =
      text.split(/\s*[;•|]\s*/).length > 1 ? text.split(/\s*[;•|]\s*/) : text.split(/,\s+(?:and\s+)?/)
    if (
      parts.some(
        (part) =>
          part.split(' ').length > 9 ||
          /\.\s|\b(is|are|was|were|has|have|my|his|her|our|we|she|he)\b/i.test(part),
      )
    )
      continue
    for (const part of parts) {
      const topic = cleanLine(part.replace(/^and\s+/i, ''), 120)
      if (topic.length > 2 && /\p{L}{3}/u.test(topic) && !/@|https?:/.test(topic) && found.size < mostTopics)
        found.add(topic)
    }
  }
  return [...found]
}

/** The page's own address, and links of the content to ORCID and PubMed. */
export function findLinks(outline: Outline, rows: readonly Row[]): Link[] {
  const { doc, url } = outline
  const canonical = resolve(attributeOf(queryOne(doc, 'link[rel="canonical"]'), 'href') ?? '', url)
  // A canonical address of another site, or of the site's front page, is a mistake of its makers.
  const isOwn =
    canonical && new URL(canonical).hostname === url.hostname && new URL(canonical).pathname.length > 1
  const links: Link[] = [{ kind: 'profile', url: isOwn ? canonical : url.href.replace(/#.*$/, '') }]
  for (const row of rows) {
    if (row.section === 'foreign' || row.section === 'others') continue
    for (const link of row.line.links) {
      if (!/orcid|nih\.gov/i.test(link.href)) continue
      const address = resolve(link.href, url)
      const kind = /^https?:\/\/(?:www\.)?orcid\.org\/(?:\d{4}-){3}\d{3}[\dX]/i.test(address)
        ? 'orcid'
        : /^https?:\/\/(?:www\.)?(?:pubmed\.ncbi\.nlm\.nih\.gov\/\?|ncbi\.nlm\.nih\.gov\/(?:pubmed\/?\?|sites\/myncbi|myncbi))/i.test(
              address,
            )
          ? 'pubmed'
          : null
      if (kind && !links.some((one) => one.kind === kind)) links.push({ kind, url: address })
    }
  }
  return links.filter((link) => isSafeLink(link.url))
}

/** An address of the page in full; empty for one that cannot be or may not be opened. */
function resolve(href: string, base: URL): string {
  try {
    const { href: address } = new URL(href, base)
    return href && isSafeLink(address) ? address : ''
  } catch {
    return ''
  }
}
