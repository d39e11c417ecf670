import { describe, expect, it } from 'vitest'
import { listPages, readExpected, readHtml, readPage } from './page-files'

describe('a page that is about no person', () => {
  it.each(
    listPages('nothing').map(
      (name) => [name, readExpected<{ url: string; why: string }>('nothing', name)] as const,
    ),
  )('%s offers nothing', (name, { url }) =>
    expect(readPage('nothing', name, url)).toMatchObject({ kind: null, drafts: [] }),
  )
  it('is an empty one', () => expect(readHtml('').kind).toBeNull())
})

const profile = (more = '', head = '') =>
  `<title>Ann Bell, MD | Surgery | Elm Hollow University</title>${head}<main><h1>Ann Bell, MD</h1><p>Professor of Surgery</p><p><a href="mailto:abell@elmhollow.edu">E-mail</a></p>${more}</main>`

describe('one and the same profile', () => {
  it('is offered', () =>
    expect(readHtml(profile(), 'https://elmhollow.edu/people/ann-bell').kind).toBe('person'))
  it('is offered under an address that says nothing', () =>
    expect(readHtml(profile(), 'https://elmhollow.edu/node/4711').kind).toBe('person'))
  it('is offered with a colleague’s news beside it', () =>
    expect(
      readHtml(
        `${profile()}<aside><h3>News</h3><h4>Ben Cole, MD, joins the faculty</h4><p>May 4, 2023</p></aside>`,
        'https://elmhollow.edu/people/ann-bell',
      ).kind,
    ).toBe('person'))
  it('is none among the news', () =>
    expect(readHtml(profile(), 'https://elmhollow.edu/news/ann-bell').kind).toBeNull())
  it('is none when it is dated like an article', () =>
    expect(readHtml(profile().replace('</h1>', '</h1><p>Posted on May 4, 2023</p>')).kind).toBeNull())
  it.each([
    'Last updated March 3, 2024',
    'Joined the faculty: September 1, 2015',
    'Board certified since May 4, 2003',
  ])('is offered with "%s" under the name', (text) =>
    expect(readHtml(profile().replace('</h1>', `</h1><p>${text}</p>`)).kind).toBe('person'),
  )
  it.each([
    'May 4, 2023',
    'Thursday, May 4, 2023',
    '4 May 2023',
    'By Kit Lawson',
    'Written by Kit Lawson | May 4, 2023',
  ])('is none with "%s" under the name', (text) =>
    expect(readHtml(profile().replace('</h1>', `</h1><p>${text}</p>`)).kind).toBeNull(),
  )
  const article =
    '<meta property="og:type" content="article"><meta property="article:published_time" content="2023-05-04">'
  it('is offered though a plug-in calls it an article', () =>
    expect(readHtml(profile('', article)).kind).toBe('person'))
  it('is none when such an article has a headline', () =>
    expect(
      readHtml(profile('', article).replaceAll('Ann Bell, MD', 'Ann Bell, MD, wins the Elm Prize')).kind,
    ).toBeNull())
})

describe('a person who has died', () => {
  it('is shown as the page shows them, and no address of theirs is certain', () => {
    const reading = readHtml(profile('<p>In Memoriam</p>'))
    expect(reading.drafts[0]).toMatchObject({
      person: { emails: [{ address: 'abell@elmhollow.edu', certain: false }] },
    })
  })
})
