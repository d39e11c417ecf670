import { describe, expect, it } from 'vitest'
import { collectDrafts } from '../../../../src/extractors/run-extractors'
import {
  readAffiliationTitles,
  readControlSpots,
} from '../../../../src/extractors/sites/pubmed/controls-spots'
import { pubmed } from '../../../../src/extractors/sites/pubmed/pubmed'
import { openFixture, pageFixtures } from '../../page-fixtures'

/** Index and name of the humans that the careful reader finds. */
function readHumans(file: string): [number, string][] {
  const { doc, url } = openFixture(file)
  return collectDrafts(doc, url, [pubmed]).drafts.flatMap((draft) =>
    draft.type === 'person' && !draft.collective ? [[draft.index, draft.person.names.shown]] : [],
  )
}

describe('the spots of the page script', () => {
  // The broken page ends inside a name, which its attribute still has whole.
  const whole = pageFixtures.filter((page) => page.kind === 'article' && page.file !== 'broken-article.html')
  it.each(whole.map((page) => page.file))(
    'are the authors that the reader finds, under the same index: %s',
    (file) => {
      const { doc, url } = openFixture(file)
      const spots = readControlSpots(doc, url).authors.map((spot) => [spot.index, spot.name])
      expect(spots).toEqual(readHumans(file))
    },
  )

  it('keep their index behind a group and behind a name that is none', () => {
    const { doc, url } = openFixture('article-39000003.html')
    const [first] = doc.querySelectorAll('#full-view-heading .full-name')
    first?.setAttribute('data-ga-label', '—')
    const last = collectDrafts(doc, url, [pubmed])
      .drafts.filter((draft) => draft.type === 'person')
      .at(-1)
    expect(last).toMatchObject({ index: 31, person: { names: { shown: 'Benedict A Okonjo' } } })
    expect(readControlSpots(doc, url).authors.at(-1)).toMatchObject({ index: 31, name: 'Benedict A Okonjo' })
  })

  it('carry the affiliations as the marks state them', () => {
    const { doc, url } = openFixture('article-39000002.html')
    const last = readControlSpots(doc, url).authors.at(-1)
    expect(last && readAffiliationTitles(last.element)).toEqual([
      expect.stringContaining('Lakemont University School of Medicine'),
    ])
  })

  it('say on a search whether its query may name an author', () => {
    const ask = (file: string) => {
      const { doc, url } = openFixture(file)
      return readControlSpots(doc, url)
    }
    expect(ask('author-cauthor.html')).toMatchObject({
      authors: [],
      query: { term: 'Whitcombe TE', isAuthorLink: true },
    })
    expect(ask('author-cauthor.html').pmids).toHaveLength(8)
    expect(ask('author-tag.html').query).toEqual({ term: 'Okonjo BA[Author]', isAuthorLink: false })
    expect(ask('search-topic.html').query).toBeNull()
    expect(ask('home.html')).toMatchObject({ authors: [], query: null, pmids: [] })
    expect(ask('error-500.html')).toMatchObject({ authors: [], query: null })
  })
})
