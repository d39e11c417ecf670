import { describe, expect, it } from 'vitest'
import { checklists } from '../../seeds/checklists'
import { goals } from '../../seeds/goals'
import { network } from '../../seeds/network'
import networkFile from '../../seeds/network.json'
import { questionBanks } from '../../seeds/questions'
import { spokenLines } from '../../seeds/spoken'
import { templates } from '../../seeds/templates'
import { watchedRules } from '../../seeds/watched-rules'
import watchedRulesFile from '../../seeds/watched-rules.json'
import { stageIds } from '../../src/domain/stage/stages'
import { listTexts, readSeedFolder, roadmap } from './read-seeds'

const content = [
  ...['templates', 'spoken', 'questions', 'checklists', 'goals'].flatMap(readSeedFolder),
  { file: 'seeds/network.json', content: networkFile },
  { file: 'seeds/watched-rules.json', content: watchedRulesFile },
]
const texts = content.flatMap(({ file, content }) => listTexts(content, file))

/** Ids of all seeds that the roadmap numbers, goals aside. */
const ids = [
  ...templates,
  ...spokenLines,
  ...questionBanks,
  ...checklists,
  ...network.targets,
  network.growth,
  network.effort,
  ...watchedRules.rules,
].map((seed) => seed.id)

describe('the content as a whole', () => {
  it('has each id once', () => {
    expect(
      ids.filter((id, index) => ids.indexOf(id) !== index),
      'number one of them by the roadmap',
    ).toEqual([])
  })

  it('has every letter, line, bank, benchmark, checklist and watched rule', () => {
    const range = (start: string, to: number) =>
      Array.from({ length: to }, (_, index) => `${start}${index + 1}`)
    const wanted = [
      ...range('T', 28),
      'T10b',
      ...range('S', 5),
      ...range('Q', 12),
      ...range('R1.', 7),
      ...range('R6.', 4),
      ...range('R9.', 15),
    ]
    expect(ids.sort(), 'add what is missing, or take out what the roadmap does not know').toEqual(
      wanted.sort(),
    )
  })

  it('gives every stage of the road something to ask or to say', () => {
    const goalStages = new Map(goals.map((goal) => [goal.id, goal.stages]))
    for (const { id, occasion } of [...spokenLines, ...questionBanks]) {
      for (const goal of occasion.goals) {
        const stages = goalStages.get(goal)
        if (!stages || occasion.stages.length === 0) continue
        expect(
          occasion.stages.some((stage) => stages.includes(stage)),
          `${id} stands beside ${goal}, which belongs to another stage`,
        ).toBe(true)
      }
      expect(
        occasion.stages.length > 0 || occasion.rotation !== null,
        `${id}: name its stages, or the moment of the rotation`,
      ).toBe(true)
    }
    const asked = new Set(questionBanks.flatMap((bank) => bank.occasion.stages))
    // During boards there is only upkeep; from July of MS4 on the letters themselves ask.
    const silent = ['ms2-nov-feb', 'ms3', 'ms4-jul-sep', 'ms4-oct-feb', 'ms4-mar-grad']
    const road = stageIds.filter((id) => id.startsWith('ms') && !silent.includes(id))
    expect(road.filter((id) => !asked.has(id))).toEqual([])
  })

  it('refers only to letters that are written', () => {
    const written = templates.map((letter) => letter.id)
    const named = texts.filter(({ where, text }) => / templates? /.test(`${where} `) && /^T\d/.test(text))
    expect(named.length).toBeGreaterThan(5)
    expect(named.filter(({ text }) => !written.includes(text))).toEqual([])
    expect(written).toContain(watchedRules.waiting.template)
  })
})

/** The words of a text in order; a place that is filled in later parts them. */
function listWords(text: string): string[] {
  return text
    .replace(/\{\{[^}]*\}\}/g, ' | ')
    .toLowerCase()
    .replace(/[’']/g, '')
    .split(/[^\p{L}\p{N}|]+/u)
    .filter(Boolean)
}

/** Every run of `length` words, none across a place to fill in. */
function listRuns(text: string, length: number): string[] {
  const words = listWords(text)
  const runs = words.map((_, start) => words.slice(start, start + length))
  return runs.filter((run) => run.length === length && !run.includes('|')).map((run) => run.join(' '))
}

describe('what is compared with the roadmap', () => {
  it('finds a shared run of words, whatever stands between them, and none across a place to fill in', () => {
    expect(listRuns('One, two – three. FOUR', 4)).toEqual(['one two three four'])
    expect(listRuns('one two {{me.name}} three four', 3)).toEqual([])
    expect(listRuns('don’t stop', 2)).toEqual(['dont stop'])
  })

  if (roadmap !== null) {
    const text = roadmap

    it('is in our own words: no seven in a row are the roadmap’s', () => {
      const known = new Set(listRuns(text, 7))
      expect(known.size).toBeGreaterThan(1000)
      const shared = texts.flatMap(({ where, text }) =>
        listRuns(text, 7)
          .filter((run) => known.has(run))
          .map((run) => `${where}: say “${run}” in other words`),
      )
      expect(shared).toEqual([])
    })

    it('has every id of the roadmap’s tables and lists', () => {
      const listed = [
        ...[...text.matchAll(/^\| (T\d+b?|S\d|R1\.\d)\b/gm)].map((match) => match[1]),
        ...[...text.matchAll(/^- (Q\d+)\b/gm)].map((match) => match[1]),
        ...[...text.matchAll(/^(R1\.[67])\b/gm)].map((match) => match[1]),
        ...[...text.matchAll(/^- (R6\.\d)\b/gm)].map((match) => match[1]),
        ...[...text.matchAll(/(?<=^- |\. )(R9\.\d+)\b/gm)].map((match) => match[1]),
      ]
      expect(new Set(listed).size).toBe(29 + 5 + 12 + 7 + 4 + 15)
      expect(
        listed.filter((id) => !ids.includes(id ?? '')),
        'write a seed for each of these',
      ).toEqual([])
    })

    it('keeps the word limits of its table', () => {
      const rows = [...text.matchAll(/^\| (T\d+b?) .*\| ≤ (\d+) \|$/gm)]
      expect(rows).toHaveLength(29)
      for (const [, id, limit] of rows) {
        expect(templates.find((one) => one.id === id)?.wordLimit, `seeds/templates/${id}.json`).toBe(
          Number(limit),
        )
      }
    })
  }
})
