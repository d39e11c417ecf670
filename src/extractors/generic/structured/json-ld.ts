import { queryAll, textOf } from '../../dom'
import type { Pause } from '../../extractor'
import { addValue, type Item, isBylineProperty, isPerson, lastWord, makeItem, mostItems } from './item'

const longestScript = 500_000
const mostScripts = 20
const deepest = 12
/** A directory's people stand in one list; anything else has few values. */
const longestList = 2_000

/** What is known of the items of a page while its scripts are read. */
interface Graph {
  people: { item: Item; id: string }[]
  items: number
  /** Ids that something names as its author or the like, and ids that a page names as what it is about. */
  bylineIds: Set<string>
  mainIds: Set<string>
}

/** The people that JSON-LD scripts of the page speak of. Nothing of it is believed yet. */
export function* readJsonLd(doc: Document): Generator<Pause, Item[], undefined> {
  const graph: Graph = { people: [], items: 0, bylineIds: new Set(), mainIds: new Set() }
  for (const script of queryAll(doc, 'script[type="application/ld+json" i]').slice(0, mostScripts)) {
    const text = textOf(script) ?? ''
    if (text.length > longestScript || !/person|physician/i.test(text)) continue
    try {
      // Some systems wrap the data in a comment.
      readValue(
        JSON.parse(text.replace(/^\s*(?:<!--|\/\/<!\[CDATA\[)|(?:-->|\/\/\]\]>)\s*$/g, '')),
        graph,
        '',
        0,
      )
    } catch {
      // Not JSON, or nested too deeply to be any.
    }
    yield { type: 'pause' }
  }
  for (const { item, id } of graph.people) {
    if (graph.mainIds.has(id)) item.isByline = false
    else if (graph.bylineIds.has(id)) item.isByline = true
  }
  return graph.people.map(({ item }) => item)
}

/** Reads a value of `property`; answers what it is worth as a value of the thing around it. */
function readValue(value: unknown, graph: Graph, property: string, depth: number): (string | Item)[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)]
  if (typeof value !== 'object' || value === null || depth > deepest) return []
  if (Array.isArray(value)) {
    return value.slice(0, longestList).flatMap((one) => readValue(one, graph, property, depth + 1))
  }
  graph.items += 1
  if (graph.items > mostItems) return []
  const node = value as Record<string, unknown>
  if (typeof node['@value'] === 'string') return [node['@value']]
  const id = typeof node['@id'] === 'string' ? node['@id'].slice(0, 500) : ''
  if (id && isBylineProperty(property)) graph.bylineIds.add(id)
  if (id && (property === 'mainentity' || property === 'about')) graph.mainIds.add(id)

  const types = [node['@type']].flat().filter((type) => typeof type === 'string')
  const item = makeItem('json-ld', types.slice(0, 10))
  item.isByline = isBylineProperty(property)
  for (const [key, inner] of Object.entries(node).slice(0, 80)) {
    if (key === '@type' || key === '@id' || key === '@context') continue
    const name = lastWord(key)
    for (const one of readValue(inner, graph, name, depth + 1)) addValue(item, name, one)
  }
  if (isPerson(item)) graph.people.push({ item, id })
  return [item]
}
