import { isTitle } from '../../domain/faculty/titles'
import { readNameLine } from '../../domain/names/read-name-line'
import { attributeOf, queryOne } from '../dom'
import type { ListingFinding, ProfileFinding } from './finding'
import type { Line, Outline } from './outline'

/** Addresses of news, jobs, events and the like: in the path, or as the first part of the host. */
const elsewhereAddress =
  /\/(news(room|stories|-\w+)?|\w+-news|stor(y|ies)|blogs?|press(-\w+)?|events?|calendar|jobs?|careers?|articles?|posts?|announcements?|obituar\w+|podcasts?|videos?|magazine|courses?|login|signin|sso|auth|today|topics?|tags?|category|shop|products?)(\/|\.|$)|\/search\/?$|\/(19|20)\d\d\/\d\d?\//i
/** Headings of pages that are no people, whoever is named on them. */
const elsewhereHead =
  /^(error|access denied|forbidden|just a moment|attention required|one moment|are you a robot|verify|(sign|log) ?in|search( results)?|results for|privacy|terms|contact( us)?|get in touch|jobs?|careers|open positions|(upcoming )?events|calendar|news|courses?|home|students|site ?map)\b|\b(not found|404|obituary|celebrating the life|remembering|service unavailable|server error)\b/i

/** How a page was judged. */
export type Verdict = 'list' | 'person' | null

/** A page that is about something else, whoever is named on it: news, an event, a job, an error. */
export function isElsewhere(outline: Outline): boolean {
  const { url, doc, lines, title } = outline
  // A host of two parts is the site's own name, whatever it means.
  const host = /\..*\./.test(url.hostname) ? `/${url.hostname}` : ''
  if (elsewhereAddress.test(host + url.pathname)) return true
  const [first = ''] = title.split(/\s*[|»•·]\s*|\s+[–—-]\s+/)
  const head = findHeads(lines)[0]
  // Plug-ins call every page an article; under a headline that is no name it is one.
  const openGraph = queryOne(doc, 'meta[property="og:type"]')
  const type = (openGraph && attributeOf(openGraph, 'content')) ?? ''
  const isDated = queryOne(doc, 'meta[property="article:published_time"]') !== null
  if (/^(article|product|video|event)/i.test(type) && isDated && !isName(head?.text ?? first)) return true
  if (elsewhereHead.test(first) && !head) return true
  return head !== undefined && elsewhereHead.test(head.text) && elsewhereHead.test(first)
}

/** A name with nothing behind it but degrees or a title. */
function isName(text: string): boolean {
  const name = readNameLine(text)
  return name !== null && name.likeness >= 0.5 && (!name.rest || isTitle(name.rest))
}

/** The headings of the first rank in the content. */
export function findHeads(lines: readonly Line[]): Line[] {
  const content = lines.filter(
    (line) => line.heading === 1 && line.text && line.zone !== 'nav' && line.zone !== 'footer',
  )
  const inner = content.filter((line) => line.zone !== 'header')
  return inner.length ? inner : content
}

/** The page is one person's: its headline and its title or address name them. No list that it may hold says otherwise. */
export function isProfile({ name, strength }: ProfileFinding): boolean {
  return name !== null && strength >= 0.5 && name.inHeading && (name.inTitle || name.inAddress)
}

/**
 * What a page about people is: the profile of one person, a list of several, or nothing to offer. `listing` is null where
 * nobody looked for one.
 */
export function judgePage(listing: ListingFinding | null, profile: ProfileFinding): Verdict {
  if (isProfile(profile)) return 'person'
  const isPerson = profile.strength >= 0.5
  const isList = listing !== null && listing.strength >= 0.5 && listing.people.length > 1
  if (isList && (!isPerson || listing.strength > profile.strength)) return 'list'
  return isPerson ? 'person' : null
}
