import { cleanLine } from '../../domain/guards/text'
import {
  attributeOf,
  childrenOf,
  firstChildOf,
  nextSiblingOf,
  nodeTypeOf,
  queryAll,
  rootOf,
  tagOf,
  textOf,
} from '../dom'
import type { Pause } from '../extractor'

/** A link inside a line. */
export interface LineLink {
  element: Element
  /** The address as written in the page, not resolved. */
  href: string
  text: string
}

/** One visible line of a page: the text between two breaks, whatever elements it is made of. */
export interface Line {
  /** Place among the lines of the page, from 0. */
  at: number
  /** Empty only when the line holds nothing but a link without text, such as an icon. */
  text: string
  /** The innermost element that breaks lines and holds this one: a paragraph, a cell, a heading. */
  block: Element
  /** 1–6 inside a heading, else 0. */
  heading: number
  /** All of it is bold, or stands in a `dt`, `th` or `label`. */
  isStrong: boolean
  /** The bold words a line begins with when the rest of it is plain ("**Jane Doe** MS, Some University"); else empty. */
  lead: string
  /** What the last picture before or in this line shows, by its `alt`; empty for none. */
  alt: string
  links: LineLink[]
  /** Where on the page it stands, by the landmarks around it. */
  zone: Zone
}

export type Zone = 'main' | 'header' | 'nav' | 'aside' | 'footer'

/** The lines of an element: from `from` up to, not including, `to`. */
export interface LineRange {
  from: number
  to: number
}

/**
 * A page as the readers see it: its visible lines in order, and which of them each element holds. Made once in one walk,
 * without layout, so that it is the same in a tab, on a fetched page and in a test.
 */
export interface Outline {
  doc: Document
  url: URL
  title: string
  lines: Line[]
  /** Lines under an element; an element without visible text is not in it. */
  ranges: Map<Element, LineRange>
}

/** A place where the page may breathe. */
export const pause: Pause = { type: 'pause' }

/** No page of people is larger; a hostile one stops here. */
const mostNodes = 400_000
const mostLines = 60_000
const longestLine = 2_000
/** Nodes walked between two pauses: well under a millisecond. */
const nodesPerPause = 400

const unseen = new Set(
  'SCRIPT STYLE TITLE TEMPLATE NOSCRIPT HEAD META LINK SVG CANVAS IFRAME OBJECT EMBED VIDEO AUDIO SELECT OPTION DATALIST TEXTAREA BUTTON DIALOG'.split(
    ' ',
  ),
)
/** What starts and ends a line. Everything unknown (custom elements) counts as inline, like in a browser. */
const blocks = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HGROUP HR LEGEND LI MAIN MENU NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL CAPTION'.split(
    ' ',
  ),
)
const bolds = new Set(['B', 'STRONG', 'TH', 'DT', 'LABEL', 'LEGEND'])

/** By tag and by role. A map, because a role may be called "constructor". */
const zones = new Map<string, Zone>([
  ['nav', 'nav'],
  ['aside', 'aside'],
  ['footer', 'footer'],
  ['main', 'main'],
  ['navigation', 'nav'],
  ['complementary', 'aside'],
  ['contentinfo', 'footer'],
  ['banner', 'header'],
])

/** True for what a page marks as not shown. Layout is not asked. */
function isHidden(element: Element): boolean {
  if (attributeOf(element, 'hidden') !== null) return true
  const style = attributeOf(element, 'style')
  return style !== null && style.length < 2000 && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)
}

/** Ids and classes by which pages without landmarks call their foot and menus; whole words only. */
const footNames =
  /(?:^|\s)(?:(?:site|page|global|main)[_-]?)?footer(?:[_-]?(?:wrap(?:per)?|container|area|region))?(?:\s|$)/i
const navNames =
  /(?:^|\s)(?:nav(?:bar|igation)?|(?:main|primary|top|side|global|site|section)[_-]?(?:nav(?:igation)?|menu)|menu|breadcrumbs?)(?:\s|$)/i

function readZone(element: Element, tag: string, around: Zone, isInContent: boolean): Zone {
  const role = attributeOf(element, 'role') ?? ''
  const zone = zones.get(role.slice(0, 40).toLowerCase()) ?? zones.get(tag.toLowerCase())
  if (zone) return zone
  // The header of an article or a card is content; only a page's own header is not.
  if (tag === 'HEADER') return isInContent || around !== 'main' ? around : 'header'
  if ((tag === 'DIV' || tag === 'UL' || tag === 'OL' || tag === 'TABLE') && around !== 'nav') {
    const names = `${attributeOf(element, 'id') ?? ''} ${attributeOf(element, 'class') ?? ''}`
    if (names.length > 1 && names.length < 1000) {
      if (footNames.test(names)) return 'footer'
      if (navNames.test(names)) return 'nav'
    }
  }
  return around
}

/** Inside these a header belongs to the content. */
const contents = new Set(['MAIN', 'ARTICLE', 'SECTION', 'LI', 'TD', 'ASIDE'])

/** What an open element brings to the lines inside it. */
interface Frame {
  element: Element
  from: number
  block: Element
  heading: number
  isBold: boolean
  zone: Zone
  link: LineLink | null
  /** The link had text in some line. */
  hasLinkText: boolean
  isBlock: boolean
  isPre: boolean
  isInContent: boolean
}

