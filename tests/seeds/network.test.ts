import { describe, expect, it } from 'vitest'
import { network } from '../../seeds/network'
import { growthLines, networkSchema, yearEnds, years } from '../../src/domain/benchmarks/network'
import { touchKinds } from '../../src/domain/touch/touch'
import { listIssues, listTexts, listWordingProblems } from './read-seeds'

describe('seeds/network.json', () => {
  it('has the shape of a network', () => {
    expect(listIssues(networkSchema.safeParse(network)), 'src/domain/benchmarks/network.ts').toEqual([])
  })

  it('keeps the numbers of the target network, due in February of MS4', () => {
    expect(network.due).toEqual({ stage: 'ms4-oct-feb', month: 2 })
    expect(network.targets.map(({ id, min, max, counts }) => [id, min, max, counts])).toEqual([
      ['R1.1', 3, 5, { roles: ['attending'], marked: true }],
      ['R1.2', 8, 12, { roles: ['resident', 'fellow'], touched: true }],
      ['R1.3', 2, 3, { roles: ['faculty-researcher'], touched: true }],
      ['R1.4', 1, 2, { roles: ['dean-advisor'], touched: true }],
      ['R1.5', 10, 15, { roles: ['peer'], place: 'not-home' }],
    ])
  })

  it('keeps the growth of the key connections, all years together', () => {
    const { lines, points } = network.growth
    expect(points.map((point) => [point.at, ...growthLines.map((line) => point[line])])).toEqual([
      ['ms1-start', 0, 0, 0],
      ['ms1-end', 1, 4, 1],
      ['ms2-end', 2, 8, 2],
      ['ms3-end', 3, 12, 5],
      ['ms4-end', 4, 15, 8],
    ])
    expect(points.map((point) => point.at)).toEqual([...yearEnds])
    expect(lines.map(({ id, counts }) => [id, counts])).toEqual([
      ['mentors', { roles: ['attending', 'faculty-researcher', 'dean-advisor'], marked: true }],
      ['residents', { roles: ['resident', 'fellow'], touched: true }],
      ['outside', { place: 'outside' }],
    ])
  })

  it('keeps the shares of the effort, each year together 100', () => {
    const rows = network.effort.years.map(({ year, exploring, mentorship, outcomes }) => [
      year,
      exploring,
      mentorship,
      outcomes,
    ])
    expect(rows).toEqual([
      ['ms1', 60, 30, 10],
      ['ms2', 40, 40, 20],
      ['ms3', 20, 50, 30],
      ['ms4', 10, 30, 60],
    ])
    expect(network.effort.years.map((row) => row.year)).toEqual([...years])
    for (const row of network.effort.years) expect(row.exploring + row.mentorship + row.outcomes).toBe(100)
  })

  it('puts every touch kind into one class', () => {
    const { kinds } = network.effort
    expect(
      Object.keys(kinds).sort(),
      'add each touch kind to "effort.kinds" of seeds/network.json: exploring, mentorship or outcomes',
    ).toEqual([...touchKinds].sort())
    const of = (wanted: string) => Object.keys(kinds).filter((kind) => kinds[kind] === wanted)
    expect(of('exploring')).toEqual(['met', 'event', 'introduction', 'question'])
    expect(of('mentorship')).toEqual(
      expect.arrayContaining(['meeting', 'update', 'career-chat', 'project-work', 'touch-base']),
    )
    expect(of('outcomes')).toEqual([
      'letter-step',
      'program-question',
      'interview',
      'rank-check',
      'closing-thanks',
    ])
  })

  it('is worded plainly', () => {
    const said = listTexts(network, 'seeds/network.json').filter(({ where }) =>
      / (label|purpose)$/.test(where),
    )
    expect(said.length).toBeGreaterThan(10)
    expect(said.flatMap(listWordingProblems)).toEqual([])
  })
})
