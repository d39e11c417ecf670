import { describe, expect, it } from 'vitest'
import { emptyProfile } from '../../src/domain/profile/profile'
import type { Store } from '../../src/store/api'
import { messages } from '../../src/ui/shared/words/en'
import { makeLog } from '../fixtures/log/make-log'
import { at, failureOf, freshName, logText, open, personInput, putRaw, readRaw, touchInput } from './support'

async function fill(store: Store, count = 5): Promise<string[]> {
  const ids: string[] = []
  for (const made of makeLog({ people: count, touchesPerPerson: 2, today: '2026-11-22', seed: 11 })) {
    const { personId } = await store.people.add(made.input, at(made.savedOn))
    if (made.touches.length > 0)
      await store.touches.add(
        made.touches.map((touch) => ({ ...touch, personId })),
        at(),
      )
    ids.push(personId)
  }
  await store.goals.mark('R2.1', 'ms1-nov-feb', true, at())
  await store.goals.snooze(ids[0] as string, '2026-12-20', at())
  await store.profile.set({ ...emptyProfile, name: 'Sam', specialties: ['neurology'] }, at())
  return ids
}

describe('a backup', () => {
  it('brings the whole log to an empty one, byte for byte', async () => {
    const [from, to] = [freshName(), freshName()]
    const store = await open({ name: from })
    await fill(store)
    const text = await store.backup.download(at())
    const other = await open({ name: to })
    const preview = await other.backup.preview(text)
    expect(preview).toMatchObject({
      people: { added: 5, changed: 0, same: 0, onlyHere: 0 },
      madeAt: '2026-11-22T10:00:00-06:00',
      refused: [],
    })
    expect(await logText(to)).not.toBe(await logText(from))
    await preview.apply('replace', at())
    expect(await logText(to)).toBe(await logText(from))
    const rows = async (one: Store) => (await one.people.rows()).sort((a, b) => (a.id < b.id ? -1 : 1))
    expect(await rows(other)).toEqual(await rows(store))
    expect(await other.month.snapshot()).toEqual(await store.month.snapshot())
  })

  it('says what is added, changed, the same and only here before anything is written', async () => {
    const name = freshName()
    const store = await open({ name })
    const ids = await fill(store)
    const text = await store.backup.download(at())
    await store.people.remove([ids[0] as string], at())
    await store.people.update(ids[1] as string, personInput('Changed Name'), at())
    await store.people.add(personInput('Only Here'), at())
    const before = await readRaw(name)
    const preview = await store.backup.preview(text)
    expect(preview.people).toEqual({ added: 1, changed: 1, same: 3, onlyHere: 1 })
    expect(preview.touches.changed).toBe(0)
    expect(await readRaw(name)).toEqual(before)
  })

  it('merged adds and updates and leaves the rest; in place of the log it leaves nothing else', async () => {
    const store = await open()
    const ids = await fill(store)
    const text = await store.backup.download(at())
    const changed = ids[1] as string
    await store.people.update(changed, personInput('Changed Name'), at())
    const mine = await store.people.add(personInput('Only Here'), at())
    await store.touches.add([touchInput(mine.personId)], at())

    const merged = await (await store.backup.preview(text)).apply('merge', at())
    expect((await store.people.get(changed))?.names.shown).not.toBe('Changed Name')
    expect(await store.people.get(mine.personId)).not.toBeNull()
    expect(await store.touches.of(mine.personId)).toHaveLength(1)
    await store.changes.undo(merged.changeId, at())
    expect((await store.people.get(changed))?.names.shown).toBe('Changed Name')

    await (await store.backup.preview(text)).apply('replace', at())
    expect(await store.people.get(mine.personId)).toBeNull()
    expect(await store.touches.of(mine.personId)).toEqual([])
    expect(await store.people.rows()).toHaveLength(5)
  })

  it('leaves out records that cannot be read, says which and why, and brings the others', async () => {
    const store = await open()
    const ids = await fill(store)
    const backup = JSON.parse(await store.backup.download(at()))
    const touch = { ...touchInput(ids[0] as string), schema: 1, id: 'lonely', createdAt: '' }
    backup.people[1].emails = [{ address: 'no address', certain: true }]
    backup.people[2].links = [{ kind: 'other', url: 'javascript:alert(1)' }]
    backup.people.push(
      backup.people[0],
      { ...backup.people[3], id: 'from-the-future', schema: 7 },
      'not a record',
    )
    backup.touches.push({ ...touch, personId: 'nobody' })
    backup.marks.push(null)
    const other = await open()
    const preview = await other.backup.preview(JSON.stringify(backup))
    expect(preview.people.added).toBe(3)
    const reasons = preview.refused.filter((one) => !one.where.startsWith('touches')).map((one) => one.why.id)
    expect(reasons).toEqual([
      'backup.refused-damaged',
      'backup.refused-damaged',
      'backup.refused-twice',
      'error.record-newer',
      'backup.refused-damaged',
      'backup.refused-damaged',
    ])
    expect(preview.refused[0]?.where).toBe(`people[1] ${backup.people[1].names.shown}`)
    expect(preview.refused.at(-2)).toEqual({
      where: `touches[${backup.touches.length - 1}]`,
      why: { id: 'backup.refused-no-person', params: {} },
    })
    await preview.apply('replace', at())
    expect(await other.people.rows()).toHaveLength(3)
    expect(await other.problems()).toEqual([])
  })

  it('carries damaged records along, so that nothing is left behind', async () => {
    const name = freshName()
    const store = await open({ name })
    await fill(store, 1)
    await putRaw(name, 'touches', {
      id: 'odd',
      personId: 'p',
      date: '2026-11-01',
      outcome: null,
      schema: 1,
      kind: '??',
    })
    expect(JSON.parse(await store.backup.download(at())).touches).toContainEqual(
      expect.objectContaining({ id: 'odd', kind: '??' }),
    )
  })

  const bad: [string, string, (whole: string) => string][] = [
    ['cut in half', 'error.backup-cut', (whole) => whole.slice(0, whole.length / 2)],
    ['cut by one character', 'error.backup-cut', (whole) => whole.trimEnd().slice(0, -1)],
    ['cut right after its name', 'error.backup-cut', (whole) => whole.slice(0, 40)],
    ['empty', 'error.backup-empty', () => ' \n'],
    ['no JSON', 'error.backup-not-json', () => 'Name,E-mail\nJane,jane@lakeview.example'],
    ['other JSON cut in half', 'error.backup-not-json', () => '{"people": [1, 2'],
    ['of another program', 'error.backup-other-format', () => '{"format":"address-book","people":[]}'],
    ['a bare list', 'error.backup-other-format', () => '[]'],
    ['a bare null', 'error.backup-other-format', () => 'null'],
    ['of a newer version', 'error.backup-newer', (whole) => whole.replace('"version":2', '"version":3')],
    ['of no version', 'error.backup-damaged', (whole) => whole.replace('"version":2', '"version":"x"')],
    ['missing a part', 'error.backup-damaged', (whole) => whole.replace('"touches":[', '"tuches":[')],
    [
      'with a part of another shape',
      'error.backup-damaged',
      (whole) => whole.replace('"marks":[', '"marks":5,"more":['),
    ],
  ]
  it.each(bad)(
    'that is %s is refused with a word of its own, and nothing is written',
    async (_, id, spoil) => {
      const name = freshName()
      const store = await open({ name })
      await fill(store, 2)
      const whole = await store.backup.download(at())
      const before = await readRaw(name)
      expect(await failureOf(store.backup.preview(spoil(whole)))).toBe(id)
      expect(await readRaw(name)).toEqual(before)
      expect(messages[id]).toMatch(/\w/)
    },
  )

  it('is read with a byte-order mark in front, and larger than any log is refused', async () => {
    const store = await open()
    await fill(store, 1)
    const text = await store.backup.download(at())
    expect((await store.backup.preview(`\ufeff${text}`)).people.same).toBe(1)
    expect(await failureOf(store.backup.preview('x'.repeat(200_000_001)))).toBe('error.backup-too-large')
  })
})
