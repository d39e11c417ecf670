import { readdirSync, readFileSync } from 'node:fs'
import { JSDOM } from 'jsdom'
import { decodePage } from '../../../scripts/extract/charset.mjs'
import type { PersonDraft } from '../../../src/domain/person/person'
import { makeGeneric } from '../../../src/extractors/generic/generic'
import { findListing } from '../../../src/extractors/generic/listing/find-listing'
import { findPapers } from '../../../src/extractors/generic/profile/find-papers'
import { findProfile } from '../../../src/extractors/generic/profile/find-profile'
import { collectDrafts, type Reading } from '../../../src/extractors/run-extractors'

const folder = new URL('../../fixtures/pages/', import.meta.url)

/** Names of the pages of our own in a folder of fixtures, each with a JSON file of what must be read beside it. */
export function listPages(kind: 'profiles' | 'nothing'): string[] {
  return readdirSync(new URL(`${kind}/`, folder))
    .filter((file) => file.endsWith('.html'))
    .map((file) => file.replace(/\.html$/, ''))
}

/** What must be read from a page. */
export function readExpected<T>(kind: string, name: string): T {
  return JSON.parse(readFileSync(new URL(`${kind}/${name}.json`, folder), 'utf8'))
}

/** What the generic reader alone makes of a page of our own. */
export function readPage(kind: string, name: string, url: string): Reading {
  const html = decodePage(readFileSync(new URL(`${kind}/${name}.html`, folder)))
  return readHtml(html, url)
}

/** What the generic reader alone makes of an HTML text. */
export function readHtml(html: string, url = 'https://med.elmhollow.edu/people/someone'): Reading {
  const doc = new JSDOM(html, { url }).window.document
  return collectDrafts(doc, new URL(url), [makeGeneric({ findListing, findProfile, findPapers })])
}

/** The first person of a reading; throws when there is none. */
export function firstPerson(reading: Reading): PersonDraft {
  const found = reading.drafts.find((draft) => draft.type === 'person')
  if (found?.type !== 'person') throw new Error('no person was read')
  return found.person
}
