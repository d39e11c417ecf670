import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { personDraftSchema } from '../../src/domain/person/person'
import { readSelection } from '../../src/extractors/read-selection'

const url = new URL('https://lakemont.example/directory')
const read = (text: string) => readSelection(text, url)

describe('readSelection', () => {
  it('reads a name with degrees and a title on one line', () => {
    expect(read('Jane A. Doe, MD, PhD — Associate Professor')).toMatchObject({
      names: { given: 'Jane', middle: 'A.', family: 'Doe' },
      credentials: ['MD', 'PhD'],
      titles: ['Associate Professor'],
      provenance: {
        name: { source: 'page.selection', url: url.href, certainty: 'stated' },
        titles: { source: 'page.selection' },
      },
    })
  })

  it('reads the lines of a contact box', () => {
    const person = read(`Jane A. Doe, MD
      Professor of Surgery
      Department of Surgery
      Lakemont University

      jane.doe@lakemont.example
      Phone: (555) 010-2345
      Fax: (555) 010-9999`)
    expect(person).toMatchObject({
      names: { given: 'Jane', family: 'Doe' },
      credentials: ['MD'],
      titles: ['Professor of Surgery'],
      department: 'Department of Surgery',
      institution: 'Lakemont University',
      emails: [{ address: 'jane.doe@lakemont.example', certain: true }],
      phones: ['(555) 010-2345'],
    })
  })

  it('takes labels off', () => {
    expect(
      read('Name: Jane Doe\nTitle: Assistant Professor\nDepartment: Department of Medicine'),
    ).toMatchObject({
      names: { family: 'Doe' },
      titles: ['Assistant Professor'],
      department: 'Department of Medicine',
    })
  })

  it('reads a name in family-first order', () => {
    expect(read('Doe, Jane A., MD')).toMatchObject({
      names: { given: 'Jane', family: 'Doe' },
      credentials: ['MD'],
    })
  })

  it('asks about an address that names somebody else, and about one that was hidden from machines', () => {
    const other = read('Jane Doe\nanselm.birkwood@lakemont.example\njdoe@lakemont.example')
    expect(other?.emails).toContainEqual({ address: 'jdoe@lakemont.example', certain: true })
    expect(other?.emails).not.toContainEqual({ address: 'anselm.birkwood@lakemont.example', certain: true })
    const hidden = read('Jane Doe\njane.doe [at] lakemont.example')
    expect(hidden?.emails).toEqual([{ address: 'jane.doe@lakemont.example', certain: false }])
    expect(hidden?.provenance.emails?.certainty).toBe('check')
  })

  it('leaves out what it cannot place', () => {
    expect(read('Jane Doe\nloves long walks by the lake')).toMatchObject({
      titles: [],
      department: '',
      institution: '',
    })
  })

  it.each([
    '',
    '   \n ',
    'Department of Surgery',
    'click here to read more',
    '42',
    'https://lakemont.example/',
    '<b></b>',
  ])('finds nobody in "%s"', (text) => {
    expect(read(text)).toBeNull()
  })

  it('gives a valid draft or nothing for any text', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.constantFrom(
        'Jane Doe',
        'MD',
        'Professor of ',
        'Department of Surgery',
        'a@b.example',
        '\u202e',
        '(555) 010-2345',
        'x'.repeat(5_000),
      ),
    )
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 12 }),
        fc.constantFrom('\n', ', ', ' — ', ' '),
        (pieces, glue) => {
          const person = read(pieces.join(glue))
          if (person) expect(personDraftSchema.parse(person)).toEqual(person)
        },
      ),
      { numRuns: 300 },
    )
  })
})
