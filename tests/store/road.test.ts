import { describe, expect, it } from 'vitest'
import type { LetterInput } from '../../src/domain/letters/letter'
import type { ProgramInput } from '../../src/domain/programs/program'
import type { RotationInput } from '../../src/domain/rotation/rotation'
import { at, failureOf, freshName, open, personInput } from './support'

const rotation: RotationInput = {
  kind: 'core',
  service: 'Internal medicine',
  site: 'Lakeview Hospital',
  specialty: 'Internal medicine',
  start: '2028-05-01',
  weeks: 8,
  people: [],
  marks: [],
  feedback: [],
  signs: [],
  standout: '',
  programId: '',
  note: '',
}
const program: ProgramInput = {
  name: 'Harbor State',
  institution: 'Harbor State University',
  specialty: 'Internal medicine',
  city: '',
  tags: [],
  tier: 'unknown',
  ties: [],
  away: { use: 'unknown', saidBy: '', note: '' },
  services: [],
  signal: 'none',
  appliedOn: null,
  invitedOn: null,
  thankYou: 'unknown',
  rank: null,
  rankReason: '',
  ratings: [],
  note: '',
}

function letterOf(personId: string): LetterInput {
  return {
    personId,
    rotationId: '',
    kind: 'clinical',
    specialty: '',
    candidateOn: '2028-05-20',
    meetingOn: null,
    hopeOn: null,
    askedOn: null,
    inPerson: false,
    strong: false,
    answer: null,
    answeredOn: null,
    packetOn: null,
    dueOn: null,
    nudgedOn: null,
    uploadedOn: null,
    thankedOn: null,
    toldOn: null,
    highlights: [],
    programIds: [],
    note: '',
  }
}

describe('records of the road', () => {
  it('are saved, changed, listed and taken out, and each step can be taken back', async () => {
    const store = await open()
    const { id, changeId } = await store.road.rotations.put(null, rotation, at())
    expect(await store.road.rotations.get(id)).toEqual({ ...rotation, schema: 1, id })
    const changed = await store.road.rotations.put(id, { ...rotation, weeks: 6 }, at())
    expect((await store.road.rotations.list()).map((one) => one.weeks)).toEqual([6])
    await store.changes.undo(changed.changeId, at())
    expect((await store.road.rotations.get(id))?.weeks).toBe(8)
    const removed = await store.road.rotations.remove([id], at())
    expect(await store.road.rotations.list()).toEqual([])
    await store.changes.undo(removed.changeId, at())
    expect(await store.road.rotations.get(id)).not.toBeNull()
    await store.changes.undo(changeId, at())
    expect(await store.road.rotations.get(id)).toBeNull()
    expect((await store.changes.list()).map((line) => line.what.id)).toContain('change.rotation-added')
  })

  it('many of one kind are saved with one way back', async () => {
    const store = await open()
    const first = await store.road.programs.put(null, program, at())
    const second = await store.road.programs.put(null, { ...program, name: 'Northfield' }, at())
    const all = await store.road.programs.list()
    const { changeId } = await store.road.programs.putMany(
      all.map((one) => ({ ...one, rank: one.id === first.id ? 2 : 1 })),
      at(),
    )
    expect((await store.road.programs.get(second.id))?.rank).toBe(1)
    await store.changes.undo(changeId, at())
    expect((await store.road.programs.get(second.id))?.rank).toBeNull()
  })

  it('that do not fit are refused with the field, and nothing is written', async () => {
    const store = await open()
    expect(await failureOf(store.road.rotations.put(null, { ...rotation, weeks: 0 }, at()))).toBe(
      'error.input-invalid',
    )
    expect(await failureOf(store.road.rotations.put(null, { ...rotation, start: '2028-02-30' }, at()))).toBe(
      'error.input-invalid',
    )
    expect(await failureOf(store.road.rotations.remove(['nobody'], at()))).toBe('error.record-gone')
    expect(await store.road.rotations.list()).toEqual([])
    expect(await store.changes.list()).toEqual([])
  })

  it('go into the backup and come back from it, and a letter without its person is left out with the reason', async () => {
    const store = await open()
    const { personId } = await store.people.add(personInput('Jane Doe'), at())
    await store.road.letters.put(null, letterOf(personId), at())
    await store.road.programs.put(null, program, at())
    const text = await store.backup.download(at())
    const other = await open({ name: freshName() })
    const preview = await other.backup.preview(text)
    expect(preview.refused).toEqual([])
    await preview.apply('merge', at())
    expect(await other.road.letters.list()).toEqual(await store.road.letters.list())
    expect(await other.road.programs.list()).toEqual(await store.road.programs.list())

    const orphaned = JSON.parse(text)
    orphaned.people = []
    const refused = (await other.backup.preview(JSON.stringify(orphaned))).refused
    expect(refused.map((one) => [one.where, one.why.id])).toEqual([
      ['letters[0]', 'backup.refused-no-person'],
    ])
  })

  it('a backup made before there was a road is read like any other', async () => {
    const store = await open()
    await store.people.add(personInput('Jane Doe'), at())
    const { road: _, ...old } = JSON.parse(await store.backup.download(at()))
    const other = await open({ name: freshName() })
    const preview = await other.backup.preview(JSON.stringify({ ...old, version: 1 }))
    expect(preview.people.added).toBe(1)
  })

  it('what a person wrote or promised goes with them, and comes back with them', async () => {
    const store = await open()
    const { personId } = await store.people.add(personInput('Jane Doe'), at())
    const { id } = await store.road.letters.put(null, letterOf(personId), at())
    const { changeId } = await store.people.remove([personId], at())
    expect(await store.road.letters.get(id)).toBeNull()
    await store.changes.undo(changeId, at())
    expect(await store.road.letters.get(id)).not.toBeNull()
  })
})
