import { describe, expect, it } from 'vitest'
import { foldText } from '../../../src/domain/names/fold'
import { searchRows } from '../../../src/ui/shared/search-rows'
import { makeRow } from '../../domain/goals/make-log'

const row = (shown: string, sort: string, more = '') =>
  makeRow({ id: shown, shown, sort, text: foldText(`${shown} ${more}`) })

const rows = [
  row('Zoë Márquez', 'Márquez, Zoë', 'Cardiology'),
  row('Ann Lee', 'Lee, Ann', 'works with Marquez'),
  row('Bo van der Berg', 'van der Berg, Bo'),
]

const found = (typed: string) => searchRows(rows, typed).map((one) => one.shown)

describe('searchRows', () => {
  it('gives everybody by family name when nothing is typed', () => {
    expect(found(' ')).toEqual(['Ann Lee', 'Zoë Márquez', 'Bo van der Berg'])
  })

  it('finds across accents and case, whoever is named so first', () => {
    expect(found('MARQ')).toEqual(['Zoë Márquez', 'Ann Lee'])
    expect(found('zoe')).toEqual(['Zoë Márquez'])
  })

  it('wants every word, in any order', () => {
    expect(found('cardio zoe')).toEqual(['Zoë Márquez'])
    expect(found('cardio ann')).toEqual([])
  })

  it('leaves the rows it was given in their order', () => {
    const before = [...rows]
    found('')
    expect(rows).toEqual(before)
  })
})
