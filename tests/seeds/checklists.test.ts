import { describe, expect, it } from 'vitest'
import { checklists } from '../../seeds/checklists'
import { checklistSchema } from '../../src/domain/benchmarks/checklist'
import { listIssues, listWordingProblems, readSeedFolder } from './read-seeds'

const files = readSeedFolder('checklists')

/** Section 6 of the roadmap: year, and each item as [min, max, counted by the log or ticked]. */
const rows: Record<string, { year: string; items: Record<string, [number, number | undefined, string]> }> = {
  'R6.1': {
    year: 'ms1',
    items: {
      'summer-mentor': [1, undefined, 'counted'],
      'known-faculty': [3, undefined, 'counted'],
      residents: [3, 5, 'counted'],
    },
  },
  'R6.2': {
    year: 'ms2',
    items: {
      'plausible-writers': [2, 3, 'counted'],
      specialties: [1, 2, 'counted'],
      friendly: [1, undefined, 'counted'],
    },
  },
  'R6.3': {
    year: 'ms3',
    items: {
      writers: [3, 4, 'counted'],
      'home-residents': [1, undefined, 'ticked'],
      'program-list': [1, undefined, 'ticked'],
    },
  },
  'R6.4': {
    year: 'ms4',
    items: { 'rank-checked': [1, undefined, 'counted'], 'carry-on': [1, undefined, 'counted'] },
  },
}

describe('the lists in seeds/checklists', () => {
  it.each(files)('$file fits the schema, and is named after its id', ({ file, name, content }) => {
    const parsed = checklistSchema.safeParse(content)
    expect(listIssues(parsed), `${file}: mend these (src/domain/benchmarks/checklist.ts)`).toEqual([])
    expect(parsed.data?.id).toBe(name)
  })

  it.each(checklists)('$id keeps its year and its numbers', ({ id, year, items }) => {
    const shape = items.map((item) => [item.id, [item.min, item.max, item.query ? 'counted' : 'ticked']])
    expect({ year, items: Object.fromEntries(shape) }, `${id}: the roadmap's numbers are binding`).toEqual(
      rows[id],
    )
  })

  it('are worded plainly', () => {
    const texts = checklists.flatMap(({ id, title, items }) => [
      { where: `${id} title`, text: title },
      ...items.flatMap((item) => [
        { where: `${id} ${item.id}`, text: item.text },
        { where: `${id} ${item.id}`, text: item.mend },
      ]),
    ])
    expect(texts.flatMap(listWordingProblems)).toEqual([])
  })
})
