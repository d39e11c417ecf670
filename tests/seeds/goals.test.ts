import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import { goals } from '../../seeds/goals'
import { type Goal, goalSchema } from '../../src/domain/goals/goal'
import { stageIds } from '../../src/domain/stage/stages'

/** Every template the roadmap names, written or not. */
const templateIds = [...Array.from({ length: 28 }, (_, index) => `T${index + 1}`), 'T10b']

const files = Object.entries(
  import.meta.glob<string>('../../seeds/goals/*.json', { eager: true, query: '?raw', import: 'default' }),
).map(([path, text]) => ({ file: `seeds/goals/${basename(path)}`, text }))

function wordsOf(goal: Goal): [field: string, text: string][] {
  const fields: [string, string][] = [
    ['title', goal.title],
    ['why', goal.why],
    ['how', goal.how],
  ]
  if (goal.mend) fields.push(['mend', goal.mend])
  for (const question of goal.questions ?? []) fields.push(['questions', question])
  return fields
}

describe('seeds/goals', () => {
  it.each(files)('$file has the shape of a goal', ({ file, text }) => {
    const result = goalSchema.safeParse(JSON.parse(text))
    const problems = result.success
      ? []
      : result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    expect(problems, `${file}: mend these fields; their meaning is in src/domain/goals/goal.ts`).toEqual([])
  })

  it('loads every file', () => {
    expect(goals).toHaveLength(files.length)
  })

  it('has each id once', () => {
    const ids = goals.map((goal) => goal.id)
    const twice = ids.filter((id, index) => ids.indexOf(id) !== index)
    expect(twice, 'two files carry the same id: number one of them by the roadmap').toEqual([])
  })

  it.each(files)('$file is named after its id', ({ file, text }) => {
    const [section = '', number = '0'] = (JSON.parse(text) as Goal).id.toLowerCase().split('.')
    const start = `${section}-${number.padStart(2, '0')}-`
    expect(basename(file).startsWith(start), `rename ${file} so that it begins with ${start}`).toBe(true)
  })

  it.each(goals)('$id refers only to templates the roadmap names', (goal) => {
    const parts = goal.evidence.way === 'count' ? goal.evidence.parts : []
    const named = [...(goal.templates ?? []), ...parts.flatMap((part) => part.query.templates ?? [])]
    const unknown = named.filter((id) => !templateIds.includes(id))
    expect(unknown, `${goal.id}: these templates do not exist; T1 to T28 and T10b do`).toEqual([])
  })

  it.each(goals)('$id says how to mend it when it can be late', (goal) => {
    const parts = goal.evidence.way === 'count' ? goal.evidence.parts : []
    const canBeLate = goal.by || parts.some((part) => part.by) || goal.evidence.way === 'rhythm'
    expect(
      Boolean(canBeLate),
      canBeLate
        ? `${goal.id} has a last day: add "mend", the quickest way to make it good`
        : `${goal.id} is never late: take "mend" out`,
    ).toBe(Boolean(goal.mend))
  })

  it.each(goals)('$id wants no more than it allows', (goal) => {
    for (const part of goal.evidence.way === 'count' ? goal.evidence.parts : []) {
      expect(part.max ?? part.min, `${goal.id} ${part.id}: max is below min`).toBeGreaterThanOrEqual(part.min)
    }
  })

  it.each(goals)('$id asks for something in each part it counts', (goal) => {
    for (const part of goal.evidence.way === 'count' ? goal.evidence.parts : []) {
      const { window: _, each: __, ...asked } = part.query
      expect(Object.keys(asked).length, `${goal.id} ${part.id}: this counts everybody`).toBeGreaterThan(0)
    }
  })

  it.each(goals)('$id carries only into stages that come after its own', (goal) => {
    const last = Math.max(...goal.stages.map((id) => stageIds.indexOf(id)))
    for (const id of goal.carriesInto ?? []) {
      expect(stageIds.indexOf(id), `${goal.id}: ${id} does not come later`).toBeGreaterThan(last)
    }
  })

  it.each(goals)('$id is worded plainly', (goal) => {
    for (const [field, text] of wordsOf(goal)) {
      const where = `${goal.id} ${field}`
      expect(text, `${where}: no template or goal numbers on screen`).not.toMatch(/\b[TRQS]\d/)
      expect(text, `${where}: no exclamation marks`).not.toContain('!')
      expect(text, `${where}: use ’ for the apostrophe`).not.toContain("'")
      expect(text, `${where}: blanks at an end or doubled`).not.toMatch(/^\s|\s$|\s\s/)
      expect(text.toLowerCase(), `${where}: nobody is told they failed`).not.toMatch(
        /\b(fail|failed|should have|behind schedule|passionate)\b/,
      )
    }
    expect(goal.title, `${goal.id}: a title ends without a full stop`).not.toMatch(/\.$/)
  })
})

