import { describe, expect, it } from 'vitest'
import { templates } from '../../../seeds/templates'
import type { Addressed } from '../../../src/domain/templates/audience'
import { type RankQuestion, rankTemplates } from '../../../src/domain/templates/rank-templates'

const somebody: Addressed = {
  roles: [],
  positions: [],
  mentor: 'none',
  canWriteLetter: false,
  place: 'unknown',
}
const base: RankQuestion = {
  recipient: somebody,
  stage: 'ms1-nov-feb',
  today: '2026-11-22',
  templates,
  lastContact: null,
  recent: [],
  awaiting: null,
}
const rank = (change: Partial<RankQuestion>) => rankTemplates({ ...base, ...change })
const recipient = (change: Partial<Addressed>): Addressed => ({ ...somebody, ...change })

describe('which templates come first', () => {
  it('offers the advisor letter to the assigned advisor in the first months', () => {
    const first = rank({ stage: 'ms1-aug-oct', recipient: recipient({ positions: ['assigned-advisor'] }) })[0]
    expect(first).toMatchObject({
      template: { id: 'T1' },
      fits: true,
      reason: { id: 'rank.role-stage', params: { word: 'assigned-advisor', stage: 'ms1-aug-oct' } },
    })
  })

  it('offers coffee to a resident and research to a researcher in the same stage', () => {
    expect(rank({ recipient: recipient({ roles: ['resident'] }) })[0]?.template.id).toBe('T3')
    expect(rank({ recipient: recipient({ roles: ['faculty-researcher'] }) })[0]?.template.id).toBe('T4')
  })

  it('does not call a letter fitting that is for somebody else or another time', () => {
    const ranked = rank({ recipient: recipient({ roles: ['resident'] }) })
    const of = (id: string) => ranked.find((one) => one.template.id === id)
    expect(of('T4')).toMatchObject({ fits: false, reason: null })
    expect(of('T7')).toMatchObject({ fits: false, reason: null })
  })

  it('goes by the stage when nobody of the log is written to', () => {
    const ranked = rank({ recipient: null })
    expect(ranked.slice(0, 2).map((one) => one.template.id)).toEqual(['T3', 'T4'])
    expect(ranked[0]?.reason).toEqual({ id: 'rank.stage', params: { stage: 'ms1-nov-feb' } })
    expect(ranked[0]?.fits).toBe(false)
  })

  it('says how many weeks ago the last contact with a key mentor was, from eight on', () => {
    const key = {
      stage: 'ms2-nov-feb' as const,
      recipient: recipient({ roles: ['attending'], mentor: 'key' as const }),
    }
    expect(rank({ ...key, lastContact: '2026-09-27' })[0]).toMatchObject({
      template: { id: 'T10' },
      reason: { id: 'rank.weeks', params: { weeks: 8 } },
    })
    expect(rank({ ...key, lastContact: '2026-09-28' })[0]?.reason?.id).toBe('rank.role-stage')
  })

  it('proposes a reminder first after ten unanswered days, and only once', () => {
    const to = { recipient: recipient({ roles: ['faculty-researcher'] }) }
    expect(rank({ ...to, awaiting: { since: '2026-11-12', nudged: false } })[0]).toMatchObject({
      template: { id: 'T27' },
      reason: { id: 'rank.no-answer', params: { days: 10 } },
    })
    expect(rank({ ...to, awaiting: { since: '2026-11-13', nudged: false } }).at(-1)?.template.id).toBe('T27')
    expect(rank({ ...to, awaiting: { since: '2026-11-02', nudged: true } }).at(-1)?.template.id).toBe('T27')
    expect(rank(to).at(-1)?.template.id).toBe('T27')
  })

  it('moves back what this person has had before', () => {
    const ranked = rank({ recipient: recipient({ roles: ['resident'] }), recent: ['T3'] })
    expect(ranked[0]?.template.id).not.toBe('T3')
    expect(ranked.find((one) => one.template.id === 'T3')?.reason?.id).toBe('rank.used-before')
  })

  it('offers the packet to whoever can write a letter, and the thanks after it', () => {
    const writer = recipient({ roles: ['attending'], canWriteLetter: true })
    expect(rank({ stage: 'ms3', recipient: writer })[0]).toMatchObject({
      template: { id: 'T14' },
      reason: { id: 'rank.role-stage', params: { word: 'letter-writer', stage: 'ms3' } },
    })
    expect(rank({ stage: 'ms3', recipient: recipient({ roles: ['attending'] }) })[0]?.template.id).toBe('T13')
  })

  it('asks for tips before an interview only of residents elsewhere', () => {
    const of = (place: Addressed['place']) =>
      rank({ stage: 'ms4-oct-feb', recipient: recipient({ roles: ['resident'], place }) })
    expect(of('outside')[0]).toMatchObject({ template: { id: 'T22' }, fits: true })
    expect(of('unknown')[0]).toMatchObject({ template: { id: 'T22' }, fits: true })
    expect(of('home').find((one) => one.template.id === 'T22')).toMatchObject({ fits: false, reason: null })
  })

  it('keeps the rhythm with key mentors in later years', () => {
    const ranked = rank({
      stage: 'ms3',
      today: '2028-11-22',
      lastContact: '2028-09-20',
      recipient: recipient({ roles: ['attending'], mentor: 'key' }),
    })
    expect(ranked[0]).toMatchObject({ template: { id: 'T10b' }, reason: { id: 'rank.weeks' } })
  })

  it('keeps the thanks after the Match back until it is time, and then for everybody', () => {
    const place = (stage: RankQuestion['stage']) =>
      rank({ stage, recipient: recipient({ roles: ['staff'] }) }).findIndex(
        (one) => one.template.id === 'T25',
      )
    expect(place('ms4-mar-grad')).toBe(0)
    expect(place('ms1-nov-feb')).toBeGreaterThan(2)
  })

  it('loses no template', () => {
    expect(
      rank({})
        .map((one) => one.template.id)
        .sort(),
    ).toEqual(templates.map((one) => one.id).sort())
  })
})
