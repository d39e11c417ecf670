/** Where structured data stood; also its provenance id. */
export type StructuredSource = 'json-ld' | 'microdata' | 'rdfa' | 'h-card'

/** A thing that structured data speaks of. */
export interface Item {
  source: StructuredSource
  /** The last word of its type, in small letters: "person" of "https://schema.org/Person". */
  types: string[]
  /** By the property's last word in small letters: "jobtitle". */
  values: Map<string, (string | Item)[]>
  /** It is named as author, publisher or the like of something: not whom the page is about. */
  isByline: boolean
}

/** How much of hostile data is looked at. */
export const mostItems = 3_000
const mostValues = 40

export function makeItem(source: StructuredSource, types: readonly string[]): Item {
  return { source, types: types.map(lastWord), values: new Map(), isByline: false }
}

/** "schema:Person", "https://schema.org/Person" and "person" are one. */
export function lastWord(name: string): string {
  return (/[^/#:]*$/.exec(name.slice(0, 200).trim())?.[0] ?? '').toLowerCase()
}

export function addValue(item: Item, property: string, value: string | Item): void {
  const values = item.values.get(property)
  if (!values) item.values.set(property, [value])
  else if (values.length < mostValues) values.push(value)
}

export const isPerson = (item: Item): boolean =>
  item.types.some((type) => type === 'person' || type === 'physician' || type === 'individualphysician')

/** Properties whose people made or published something, and are not its subject. */
const bylines = new Set(
  'author creator publisher editor contributor reviewedby copyrightholder accountableperson translator maintainer comment review'.split(
    ' ',
  ),
)
export const isBylineProperty = (property: string): boolean => bylines.has(property)

const marks: Record<string, string> = {
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  uml: '\u0308',
  tilde: '\u0303',
  cedil: '\u0327',
  ring: '\u030a',
  caron: '\u030c',
}
const signs: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  rsquo: '’',
  ndash: '–',
  mdash: '—',
}

/** Text whose entities were escaped once too often ("O&amp;#039;Brien"), without the markup that may come out. */
export function unescapeText(text: string): string {
  let plain = text.slice(0, 2_000)
  for (let round = 0; round < 2 && plain.includes('&'); round += 1) {
    plain = plain.replace(
      /&(?:#(\d{1,6})|#x([\da-f]{1,5})|([a-z])(acute|grave|circ|uml|tilde|cedil|ring|caron)|([a-z]{2,5}));/gi,
      (whole, decimal, hex, letter, mark, sign) => {
        if (decimal || hex)
          return String.fromCodePoint(Number.parseInt(decimal ?? hex, decimal ? 10 : 16) || 32)
        if (letter) return letter + (marks[mark.toLowerCase()] ?? '')
        return Object.hasOwn(signs, sign) ? (signs[sign] as string) : whole
      },
    )
  }
  return plain.replace(/<[^<>]{0,300}>/g, ' ')
}