/**
 * The numbers, months and limits of the roadmap, written down a second time by hand: a seed that drifts fails here.
 * [id, stages, by, from, parts as [id, min, max, by, cap], window of the parts]
 */
const november = 'ms1-nov-feb'
const spring = 'ms1-mar-jun'
const autumn = 'ms1-aug-oct'
const table: Record<string, unknown> = {
  R2: { stages: [autumn, november, spring], way: 'guard' },
  'R2.1': { stages: [autumn], by: { unit: 'week', count: 10 }, parts: [[1], [1], [1], [1], [1]] },
  'R2.2': { stages: [autumn], by: { unit: 'week', count: 10 }, parts: [[1], [1], [1]] },
  'R2.3': { stages: [autumn], by: { unit: 'week', count: 3 }, parts: [[1]] },
  'R2.4': {
    stages: [autumn],
    by: { unit: 'month', count: 2 },
    parts: [
      [1, 2],
      [1, 2],
    ],
  },
  'R2.5': { stages: [autumn], by: { unit: 'month', count: 2 }, parts: [[1], [2, 3]] },
  'R2.6': { stages: [autumn], by: { unit: 'month-end', month: 10 }, parts: [[3], [3]] },
  'R2.7': { stages: [november], parts: [[1, 2]] },
  'R2.8': {
    stages: [november],
    parts: [
      [5, 7, 2],
      [2, 4],
      [2, 3, 6, 3],
      [2, 3, 10],
    ],
  },
  'R2.9': { stages: [november], by: { unit: 'month-end', month: 2 }, way: 'tick' },
  'R2.10': { stages: [november], parts: [[1]] },
  'R2.11': { stages: [spring], by: { unit: 'week', count: 10 }, parts: [[1, 1, 1]] },
  'R2.12': { stages: [spring], by: { unit: 'month-end', month: 3 }, way: 'tick' },
  'R2.13': {
    stages: [spring],
    from: { unit: 'date', month: 4, day: 1 },
    by: { unit: 'month-end', month: 5 },
    parts: [[2]],
  },
  'R2.14': {
    stages: [spring],
    from: { unit: 'date', month: 6, day: 1 },
    by: { unit: 'date', month: 6, day: 7 },
    way: 'tick',
  },
  'R3.5': { stages: ['ms2-nov-feb'], way: 'rhythm' },
  'R3.6': { stages: ['ms2-nov-feb'], way: 'guard' },
}

describe('the roadmap’s numbers', () => {
  it.each(goals)('$id keeps its numbers, months and limits', (goal) => {
    const { stages, from, by, evidence } = goal
    const shape: Record<string, unknown> = { stages }
    if (from) shape.from = from
    if (by) shape.by = by
    if (evidence.way === 'count') {
      shape.parts = evidence.parts.map((part) =>
        [part.min, part.max, part.by?.unit === 'week' ? part.by.count : undefined, part.cap?.most].filter(
          (value) => value !== undefined,
        ),
      )
    } else shape.way = evidence.way
    expect(shape, `${goal.id}: the roadmap's numbers are binding; change the table only with it`).toEqual(
      table[goal.id],
    )
  })

  it('has a goal for every line of the table', () => {
    expect(goals.map((goal) => goal.id).sort()).toEqual(Object.keys(table).sort())
  })

  it('counts coffee by the month', () => {
    const goal = goals.find((one) => one.id === 'R2.7')
    expect(goal?.evidence).toMatchObject({
      parts: [{ query: { window: 'month', roles: ['resident'], kinds: expect.arrayContaining(['coffee']) } }],
    })
  })

  it('states the limit of waiting mails at three', () => {
    const goal = goals.find((one) => one.id === 'R2.8')
    const written = goal?.evidence.way === 'count' ? goal.evidence.parts[2] : undefined
    expect(written).toMatchObject({ id: 'written', cap: { of: 'waiting', most: 3 } })
  })

  const brief = '../shared/roadmap-brief.md'
  if (existsSync(brief))
    it('has every goal of MS1, and R3.5 and R3.6, that the brief lists', () => {
      const listed = [...readFileSync(brief, 'utf8').matchAll(/^- (R2\.\d+|R3\.[56]) /gm)].map(
        (match) => match[1],
      )
      expect(listed.length).toBeGreaterThanOrEqual(16)
      const ids = goals.map((goal) => goal.id)
      expect(
        listed.filter((id) => !ids.includes(id ?? '')),
        'add a file to seeds/goals for each of these',
      ).toEqual([])
    })
})
