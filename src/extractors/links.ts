import { isSafeLink } from '../domain/guards/links'
import { attributeOf, queryOne } from './dom'

/** Where the page's links start from: its `<base>`, or its own address. Ask once a page, not once a link. */
export function readBase(doc: Document, url: URL): URL {
  const base = queryOne(doc, 'base[href]')
  try {
    const from = new URL((base && attributeOf(base, 'href')?.slice(0, 2000)) ?? '', url)
    return /^https?:$/.test(from.protocol) ? from : url
  } catch {
    return url
  }
}

/** A link as a whole address that may be kept; empty for anything but http and https. */
export function resolveLink(href: string, base: URL): string {
  try {
    const { href: address } = new URL(href.slice(0, 2000).trim(), base)
    return /^https?:/.test(address) && isSafeLink(address) ? address : ''
  } catch {
    return ''
  }
}
