import { describe, expect, it } from 'vitest'
import { templates } from '../../../seeds/templates'
import { applyEdits } from '../../../src/domain/edits/apply-edits'
import type { SeedEdit } from '../../../src/domain/edits/seed-edit'
import { templateSeedSchema } from '../../../src/domain/templates/template-seed'

const edit = (id: string, parts: Partial<SeedEdit> = {}): SeedEdit => ({
  schema: 1,
  id: `template/${id}`,
  hidden: false,
  ...parts,
})
const find = (id: string, ...edits: SeedEdit[]) =>
  applyEdits(templates, edits).offered.find((one) => one.id === id)

describe('templates as the student wants them', () => {
  it('are the originals while nothing was changed', () => {
    expect(applyEdits(templates, [])).toEqual({ offered: templates, known: templates })
    expect(applyEdits(templates, [edit('T99', { body: 'x' })]).offered).toEqual(templates)
  })

  it('have the student’s words, and the free places of these words', () => {
    const changed = find(
      'T22',
      edit('T22', { body: 'Hi {{slot: the program}} {{#if slot: a joke}}{{slot: a joke}}{{/if}}' }),
    )
    expect(changed?.body).toMatch(/^Hi /)
    expect(changed?.slots.map(({ label, required }) => [label, required])).toEqual([
      ['the date of the interview', true],
      ['the program', true],
      ['a joke', false],
    ])
    expect(templateSeedSchema.safeParse(changed).error).toBeUndefined()
    expect(changed?.textMessage, 'the short form speaks of the greeting, which is gone').toBeUndefined()
  })

  it('keep everything else with a new title alone', () => {
    const original = templates.find((one) => one.id === 'T22')
    expect(find('T22', edit('T22', { title: 'Mine' }))).toEqual({ ...original, title: 'Mine' })
  })

  it('are not offered once hidden, but still known', () => {
    const { offered, known } = applyEdits(templates, [edit('T4', { hidden: true })])
    expect(offered.some((one) => one.id === 'T4')).toBe(false)
    expect(known.find((one) => one.id === 'T4')?.coldEmail).toBe(true)
  })

  it('take on the student’s own, at the end', () => {
    const own = edit('own-1', { title: 'My note', subject: 'Hello', body: 'Dear {{person.greeting_name}}' })
    const last = applyEdits(templates, [own]).offered.at(-1)
    expect(last).toMatchObject({ id: 'own-1', title: 'My note', touchKind: 'email', slots: [] })
    expect(templateSeedSchema.safeParse(last).error).toBeUndefined()
    expect(find('own-1', { ...own, hidden: true })).toBeUndefined()
  })

  it('fall back to the original when an edit does not parse, and leave out an own one', () => {
    const original = templates.find((one) => one.id === 'T1')
    expect(find('T1', edit('T1', { body: 'Dear {{person.nobody}}' }))).toEqual(original)
    expect(find('own-1', edit('own-1', { title: 'x', body: 'a { b' }))).toBeUndefined()
  })
})
