import { readdirSync, readFileSync } from 'node:fs'
import { findListing } from '../../../../src/extractors/generic/listing/find-listing'
import { readOutline } from '../../../../src/extractors/generic/outline'
import { parsePage } from '../../page-fixtures'

const folder = new URL('../../../fixtures/pages/listings/', import.meta.url)

/** What a directory page of our own making says, by name. Fields that are left out are not compared. */
export interface ExpectedPerson {
  /** Given name first; null where only a part of it is fixed. */
  name: string | null
  contains?: string
  cred?: string[]
  titles?: string[]
  dept?: string
  institution?: string
  /** The certain address; empty for none. */
  mail?: string
  phone?: string
  link?: string
}

export interface ListingFixture {
  name: string
  url: string
  layout: string
  people: ExpectedPerson[]
  more?: string
  html: string
}

/** All directory pages of our own making, and pages that are none (no people expected). */
export const listingFixtures: ListingFixture[] = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .sort()
  .map((file) => ({
    ...JSON.parse(readFileSync(new URL(file, folder), 'utf8')),
    name: file.replace('.json', ''),
    html: readFileSync(new URL(file.replace('.json', '.html'), folder), 'utf8'),
  }))

function drain<T>(steps: Generator<unknown, T, undefined>): T {
  let step = steps.next()
  while (!step.done) step = steps.next()
  return step.value
}

/** What the listing reader makes of an HTML text. */
export function readListing(html: string, url = 'https://www.lakemoor.example/people') {
  const page = parsePage(html, url)
  return drain(findListing(drain(readOutline(page.doc, page.url))))
}

/** The name as a person says it. */
export function sayName(names: { given: string; middle: string; family: string; suffix: string }): string {
  return [names.given, names.middle, names.family, names.suffix].filter(Boolean).join(' ')
}
