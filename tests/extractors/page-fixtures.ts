import { readFileSync } from 'node:fs'
import { JSDOM } from 'jsdom'

const folder = new URL('../fixtures/pages/pubmed/', import.meta.url)

/** A page of our own making, with the address it stands for. */
export interface PageFixture {
  file: string
  url: string
  kind: string | null
}

export const pageFixtures: PageFixture[] = JSON.parse(readFileSync(new URL('pages.json', folder), 'utf8'))

export function readFixture(file: string): string {
  return readFileSync(new URL(file, folder), 'utf8')
}

/** The document of an HTML text, under an address, with no script run. */
export function parsePage(html: string, url: string): { doc: Document; url: URL } {
  return { doc: new JSDOM(html, { url }).window.document, url: new URL(url) }
}

/** A fixture as a document under its own address, or another. */
export function openFixture(file: string, address?: string): { doc: Document; url: URL } {
  const url = address ?? pageFixtures.find((page) => page.file === file)?.url
  if (!url) throw new Error(`${file} is not in pages.json`)
  return parsePage(readFixture(file), url)
}
