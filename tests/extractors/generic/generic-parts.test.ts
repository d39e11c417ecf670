import { JSDOM } from 'jsdom'
import { describe, expect, it } from 'vitest'
import { type GenericParts, type LoadPart, makeGeneric } from '../../../src/extractors/generic/generic'
import { findListing } from '../../../src/extractors/generic/listing/find-listing'
import { findPapers } from '../../../src/extractors/generic/profile/find-papers'
import { findProfile } from '../../../src/extractors/generic/profile/find-profile'
import { collectDrafts, runExtractors } from '../../../src/extractors/run-extractors'

const all = { findListing, findProfile, findPapers }
const partOf = { listing: 'findListing', profile: 'findProfile', papers: 'findPapers' } as const

const place = 'https://med.elmhollow.example/people'
const facts = '<p>Associate Professor of Medicine</p><p>Department of Medicine, Elmhollow University</p>'
const mail = '<p><a href="mailto:odalys.fernhill@elmhollow.example">odalys.fernhill@elmhollow.example</a></p>'
const paper =
  '<h2>Publications</h2><ul><li>Fernhill O, Roe J. Lake fever in swimmers. Lake J. 2019;4:1-9. doi:10.5555/lake.1</li></ul>'
const makeProfile = (more = '') =>
  `<title>Odalys Fernhill | Elmhollow University</title><h1>Odalys Fernhill, MD</h1>${facts}${mail}${more}`
const people = ['Odalys Fernhill', 'Anselm Birkwood', 'Priya Whitcombe', 'Caspar Marsh', 'Ingrid Reed']
const listing = `<title>Faculty</title><h1>Faculty</h1>${people
  .map((name) => `<div class="card"><h3>${name}, MD</h3><p>Assistant Professor</p></div>`)
  .join('')}`
const news = '<title>Page not found</title><h1>Page not found</h1><p>Try the search, or go home.</p>'

/** Reads a page whose parts come only when they are asked for; tells which were. */
async function readAsking(html: string, path: string, brings = true) {
  const asked: string[] = []
  const parts: GenericParts = {}
  const load: LoadPart = async (part) => {
    asked.push(part)
    await Promise.resolve()
    if (brings) Object.assign(parts, { [partOf[part]]: all[partOf[part]] })
  }
  const url = new URL(place + path)
  const { document } = new JSDOM(html, { url: url.href }).window
  const { signal } = new AbortController()
  const reading = await runExtractors(document, url, { signal, extractors: [makeGeneric(parts, load)] })
  return { asked, reading, whole: collectDrafts(document, url, [makeGeneric(all)]) }
}

describe('the parts of the generic reader', () => {
  it('takes for a profile its reader alone', async () => {
    const { asked, reading, whole } = await readAsking(makeProfile(), '/odalys-fernhill')
    expect(asked).toEqual(['profile'])
    expect(reading.kind).toBe('person')
    expect(reading).toEqual(whole)
  })

  it('takes the reader of papers where a profile lists some', async () => {
    const { asked, reading, whole } = await readAsking(makeProfile(paper), '/odalys-fernhill')
    expect(asked).toEqual(['profile', 'papers'])
    expect(reading.drafts).toMatchObject([{ person: { publications: [{ doi: '10.5555/lake.1' }] } }])
    expect(reading).toEqual(whole)
  })

  it('takes for a directory the reader of directories alone', async () => {
    const { asked, reading, whole } = await readAsking(listing, '')
    expect(asked).toEqual(['listing'])
    expect(reading).toMatchObject({ kind: 'list', drafts: { length: people.length } })
    expect(reading).toEqual(whole)
  })

  it('takes nothing for a page about something else', async () => {
    const { asked, reading } = await readAsking(news, '/odalys-fernhill')
    expect(asked).toEqual([])
    expect(reading.kind).toBeNull()
  })

  it.each([makeProfile(paper), listing])(
    'offers nothing, and fails not, where a part does not come',
    async (html) => {
      const { reading } = await readAsking(html, '', false)
      expect(reading).toMatchObject({ kind: null, drafts: [] })
    },
  )
})
