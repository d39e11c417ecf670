import { attributeOf, parentOf, queryAll, readText, tagOf } from '../../dom'
import type { Pause } from '../../extractor'
import {
  addValue,
  type Item,
  isBylineProperty,
  isPerson,
  lastWord,
  makeItem,
  mostItems,
  type StructuredSource,
} from './item'

/** A way of marking elements with what they mean. */
interface Syntax {
  source: StructuredSource
  /** Elements that are a thing. */
  scopes: string
  /** Elements that are a property of the thing around them. */
  properties: string
  typesOf(element: Element): string[]
  propertiesOf(element: Element): string[]
}

const wordsOf = (element: Element, attribute: string): string[] =>
  (attributeOf(element, attribute) ?? '').slice(0, 500).split(/\s+/).filter(Boolean).slice(0, 20)

/** Words of FOAF and vCard for properties of schema.org. */
const otherWords: Record<string, string> = {
  mbox: 'email',
  phone: 'telephone',
  firstname: 'givenname',
  lastname: 'familyname',
}

/** h-card and hCard classes. */
const classNames: Record<string, string> = {
  fn: 'name',
  'p-name': 'name',
  'given-name': 'givenname',
  'p-given-name': 'givenname',
  'family-name': 'familyname',
  'p-family-name': 'familyname',
  'honorific-suffix': 'honorificsuffix',
  'p-honorific-suffix': 'honorificsuffix',
  title: 'jobtitle',
  role: 'jobtitle',
  'p-job-title': 'jobtitle',
  'p-role': 'jobtitle',
  org: 'worksfor',
  'p-org': 'worksfor',
  email: 'email',
  'u-email': 'email',
  tel: 'telephone',
  'p-tel': 'telephone',
  url: 'url',
  'u-url': 'url',
}

const syntaxes: readonly Syntax[] = [
  {
    source: 'microdata',
    scopes: '[itemscope]',
    properties: '[itemprop]',
    typesOf: (element) => wordsOf(element, 'itemtype'),
    propertiesOf: (element) => wordsOf(element, 'itemprop').map(lastWord),
  },
  {
    source: 'rdfa',
    scopes: '[typeof]',
    properties: '[property],[typeof][rel]',
    typesOf: (element) => wordsOf(element, 'typeof'),
    propertiesOf: (element) =>
      [...wordsOf(element, 'property'), ...wordsOf(element, 'rel')].map((word) => {
        const last = lastWord(word)
        return Object.hasOwn(otherWords, last) ? (otherWords[last] as string) : last
      }),
  },
  {
    source: 'h-card',
    scopes: '.vcard,.h-card',
    properties: Object.keys(classNames)
      .map((name) => `.${name}`)
      .join(),
    typesOf: () => ['person'],
    propertiesOf: (element) => {
      const words = wordsOf(element, 'class')
      const named = words.flatMap((word) =>
        Object.hasOwn(classNames, word) ? [classNames[word] as string] : [],
      )
      // "author vcard", "comment-author vcard": the line under a blog's article.
      return words.some((word) => /author|comment|byline/i.test(word)) ? [...named, 'author'] : named
    },
  },
]

const mostElements = 20_000
/** No thing of a real page stands further above its property. */
const highest = 60
/** Properties whose value is the address of a link, not its text. */
const linkProperties = new Set(['url', 'sameas', 'email', 'telephone'])

/** The people that microdata, RDFa and h-cards of the page speak of. Nothing of it is believed yet. */
export function* readMarkedElements(doc: Document): Generator<Pause, Item[], undefined> {
  const people: Item[] = []
  for (const syntax of syntaxes) {
    const scopes = queryAll(doc, syntax.scopes)
    if (!scopes.some((scope) => syntax.typesOf(scope).some((type) => /person|physician/i.test(type))))
      continue
    people.push(...(yield* readSyntax(doc, syntax, new Set(scopes.slice(0, mostItems)))))
  }
  return people
}

function* readSyntax(
  doc: Document,
  syntax: Syntax,
  scopes: ReadonlySet<Element>,
): Generator<Pause, Item[], undefined> {
  const items = new Map<Element, Item>()
  const elements = queryAll(doc, `${syntax.scopes},${syntax.properties}`).slice(0, mostElements)
  // In document order: a thing comes before what belongs to it.
  for (const [at, element] of elements.entries()) {
    if (at % 50 === 49) yield { type: 'pause' }
    const item = scopes.has(element) ? makeItem(syntax.source, syntax.typesOf(element)) : null
    const owner = findOwner(element, items)
    if (item) items.set(element, item)
    const properties = syntax.propertiesOf(element)
    if (item) item.isByline = properties.some(isBylineProperty)
    if (!owner) continue
    for (const property of properties) addValue(owner, property, item ?? readValueOf(element, property))
  }
  return [...items.values()].filter(isPerson)
}

function findOwner(element: Element, items: ReadonlyMap<Element, Item>): Item | null {
  let above = parentOf(element)
  for (let steps = 0; above && steps < highest; steps += 1) {
    const item = items.get(above)
    if (item) return item
    above = parentOf(above)
  }
  return null
}

function readValueOf(element: Element, property: string): string {
  const content = attributeOf(element, 'content')
  if (content) return content.slice(0, 2_000)
  const tag = tagOf(element).toUpperCase()
  if (linkProperties.has(property) && (tag === 'A' || tag === 'LINK')) {
    const href = attributeOf(element, 'href')
    if (href) return href.slice(0, 2_000)
  }
  return readText(element, 2_000)
}
