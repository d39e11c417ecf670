import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { positions, roles } from '../../../src/domain/person/person'
import { pauseSchema } from '../../../src/domain/profile/profile'
import { stageIds } from '../../../src/domain/stage/stages'
import { outcomeSchema, touchKinds } from '../../../src/domain/touch/touch'
import { common, dashboard, log, popup, road, welcome } from '../../../src/ui/shared/words/en'

function sourceOf(folders: readonly string[]): string {
  return folders
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => /\.tsx?$/.test(name))
        .map((name) => readFileSync(join(folder, name), 'utf8')),
    )
    .join('\n')
}

describe('the catalogue', () => {
  it('has words for every stage, role, post, kind, outcome and pause', () => {
    expect(Object.keys(road.stages).sort()).toEqual([...stageIds].sort())
    expect(Object.keys(common.roles).sort()).toEqual([...roles].sort())
    expect(Object.keys(log.positions).sort()).toEqual([...positions].sort())
    expect(Object.keys(log.kinds).sort()).toEqual([...touchKinds].sort())
    expect(Object.keys(log.outcomes).sort()).toEqual(['', ...outcomeSchema.options].sort())
    expect(Object.keys(welcome.pauseKinds).sort()).toEqual([...pauseSchema.shape.kind.options].sort())
  })

  it.each(Object.entries({ popup, dashboard, welcome, log, road, common }))(
    'has no words in %s that no screen says',
    (group, words) => {
      const source = sourceOf([
        'src/ui/popup',
        'src/ui/dashboard',
        'src/ui/welcome',
        'src/ui/shared',
        'src/ui/shared/words',
        'src/ui/capture',
        'src/ui/compose',
      ])
      const unused = Object.keys(words).filter(
        (key) => !new RegExp(`\\b${group}\\.${key}\\b|\\bwords\\.${key}\\b`).test(source),
      )
      expect(unused, 'take these out of src/ui/shared/words/en.ts').toEqual([])
    },
  )
})
