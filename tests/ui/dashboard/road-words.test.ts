import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { eventTrio } from '../../../src/domain/events/event-touches'
import { identifierKinds } from '../../../src/domain/guards/patient-identifiers'
import { letterSchema } from '../../../src/domain/letters/letter'
import { recordedDays } from '../../../src/domain/letters/letter-steps'
import { programSchema } from '../../../src/domain/programs/program'
import { remarkKinds } from '../../../src/domain/remarks/remark'
import { remarkFields } from '../../../src/domain/remarks/remark-fields'
import { rotationKinds, rotationPostSchema, writerSigns } from '../../../src/domain/rotation/rotation'
import { eventsPage, lettersPage, remarksWords, rotationsPage } from '../../../src/ui/shared/words/en'

const keys = (words: object) => Object.keys(words).sort()
const sorted = (ids: readonly string[]) => [...ids].sort()

describe('the words of rotations, letters, events and remarks', () => {
  it('name every kind, post, sign, step and tier', () => {
    expect(keys(rotationsPage.kinds)).toEqual(sorted(rotationKinds))
    expect(keys(rotationsPage.kindsMany)).toEqual(sorted(rotationKinds))
    expect(keys(rotationsPage.posts)).toEqual(sorted(rotationPostSchema.options))
    expect(keys(rotationsPage.signs)).toEqual(sorted(writerSigns))
    expect(keys(rotationsPage.identifiers)).toEqual(sorted(identifierKinds))
    expect(keys(lettersPage.kinds)).toEqual(sorted(letterSchema.shape.kind.options))
    expect(keys(lettersPage.steps.names)).toEqual(sorted(recordedDays))
    expect(keys(lettersPage.steps.hints)).toEqual(sorted(recordedDays))
    expect(keys(lettersPage.states)).toEqual(keys(lettersPage.nextByState))
    expect(keys(lettersPage.prompts)).toEqual(keys(lettersPage.promptsLate))
    expect(keys(eventsPage.form.places)).toEqual(sorted(eventTrio))
    expect(keys(remarksWords.kinds)).toEqual(sorted(remarkKinds))
    expect(keys(remarksWords.form.kindHints)).toEqual(sorted(remarkKinds))
    expect(keys(remarksWords.tiers)).toEqual(sorted(programSchema.shape.tier.options))
    expect(keys(remarksWords.form.about)).toEqual(
      sorted(remarkKinds.filter((kind) => remarkFields[kind].about)),
    )
    expect(keys(remarksWords.close)).toEqual(sorted(remarkKinds.filter((kind) => remarkFields[kind].closes)))
  })

  it.each(Object.entries({ rotationsPage, lettersPage, eventsPage, remarksWords }))(
    'has none in %s that no screen says',
    (group, words) => {
      const folder = 'src/ui/dashboard'
      const source = readdirSync(folder, { recursive: true })
        .map(String)
        .filter((name) => /\.tsx?$/.test(name))
        .map((name) => readFileSync(join(folder, name), 'utf8'))
        .join('\n')
      const unused = Object.entries(words).flatMap(([key, value]) => {
        const inner = typeof value === 'object' && !Array.isArray(value) ? Object.keys(value) : []
        const isSaid = (name: string) => new RegExp(`\\b(?:${group}|words)\\.${name}\\b`).test(source)
        // A screen may take a part of the group as its own words.
        const isPart = new RegExp(`const words = ${group}\\.${key}\\b`).test(source)
        if (!isPart) return isSaid(key) ? [] : [key]
        return inner
          .filter((name) => !isSaid(name) && !isSaid(`${key}\\.${name}`))
          .map((name) => `${key}.${name}`)
      })
      expect(unused, 'take these out of src/ui/shared/words/en.ts').toEqual([])
    },
  )
})
