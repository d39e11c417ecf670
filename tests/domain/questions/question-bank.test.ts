import { describe, expect, it } from 'vitest'
import { questionBanks } from '../../../seeds/questions'
import { listBanksFor } from '../../../src/domain/questions/question-bank'
import type { StageId } from '../../../src/domain/stage/stages'
import type { Addressed } from '../../../src/domain/templates/audience'

const person = (change: Partial<Addressed>): Addressed => ({
  roles: [],
  positions: [],
  mentor: 'none',
  canWriteLetter: false,
  place: 'unknown',
  ...change,
})
const ids = (change: Partial<Addressed>, stage: StageId) =>
  listBanksFor(questionBanks, person(change), stage).map((bank) => bank.id)

describe('the questions that fit a person', () => {
  it('are those of the stage first, and those of a rotation in any stage', () => {
    expect(ids({ roles: ['resident'] }, 'ms1-nov-feb')).toEqual(['Q1', 'Q6', 'Q8'])
    expect(ids({ roles: ['resident'] }, 'ms3')).toEqual(['Q6', 'Q8'])
    expect(ids({ roles: ['resident'] }, 'ms4-apr-jun')).toEqual(['Q10', 'Q6', 'Q8'])
  })

  it('go by post and by the mark of a mentor', () => {
    expect(ids({ positions: ['interest-group-officer'] }, 'ms1-aug-oct')).toEqual(['Q11'])
    expect(ids({ mentor: 'key' }, 'ms4-apr-jun')).toEqual(['Q9', 'Q10'])
  })

  it('are none for somebody the roadmap asks nothing', () => {
    expect(ids({ roles: ['staff'] }, 'ms1-nov-feb')).toEqual([])
    expect(ids({}, 'ms3')).toEqual([])
  })
})
