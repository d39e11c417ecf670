import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { publicationSchema } from '../../../../src/domain/person/person'
import { readCitation } from '../../../../src/extractors/generic/profile/read-citation'

const read = (text: string, marks = '', heading = '') => readCitation(text, marks, heading, ['doe'])

describe('a citation', () => {
  it('in the style of medical journals', () =>
    expect(
      read(
        'Smith JA, Doe B, van der Berg C. Sleep and sorrow: a trial. N Engl J Tales. 2020 Jan 2;382(1):1-10. doi: 10.5555/nejt.1. PMID: 39900000.',
      ),
    ).toEqual({
      pmid: '39900000',
      doi: '10.5555/nejt.1',
      title: 'Sleep and sorrow: a trial',
      journal: 'N Engl J Tales',
      year: 2020,
      authors: ['Smith JA', 'Doe B', 'van der Berg C'],
      position: 2,
    }))
  it('with the year behind the authors', () =>
    expect(
      read(
        'Chen, L., Doe, B. M., & Di Marco, E. (2015). The roles of touch in dialogue. Computer Tales, 34(1), 201–231.',
      ),
    ).toMatchObject({
      title: 'The roles of touch in dialogue',
      journal: 'Computer Tales',
      year: 2015,
      position: 2,
    }))
  it('with the title in quotes', () =>
    expect(
      read('Oskar, E., and Doe, B., (2019), “Weighing trucks from below,” Journal of Bridges'),
    ).toMatchObject({
      title: 'Weighing trucks from below',
      journal: 'Journal of Bridges',
      year: 2019,
      position: 2,
    }))
  it('with initials in front of the surnames', () =>
    expect(
      read(
        'L. Jiang, C.E. Heider, B. Doe. A switch for the switch of cells. Hum Tales (2011) 129(2):189-97.',
      ),
    ).toMatchObject({ title: 'A switch for the switch of cells', year: 2011, position: 3 }))
  it('with a colon behind the authors', () =>
    expect(read('Tsay, T. and Doe, B.: Stains for dentine., J. Dent. Tales 62:243, 1983.')).toMatchObject({
      title: 'Stains for dentine',
      year: 1983,
      position: 2,
    }))
  it('with its title in a line of its own', () =>
    expect(
      read('Doe B, Orr P. Gait Tales. 2023', 'https://doi.org/10.5555/gt.7', 'Two sensors are enough'),
    ).toMatchObject({
      title: 'Two sensors are enough',
      doi: '10.5555/gt.7',
      journal: 'Gait Tales',
      year: 2023,
      position: 1,
    }))
  it('with its numbers in its links only', () =>
    expect(
      read('Doe B. Marks beside papers are useful. Tales.', 'https://pubmed.ncbi.nlm.nih.gov/39900001/'),
    ).toMatchObject({ pmid: '39900001', title: 'Marks beside papers are useful' }))
  it.each([
    '',
    'View all publications on PubMed',
    'Publications',
    'See my full list of papers here',
    '2019',
    'Doe B. 2019.',
  ])('"%s" is none', (text) => expect(read(text)).toBeNull())
  it('is valid whatever the line is', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), fc.integer({ min: 1500, max: 2400 }), (text, year) => {
        const paper = read(`${text} ${year}. ${text}`)
        return paper === null || publicationSchema.safeParse(paper).success
      }),
    )
  })
  it('takes no long time over a hostile line', () => {
    for (const piece of ['A. ', 'Doe, B., ', '(2019', '“', 'a: ', '10.1234/']) {
      expect(() => read(piece.repeat(20_000))).not.toThrow()
    }
  })
})
