import { isTitle } from '../../domain/faculty/titles'
import { foldWords } from '../../domain/names/fold'
import { readNameLine } from '../../domain/names/read-name-line'
import { attributeOf, queryOne } from '../dom'
import type { ListingFinding, ProfileFinding } from './finding'
import type { Line, Outline } from './outline'

/** Addresses of news, jobs, events and the like. */
const elsewherePath =
  /\/(news(room|stories|-\w+)?|\w+-news|stor(y|ies)|blogs?|press(-\w+)?|events?|calendar|jobs?|careers?|articles?|posts?|announcements?|obituar\w+|podcasts?|videos?|magazine|courses?|login|signin|topics?|tags?|category|shop|products?)(\/|\.|$)|\/search\/?$|\/(19|20)\d\d\/\d\d?\//i
const elsewhereHost =
  /^(news|jobs?|careers?|events?|calendar|blogs?|login|sso|auth|shop|magazine|today|stories)\./i
/** Headings of pages that are no people, whoever is named on them. */
const elsewhereHead =
  /^(404|error|page not found|not found|access denied|forbidden|just a moment|attention required|one moment|are you a robot|verify|sign in|log ?in|search( results)?|results for|privacy|terms|contact( us)?|get in touch|jobs?|careers|open positions|upcoming events|events|calendar|news|courses?|home|students|site map|sitemap)\b|\b(not found|404|obituary|celebrating the life|remembering|service unavailable|server error)\b/i
/** Headings under which one person may stand though they do not name the person. */
const peopleHead =
  /\b(directory|faculty|people|profiles?|staff|physicians?|doctors?|providers?|find an?|our (team|experts)|experts?|biograph\w+|bio|researchers?|department|division|school|college|university|welcome|home ?page|members?|investigators?|personnel|librar\w+|who'?s who|emerit\w+)\b/i
const dateLine =
  /^((posted|published|written|date|by|on)\b.{0,60}?[\s:|,-])?((mon|tues|wednes|thurs|fri|satur|sun)day,? )?((jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\.? \d{1,2}(st|nd|rd|th)?|\d{1,2} (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*),? (19|20)\d\d\b.{0,40}$|^by \p{Lu}\p{L}+ \p{Lu}.{0,40}$/iu

/** How a page was judged. */
export type Verdict = 'list' | 'person' | null

/** A page that is about something else, whoever is named on it: news, an event, a job, an error. */
export function isElsewhere(outline: Outline): boolean {
  const { url, doc, lines, title } = outline
  if (elsewhereHost.test(url.hostname) || elsewherePath.test(url.pathname)) return true
  const [first = ''] = title.split(/\s*[|»•·]\s*|\s+[–—-]\s+/)
  const head = findHeads(lines)[0]
  // Plug-ins call every page an article; under a headline that is no name it is one.
  const type = attributeOf(queryOne(doc, 'meta[property="og:type"]') ?? doc.documentElement, 'content') ?? ''
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
function findHeads(lines: readonly Line[]): Line[] {
  const content = lines.filter(
    (line) => line.heading === 1 && line.text && line.zone !== 'nav' && line.zone !== 'footer',
  )
  const inner = content.filter((line) => line.zone !== 'header')
  return inner.length ? inner : content
}

/** The page is one person's: its headline and its title or address name them. No list that it may hold says otherwise. */
export function isProfile(outline: Outline, profile: ProfileFinding): boolean {
  const { name, strength } = profile
  return (
    name !== null &&
    strength >= 0.5 &&
    name.inHeading &&
    (name.inTitle || name.inAddress) &&
    isAboutPerson(outline, profile)
  )
}

/**
 * What a page about people is: the profile of one person, a list of several, or nothing to offer. `listing` is null where
 * nobody looked for one.
 */
export function judgePage(
  outline: Outline,
  listing: ListingFinding | null,
  profile: ProfileFinding,
): Verdict {
  if (isProfile(outline, profile)) return 'person'
  const isPerson = profile.strength >= 0.5 && isAboutPerson(outline, profile)
  const isList = listing !== null && listing.strength >= 0.5 && listing.people.length > 1
  if (isList && (!isPerson || listing.strength > profile.strength)) return 'list'
  return isPerson ? 'person' : null
}

/** The page's own headline names the person, or at least no other thing. */
function isAboutPerson(outline: Outline, { name }: ProfileFinding): boolean {
  if (!name) return false
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
