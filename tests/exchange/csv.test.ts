import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvLimits, guardCell, openCell, readCsv, writeCsv } from '../../src/exchange/csv'

const cellsOf = (text: string) => {
  const read = readCsv(text)
  if (!read.ok) throw new Error(read.why.id)
  return read.rows.map((row) => row.cells)
}
const refusal = (text: string) => {
  const read = readCsv(text)
  return read.ok ? null : read.why
}

describe('reading a table', () => {
  it.each([
    [
      'plain cells',
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'line feeds alone, and no end',
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['carriage returns alone', 'a\rb', [['a'], ['b']]],
    ['quotes, commas and breaks inside quotes', '"a ""b""","c,\r\nd"', [['a "b"', 'c,\r\nd']]],
    ['empty cells', 'a,,c\n,,', [['a', '', 'c']]],
    ['a byte-order mark', '\ufeffa,b', [['a', 'b']]],
    [
      'semicolons',
      'a;b\n1,5;c',
      [
        ['a', 'b'],
        ['1,5', 'c'],
      ],
    ],
    [
      'tabs',
      'a\tb\nc\td',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a quote in the middle of a cell', 'a "b",c', [['a "b"', 'c']]],
    ['text after a closing quote', '"Lee" MD,x', [['Lee MD', 'x']]],
    ['nothing', '', []],
    ['blank lines', '\n\na\n\n', [['a']]],
  ])('takes %s', (_, text, cells) => {
    expect(cellsOf(text)).toEqual(cells)
  })

  it('knows the line of each row, also after breaks inside quotes', () => {
    const read = readCsv('a\n"b\nb"\n\nc')
    expect(read.ok && read.rows.map((row) => row.line)).toEqual([1, 2, 5])
  })

  it('refuses what it cannot tell apart or is far too large', () => {
    expect(refusal('a\n"b\nc')).toEqual({ id: 'csv.open-quote', params: { line: 2 } })
    expect(refusal('x'.repeat(csvLimits.characters + 1))?.id).toBe('csv.too-large')
    expect(refusal(','.repeat(csvLimits.columns + 1))?.id).toBe('csv.too-many-columns')
    expect(refusal('a\n'.repeat(csvLimits.rows + 1))?.id).toBe('csv.too-many-rows')
  })

  it('ends on any text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('"', ',', '\n', '\r', ';', 'a', ' ')), (signs) => {
        readCsv(signs.join(''))
      }),
    )
  })
})

describe('writing a table', () => {
  it('guards every cell that a spreadsheet would run', () => {
    for (const text of ['=1+1', '+1', '-1', '@cmd', '\t=1', '\r=1'])
      expect(writeCsv([[text]]).replace(/^"/, '')[0], JSON.stringify(text)).toBe("'")
    expect(writeCsv([['a=1', '3-4']])).toBe('a=1,3-4\r\n')
  })

  it('opens guarded cells to what they were, and leaves others alone', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(openCell(guardCell(text))).toBe(text)
      }),
    )
    fc.assert(
      fc.property(fc.array(fc.constantFrom("'", '=', 'a', '-')), (signs) => {
        expect(openCell(guardCell(signs.join('')))).toBe(signs.join(''))
      }),
    )
    expect(openCell("'quoted'")).toBe("'quoted'")
  })

  it('reads back what it wrote', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'é', '"', ',', '\n', '\r', ';', '\t', '=', "'", ' '),
    })
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
        // The first line decides the separator; a heading has no separators in it.
        const table = [['h', 'h', 'h', 'h'], ...rows]
        const kept = table.filter((cells) => cells.some((one) => guardCell(one).trim() !== ''))
        expect(cellsOf(writeCsv(table)).map((cells) => cells.map(openCell))).toEqual(kept)
      }),
    )
  })
})
