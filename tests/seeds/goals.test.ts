import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import { goals } from '../../seeds/goals'
import { questionBanks } from '../../seeds/questions'
import { seasonDates } from '../../seeds/season'
import { spokenLines } from '../../seeds/spoken'
import { watchedRules } from '../../seeds/watched-rules'
import { type Goal, type GoalPart, goalSchema, isOfRecords } from '../../src/domain/goals/goal'
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
  if (goal.catchUp) fields.push(['catchUp', goal.catchUp.text])
  for (const part of partsOf(goal)) fields.push([`label of ${part.id}`, part.label])
  for (const question of goal.questions ?? []) fields.push(['questions', question])
  return fields
}

function partsOf(goal: Goal): readonly GoalPart[] {
  return goal.evidence.way === 'count' ? goal.evidence.parts : []
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
    const asked = partsOf(goal).flatMap(({ query }) => ('templates' in query ? (query.templates ?? []) : []))
    const unknown = [...(goal.templates ?? []), ...asked].filter((id) => !templateIds.includes(id))
    expect(unknown, `${goal.id}: these templates do not exist; T1 to T28 and T10b do`).toEqual([])
  })

  it.each(goals)('$id says how to mend it when it can be late', (goal) => {
    const parts = partsOf(goal)
    const canBeLate = goal.by || parts.some((part) => part.by) || goal.evidence.way === 'rhythm'
    expect(
      Boolean(canBeLate),
      canBeLate
        ? `${goal.id} has a last day: add "mend", the quickest way to make it good`
        : `${goal.id} is never late: take "mend" out`,
    ).toBe(Boolean(goal.mend))
  })

  it.each(goals)('$id wants no more than it allows', (goal) => {
    for (const { id, min, max, query } of partsOf(goal)) {
      if (min === 'all') {
        expect(isOfRecords(query), `${goal.id} ${id}: only records can be counted to the last`).toBe(true)
        expect(max, `${goal.id} ${id}: "all" has no maximum`).toBeUndefined()
      } else expect(max ?? min, `${goal.id} ${id}: max is below min`).toBeGreaterThanOrEqual(min)
    }
  })

  it.each(goals)('$id asks for something in each part it counts', (goal) => {
    for (const part of partsOf(goal)) {
      if (isOfRecords(part.query)) continue
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

  it.each(goals)('$id names only lines, banks, rules and dates that there are', (goal) => {
    const missing = (named: readonly (string | undefined)[] = [], list: readonly { id: string }[]) =>
      named.filter((id) => id !== undefined && !list.some((one) => one.id === id))
    expect(missing(goal.spoken, spokenLines), `${goal.id}: seeds/spoken has none of these`).toEqual([])
    expect(missing(goal.banks, questionBanks), `${goal.id}: seeds/questions has none of these`).toEqual([])
    const rules = partsOf(goal).map((part) => part.cap?.rule)
    expect(missing(rules, watchedRules.rules), `${goal.id}: seeds/watched-rules.json has none`).toEqual([])
    const days = [goal.from, goal.by].flatMap((day) => (day?.unit === 'season' ? day.dates : []))
    expect(missing(days, seasonDates), `${goal.id}: seeds/season.json has none of these`).toEqual([])
  })

  it.each(goals)('$id can be caught up on only after its own stages, and never as late', (goal) => {
    if (!goal.catchUp) return
    const last = Math.max(...goal.stages.map((id) => stageIds.indexOf(id)))
    expect(stageIds.indexOf(goal.catchUp.until), `${goal.id}: no stage is left for it`).toBeGreaterThan(last)
    expect(goal.catchUp.text, `${goal.id}: catching up is never late`).not.toMatch(/\b(late|overdue)\b/i)
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
 * Parts are [min, max, week by which, the stated "no more" with the rule it belongs to].
 */
const autumn1 = 'ms1-aug-oct'
const winter1 = 'ms1-nov-feb'
const spring1 = 'ms1-mar-jun'
const autumn2 = 'ms2-jul-oct'
const winter2 = 'ms2-nov-feb'
const spring2 = 'ms2-mar-jun'
const months = (count: number) => ({ unit: 'month', count })
const weeks = (count: number) => ({ unit: 'week', count })
const stageEnd = { unit: 'stage-end' }
const reading = { unit: 'season', dates: ['eras-review', 'residencycas-review', 'ophthalmology-release'] }
const fourWriters = { most: 4, rule: 'R9.6' }
const oneOrTwo = [1, 2]
const twoOrThree = [2, 3]
const table: Record<string, unknown> = {
  R2: { stages: [autumn1, winter1, spring1], way: 'guard' },
  'R2.1': { stages: [autumn1], by: weeks(10), parts: [[1], [1], [1], [1], [1]] },
  'R2.2': { stages: [autumn1], by: weeks(10), parts: [[1], [1], [1]] },
  'R2.3': { stages: [autumn1], by: weeks(3), parts: [[1]] },
  'R2.4': { stages: [autumn1], by: months(2), parts: [oneOrTwo, oneOrTwo] },
  'R2.5': { stages: [autumn1], by: months(2), parts: [[1, 2, { most: 2, rule: 'R9.7' }], [1], twoOrThree] },
  'R2.6': {
    stages: [autumn1],
    carriesInto: [winter1],
    by: { unit: 'month-end', month: 10 },
    parts: [[3], [3]],
  },
  'R2.7': { stages: [winter1], parts: [oneOrTwo] },
  'R2.8': {
    stages: [winter1],
    parts: [
      [5, 7, 2],
      [2, 4],
      [2, 3, 6, { most: 3, rule: 'R9.1' }],
      [2, 3, 10],
    ],
  },
  'R2.9': { stages: [winter1], carriesInto: [spring1], by: { unit: 'month-end', month: 2 }, way: 'tick' },
  'R2.10': { stages: [winter1], parts: [[1]] },
  'R2.11': { stages: [spring1], by: weeks(10), parts: [[1, 1, { most: 1 }]] },
  'R2.12': { stages: [spring1], by: { unit: 'month-end', month: 3 }, parts: [[1]] },
  'R2.13': {
    stages: [spring1],
    from: { unit: 'date', month: 4, day: 1 },
    by: { unit: 'month-end', month: 5 },
    parts: [[2]],
  },
  'R2.14': {
    stages: [spring1],
    from: { unit: 'date', month: 6, day: 1 },
    by: { unit: 'date', month: 6, day: 7 },
    way: 'tick',
  },
  'R3.1': { stages: [autumn2], by: months(4), parts: [twoOrThree] },
  'R3.2': { stages: [autumn2], by: months(4), parts: [twoOrThree] },
  'R3.3': { stages: [autumn2], by: months(4), parts: [[2, 3, { most: 2, rule: 'R9.4' }]] },
  'R3.4': { stages: [autumn2], by: months(4), parts: [twoOrThree] },
  'R3.5': { stages: [winter2], way: 'rhythm' },
  'R3.6': { stages: [winter2], way: 'guard' },
  'R3.7': { stages: [spring2], parts: [twoOrThree, [1]] },
  'R3.8': { stages: [spring2], by: stageEnd, parts: [oneOrTwo] },
  'R4.11': { stages: ['ms3'], by: stageEnd, parts: [[3, 4, fourWriters]] },
  'R4.12': { stages: ['ms3'], parts: [['all']] },
  'R5.1': { stages: ['ms4-apr-jun'], by: stageEnd, parts: [twoOrThree, twoOrThree] },
  'R5.2': { stages: ['ms4-apr-jun'], by: stageEnd, parts: [['all']] },
  'R5.3': { stages: ['ms4-apr-jun'], by: stageEnd, ifApt: true, parts: [[1]] },
  'R5.4': {
    stages: ['ms4-apr-jun'],
    carriesInto: ['ms4-jul-sep'],
    by: stageEnd,
    parts: [[3, 4, fourWriters], [1], ['all']],
  },
  'R5.5': { stages: ['ms4-jul-sep'], by: reading, ifApt: true, parts: [['all']] },
  'R5.6': { stages: ['ms4-jul-sep'], by: reading, ifApt: true, parts: [['all']] },
  'R5.7': { stages: ['ms4-jul-sep'], ifApt: true, parts: [['all'], ['all']] },
  'R5.9': { stages: ['ms4-oct-feb'], parts: [['all'], ['all'], ['all']] },
  'R5.10': {
    stages: ['ms4-oct-feb'],
    carriesInto: ['ms4-mar-grad'],
    from: { unit: 'date', month: 1, day: 1 },
    by: { unit: 'season', dates: ['rank-list-deadline', 'ophthalmology-rank'] },
    parts: [[5, 7], oneOrTwo],
  },
  'R5.11': {
    stages: ['ms4-mar-grad'],
    carriesInto: ['after'],
    from: { unit: 'season', dates: ['match-day'] },
    parts: [['all']],
  },
}

describe('the roadmap’s numbers', () => {
  it.each(goals)('$id keeps its numbers, months and limits', (goal) => {
    const { stages, carriesInto, from, by, ifApt, evidence } = goal
    const shape: Record<string, unknown> = { stages }
    if (carriesInto) shape.carriesInto = carriesInto
    if (from) shape.from = from
    if (by) shape.by = by
    if (ifApt) shape.ifApt = ifApt
    if (evidence.way === 'count') {
      shape.parts = evidence.parts.map(({ min, max, by, cap }) => {
        const limit = cap && { most: cap.most, ...(cap.rule && { rule: cap.rule }) }
        const week = by?.unit === 'week' ? by.count : undefined
        return [min, max, week, limit].filter((value) => value !== undefined)
      })
    } else shape.way = evidence.way
    expect(shape, `${goal.id}: the roadmap's numbers are binding; change the table only with it`).toEqual(
      table[goal.id],
    )
  })

  it('has a goal for every line of the table', () => {
    expect(goals.map((goal) => goal.id).sort()).toEqual(Object.keys(table).sort())
  })

  it('states a "no more" only where the roadmap does, and for what', () => {
    const caps = goals.flatMap((goal) =>
      partsOf(goal).flatMap(({ id, cap }) => (cap ? [`${goal.id} ${id}: ${cap.most} by ${cap.of}`] : [])),
    )
    expect(caps).toEqual([
      'R2.5 groups: 2 by count',
      'R2.8 written: 3 by waiting',
      'R2.11 mentor: 1 by count',
      'R3.3 updated: 2 by each',
      'R4.11 writers: 4 by count',
      'R5.4 writers: 4 by count',
    ])
  })

  it('counts coffee by the month, updates by the semester, and career chats as such', () => {
    const queryOf = (id: string) => partsOf(goals.find((one) => one.id === id) as Goal)[0]?.query
    expect(queryOf('R2.7')).toMatchObject({
      window: 'month',
      roles: ['resident'],
      kinds: expect.arrayContaining(['coffee']),
    })
    expect(queryOf('R3.3')).toMatchObject({ window: 'semester', kinds: ['update'] })
    expect(queryOf('R3.2')).toMatchObject({ kinds: ['career-chat'] })
  })

  it('has something to do in every stage of the road', () => {
    const stages = new Set(goals.filter((one) => one.evidence.way !== 'guard').flatMap((one) => one.stages))
    expect(stageIds.filter((id) => id.startsWith('ms') && !stages.has(id))).toEqual([])
  })

  const brief = '../shared/roadmap-brief.md'
  if (existsSync(brief))
    it('has every goal of the four years that the brief lists; R5.8 is told by what happens', () => {
      const listed = [...readFileSync(brief, 'utf8').matchAll(/^- (R[2-5]\.\d+) /gm)].map((match) => match[1])
      expect(listed).toHaveLength(14 + 8 + 2 + 11)
      const ids = goals.map((goal) => goal.id)
      expect(
        listed.filter((id) => id !== 'R5.8' && !ids.includes(id ?? '')),
        'add a file to seeds/goals for each of these',
      ).toEqual([])
    })
})
