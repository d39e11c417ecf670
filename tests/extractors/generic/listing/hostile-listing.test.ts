import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { personDraftSchema } from '../../../../src/domain/person/person'
import { readListing } from './listing-fixtures'

function expectValid(html: string): ReturnType<typeof readListing> {
  const finding = readListing(html)
  for (const { person } of finding.people)
    expect(personDraftSchema.safeParse(person).error?.issues).toBeUndefined()
  return finding
}

const card = (name: string, more = '') =>
  `<div class="c"><h3>${name}</h3><p>Professor</p><p>x@lakemoor.example</p>${more}</div>`
const five = ['Ana Dovelli', 'Bruno Kastner', 'Chidi Omarange', 'Dora Feldquist', 'Emil Varga'].map((name) =>
  card(name),
)

/** A busy machine may be many times slower than a developer's; the reader itself is not measured here. */
const patience = 120_000

describe('a hostile directory', { timeout: patience }, () => {
  it('keeps no link that could run', () => {
    const links = ['javascript:alert(1)', 'data:text/html,x', 'vbscript:x', ' java\nscript:alert(1)']
    const { people } = expectValid(
      `<h1>Faculty</h1>${links.map((href, index) => card(`<a href="${href}">${['Ana Dovelli', 'Bruno Kastner', 'Chidi Omarange', 'Dora Feldquist'][index]}</a>`)).join('')}`,
    )
    expect(people).toHaveLength(4)
    expect(people.flatMap(({ person }) => person.links)).toEqual([])
  })

  it('reads through fields that are named like methods of the page', () => {
    const { people } = expectValid(
      `<h1>Faculty</h1><form><input name="parentElement"><input name="children"><input name="tagName"><input name="getAttribute">${five.join('')}</form>`,
    )
    expect(people).toHaveLength(5)
  })

  it('ends on thousands of elements one in another', () => {
    // Deeper than this the test's own parser gives up, not the reader.
    const deep = `${'<div>'.repeat(2_000)}Ana Dovelli, MD${'</div>'.repeat(2_000)}`
    expect(expectValid(`<body>${deep}`).people.length).toBeLessThan(2)
  })

  it('ends on headings of 100 kB and on 30,000 lines', () => {
    expectValid(`<h1>${'Ana '.repeat(25_000)}</h1>${five.join('')}<h3>${'a,'.repeat(50_000)}</h3>`)
    expectValid(Array.from({ length: 30_000 }, (_, at) => `<p>Line ${at} of it</p>`).join(''))
  })

  it('takes control and bidirectional characters out of names and titles', () => {
    const { people } = expectValid(
      `<h1>Faculty</h1>${five.join('')}${card('Fe\u202elix Gr\u0000an\u200bdmont', '<p>Dean\u2066</p>')}`,
    )
    expect(people.map(({ person }) => JSON.stringify(person)).join('')).not.toMatch(
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these must be gone
      /[\u0000-\u001f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/,
    )
  })

  it('gives the address that all cards share to nobody for certain', () => {
    const { people } = expectValid(`<h1>Faculty</h1>${five.join('')}`)
    expect(people.flatMap(({ person }) => person.emails).filter((email) => email.certain)).toEqual([])
  })

  it('never throws, whatever markup a page is made of', () => {
    const text = fc.oneof(
      fc.constantFrom(
        'Ana Dovelli, MD, PhD',
        'Kastner, Bruno',
        'Associate Professor of Medicine',
        'Division of Cardiology',
        'Email:',
        'ana@lakemoor.example',
        '(555) 555-0101',
        'Residents',
        'May 3, 2024',
        'In memoriam',
      ),
      fc.string({ maxLength: 40 }),
    )
    const tag = fc.constantFrom(
      'div',
      'p',
      'h2',
      'h3',
      'li',
      'ul',
      'td',
      'tr',
      'table',
      'dt',
      'dd',
      'b',
      'a href="/x"',
      'span',
      'br',
      'nav',
      'footer',
      'article',
    )
    const piece = fc.tuple(tag, text, fc.boolean()).map(([name, words, isClosed]) => {
      const inner = words.replace(/[<&]/g, ' ')
      return isClosed ? `<${name}>${inner}</${name.split(' ')[0]}>` : `<${name}>${inner}`
    })
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const { strength, people } = expectValid(pieces.join(''))
        expect(strength).toBeGreaterThanOrEqual(0)
        expect(strength).toBeLessThanOrEqual(1)
        expect(new Set(people.map(({ index }) => index)).size).toBe(people.length)
      }),
      { numRuns: 100 },
    )
  })
})
