import { attributeOf, queryAll, textOf } from '../../dom'
import type { FoundMore } from '../../extractor'
import { readBase, resolveLink } from '../../links'
import type { Outline } from '../outline'

const nextWords = /^(go to )?(next( page| results)?|older|[›»→]|>>?)( [›»→]|>)?$/i
const loadWords = /^(load|show|view|see) (\d+ )?more\b.{0,25}$/i

/** Where a listing goes on; null when this is all of it. */
export function findMore({ doc, url, lines }: Outline): FoundMore | null {
  const base = readBase(doc, url)
  const here = url.href.split('#')[0]
  const links = lines.flatMap((line) => line.links)
  const named = links.map(({ element, href, text }) => {
    const name = text || attributeOf(element, 'aria-label') || attributeOf(element, 'title') || ''
    return { href, name: name.slice(0, 60).replace(/\s+/g, ' ').trim() }
  })
  const pages = named.filter(
    ({ name, href }) => /^(page )?\d{1,3}$/i.test(name) && /(page|paged|offset|start|p)[=/_-]?\d/i.test(href),
  )
  const numbers = pages.map(({ name }) => Number(name.replace(/\D/g, '')))
  // The page that is shown now is the number without a link.
  let shown = 1
  while (numbers.includes(shown)) shown += 1
  const next = [
    ...queryAll(doc, 'link[rel~=next],a[rel~=next]').map((link) => attributeOf(link, 'href')),
    ...named.filter(({ name }) => nextWords.test(name)).map(({ href }) => href),
    pages[numbers.indexOf(shown + 1)]?.href,
  ]
  for (const href of next) {
    const address = href && !href.startsWith('#') ? resolveLink(href, base) : ''
    if (address && address.split('#')[0] !== here) return { type: 'more', url: address }
  }
  const buttons = queryAll(doc, 'button')
    .slice(0, 300)
    .map((button) => textOf(button)?.slice(0, 200).trim() ?? '')
  const isLoading = [...buttons, ...named.map(({ name }) => name)].some((text) => loadWords.test(text))
  return isLoading ? { type: 'more', url: '' } : null
}