/** Walks the page once. Iterative, so that 50,000 nested elements cost no stack. */
export function* readOutline(doc: Document, url: URL): Generator<Pause, Outline, undefined> {
  const root = rootOf(doc)
  const outline: Outline = {
    doc,
    url,
    title: cleanLine(readTitle(doc), 500),
    lines: [],
    ranges: new Map(),
  }
  const body = root
    ? [...childrenOf(root)].find((child) => tagOf(child) === 'BODY' || tagOf(child) === 'FRAMESET')
    : null
  if (!body) return outline
  const { lines, ranges } = outline

  let text = ''
  let allBold = true
  let lead = ''
  let alt = ''
  let links: LineLink[] = []
  /** A link without any text has closed in this line: a picture, or an icon to write an e-mail. */
  let hasBareLink = false
  const stack: Frame[] = [
    {
      element: body,
      from: 0,
      block: body,
      heading: 0,
      isBold: false,
      zone: 'main',
      link: null,
      hasLinkText: false,
      isBlock: true,
      isPre: false,
      isInContent: false,
    },
  ]
  /** The open links, the innermost last: the stack may be 50,000 deep. */
  const linked: Frame[] = []

  const endLine = (frame: Frame) => {
    const clean = text ? cleanLine(text, longestLine) : ''
    if (clean || hasBareLink) {
      for (const link of links) link.text = cleanLine(link.text, 500)
      lines.push({
        at: lines.length,
        text: clean,
        block: frame.block,
        heading: frame.heading,
        isStrong: allBold,
        lead: allBold ? '' : cleanLine(lead, 300),
        alt,
        links,
        zone: frame.zone,
      })
      alt = ''
    }
    links = []
    hasBareLink = false
    text = ''
    allBold = true
    lead = ''
    // A link that goes on over the break takes part in the next line as well.
    const open = linked.at(-1)
    if (open?.link) {
      open.link = { ...open.link, text: '' }
      links.push(open.link)
    }
  }

  let node: Node | null = firstChildOf(body)
  let walked = 0
  for (;;) {
    const top = stack[stack.length - 1] as Frame
    if (!node) {
      if (top.link && !top.hasLinkText) hasBareLink = true
      else if (top.link && !top.link.text) links = links.filter((link) => link !== top.link)
      if (top.isBlock) endLine(top)
      if (lines.length > top.from || text) {
        ranges.set(top.element, { from: top.from, to: lines.length + (text ? 1 : 0) })
      }
      stack.pop()
      if (linked.at(-1) === top) linked.pop()
      if (stack.length === 0) break
      node = nextSiblingOf(top.element)
      continue
    }
    walked += 1
    if (walked % nodesPerPause === 0) yield pause
    if (walked > mostNodes || lines.length > mostLines) {
      while (stack.length) {
        const frame = stack.pop() as Frame
        if (lines.length > frame.from) ranges.set(frame.element, { from: frame.from, to: lines.length })
      }
      break
    }
    const type = nodeTypeOf(node)
    if (type === 3) {
      const value = node.nodeValue ?? ''
      const isSeen = /\S/.test(value)
      const open = linked.at(-1)
      // In preformatted text a line of the source is a line of the page.
      // In preformatted text columns are made of blanks: without a mark they would run into one another.
      const parts = top.isPre
        ? value.replace(/(\S)(?: {3,}|\t+)(?=\S)/g, '$1 | ').split('\n', mostLines)
        : [value]
      for (const [index, part] of parts.entries()) {
        if (index > 0) endLine(top)
        if (text.length < longestLine * 2)
          text += part.length > longestLine * 4 ? part.slice(0, longestLine * 4) : part
        if (!top.isBold && isSeen) allBold = false
        else if (allBold && lead.length < 400) lead += part.slice(0, 400)
        if (open?.link && open.link.text.length < 1000) open.link.text += part.slice(0, 1000)
      }
      if (open && isSeen) open.hasLinkText = true
      node = nextSiblingOf(node)
      continue
    }
    if (type !== 1) {
      node = nextSiblingOf(node)
      continue
    }
    const element = node as Element
    const tag = tagOf(element).toUpperCase()
    if (tag === 'BR') {
      endLine(top)
      node = nextSiblingOf(node)
      continue
    }
    if (tag === 'IMG') alt = cleanLine(element.getAttribute('alt') ?? '', 200) || alt
    if (unseen.has(tag) || isHidden(element)) {
      node = nextSiblingOf(node)
      continue
    }
    const isBlock = blocks.has(tag)
    if (isBlock) endLine(top)
    const href = tag === 'A' ? attributeOf(element, 'href') : null
    const link: LineLink | null =
      href === null ? null : { element, href: href.slice(0, 4000).trim(), text: '' }
    if (link) links.push(link)
    const headingLevel = /^H[1-6]$/.test(tag) ? Number(tag[1]) : top.heading
    const frame: Frame = {
      element,
      from: lines.length,
      block: isBlock ? element : top.block,
      heading: headingLevel,
      isBold: top.isBold || bolds.has(tag) || headingLevel > 0,
      zone: isBlock ? readZone(element, tag, top.zone, top.isInContent) : top.zone,
      link,
      hasLinkText: false,
      isBlock,
      isPre: top.isPre || tag === 'PRE',
      isInContent: top.isInContent || contents.has(tag),
    }
    stack.push(frame)
    if (link) linked.push(frame)
    node = firstChildOf(element)
  }
  return outline
}

/** The text of the page's own `<title>`, also where it strayed into the body; titles of an SVG are not in capitals. */
function readTitle(doc: Document): string {
  const title = queryAll(doc, 'title').find((one) => tagOf(one) === 'TITLE')
  return (title && textOf(title)?.slice(0, 2000)) ?? ''
}

/** The lines of an element, in order; none when it has no visible text. */
export function linesOf(outline: Outline, element: Element): Line[] {
  const range = outline.ranges.get(element)
  return range ? outline.lines.slice(range.from, range.to) : []
}
