// @vitest-environment jsdom
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasSignsOfPeople } from '../../../src/extractors/generic/detector'

const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html')
const look = (body: string, { title = '', url = 'https://lakeside.example/page' } = {}) =>
  hasSignsOfPeople(parse(`<title>${title}</title><body>${body}`), new URL(url))
const fixture = (name: string) => parse(readFileSync(`tests/fixtures/pages/faculty/${name}.html`, 'utf8'))

describe('signs of people on a page', () => {
  it.each([
    ['profile', true],
    ['listing', true],
    ['news', false],
  ])('the fixture %s: %s', (name, isThere) => {
    expect(hasSignsOfPeople(fixture(name), new URL('https://lakeside.example/page'))).toBe(isThere)
  })

  it.each([
    ['a name as heading and a rank', '<h1>Jane A. Doe</h1>Associate Professor of Surgery', {}],
    [
      'a name with degrees as title and an address',
      '<a href="MAILTO:j@x.example">write</a>',
      { title: 'Jane A. Doe, MD, PhD | Lakeside' },
    ],
    ['a family name first', '<h2>van der Berg, Anneke</h2>Lecturer', {}],
    ['a doctor', '<h1>Dr. Zoë O’Neill-Şahin</h1><p>Attending</p>', {}],
    [
      'an address of a profile and a mail',
      '<a href="mailto:j@x.example">j</a>',
      { url: 'https://lakeside.example/profiles/17' },
    ],
    ['many ranks', '<p>Assistant Professor</p>'.repeat(8), {}],
    ['many degrees', '<li>Jane Doe, MD</li>'.repeat(8), {}],
    [
      'several mails and some degrees',
      `${'<a href="mailto:a@x.example">a</a>'.repeat(3)}Ann Lee, MD, Bo Kim, PhD`,
      {},
    ],
    ['a heading that announces people', '<h2>Our Faculty</h2>', {}],
  ])('are seen in %s', (_, body, parts) => {
    expect(look(body, parts)).toBe(true)
  })

  it.each([
    ['nothing', '', {}],
    [
      'a home page',
      '<h1>Lakeside School of Medicine</h1><a href="mailto:info@x.example">Contact</a>',
      { title: 'Home' },
    ],
    [
      'a name in a headline of news',
      '<h1>Jane Doe</h1>Associate Professor',
      { url: 'https://lakeside.example/news/jane-doe-wins' },
    ],
    [
      'a list of posts to apply for',
      '<h1>Assistant Professor</h1>'.repeat(9),
      { url: 'https://jobs.lakeside.example/' },
    ],
    ['a name alone', '<h1>Jane Doe</h1>', {}],
    ['a rank under a heading about something', '<h1>Grand rounds in March</h1>Professor Lee speaks', {}],
    [
      'an address under a heading about something',
      '<h1>Visiting hours</h1><a href="mailto:a@x.example">a</a>',
      {},
    ],
    ['a title of many words', '<h1>How One Professor Learned To Love The Rain</h1>Professor', {}],
  ])('are not seen in %s', (_, body, parts) => {
    expect(look(body, parts)).toBe(false)
  })

  it('survive a page that hides its own methods', () => {
    const page = parse(
      '<body><form name="querySelector"></form><form name="querySelectorAll"></form><form><input name="textContent"></form><h1>Jane Doe</h1>Professor',
    )
    expect(hasSignsOfPeople(page, new URL('https://lakeside.example/'))).toBe(true)
  })

  it('never fail, whatever the page is', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '<h1>',
        '</h1>',
        '<title>',
        'Professor',
        ', MD',
        '<a href="mailto:',
        '">',
        'Jane Doe',
        '<svg><title>',
        '\u202e',
        '<!--',
      ),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.webUrl(), (pieces, url) => {
        expect(typeof hasSignsOfPeople(parse(pieces.join('')), new URL(url))).toBe('boolean')
      }),
      { numRuns: 60 },
    )
  })

  it('come to an end on text made to be slow', () => {
    // One that grew with the square would outlast the test's time many times over.
    const texts = [
      'a'.repeat(400_000),
      'A '.repeat(200_000),
      'Research '.repeat(50_000),
      'Aaaa'.repeat(99_999),
    ]
    for (const text of texts) {
      const page = parse(`<title>${text}</title><h1>${text}</h1><body>${text}`)
      expect(hasSignsOfPeople(page, new URL('https://lakeside.example/'))).toBe(false)
    }
  })
})
