import { describe, expect, it } from 'vitest'
import { parseName } from '../../../src/domain/names/parse-name'
import { emptyDraft } from '../../../src/domain/person/draft'
import { type PersonDraft, personInputSchema } from '../../../src/domain/person/person'
import type { KnownMark } from '../../../src/messaging/protocol'
import {
  countDepartments,
  countLeft,
  countRanks,
  countTicked,
  filterPeople,
  listPeople,
  noFilter,
  settleTicks,
  tickAll,
  toItems,
} from '../../../src/ui/capture/listing-state'

const draft = (shown: string, more: Partial<PersonDraft> = {}): PersonDraft => ({
  ...emptyDraft(parseName(shown)),
  ...more,
})
const email = (address: string, certain = true) => ({ emails: [{ address, certain }] })
const people = [
  draft('Zoë Müller', {
    titles: ['Professor of Surgery'],
    department: 'Department of Surgery',
    credentials: ['MD'],
    ...email('z.mueller@x.example'),
  }),
  draft('Ade Okafor', { titles: ['Assistant Professor'], department: 'Surgery', ...email('ade@x.example') }),
  draft('Bea Nystrøm', { titles: ['Program Coordinator'], department: 'Neurology' }),
  draft('Cy Ångström', { titles: ['Assistant Professor'], department: 'Neurology', credentials: ['PhD'] }),
].map((one, index) => ({ index, draft: one }))
const list = listPeople(people)
const keyOf = (at: number) => list[at]?.key ?? ''
const mark = (state: 'known' | 'maybe', personId: string): KnownMark => ({
  state,
  personId,
  shown: '',
  lastContact: null,
  evidence: ['name'],
})

describe('the people of a listing', () => {
  it('have a key each, also when two look the same, and the same key when the page is read again', () => {
    const twice = listPeople([...people, { index: 4, draft: draft('Ade Okafor', email('ade@x.example')) }])
    expect(new Set(twice.map((one) => one.key)).size).toBe(5)
    const again = listPeople([...people].reverse())
    expect(again.map((one) => one.key).sort()).toEqual(list.map((one) => one.key).sort())
  })

  it('show the certain address before an uncertain one, and say when it is not certain', () => {
    const [both, unsure] = listPeople([
      {
        index: 0,
        draft: draft('A B', {
          emails: [
            { address: 'office@x.example', certain: false },
            { address: 'ab@x.example', certain: true },
          ],
        }),
      },
      { index: 1, draft: draft('C D', email('office@x.example', false)) },
    ])
    expect(both?.email).toEqual({ address: 'ab@x.example', certain: true })
    expect(unsure?.email).toEqual({ address: 'office@x.example', certain: false })
  })

  it('link to the person’s own page only, and only on the web', () => {
    const links = (url: string, kind: 'profile' | 'other' = 'profile') =>
      listPeople([{ index: 0, draft: draft('A B', { links: [{ kind, url }] }) }])[0]?.link
    expect(links('https://x.example/ab')).toBe('https://x.example/ab')
    expect(links('https://x.example/ab', 'other')).toBe('')
    expect(links('mailto:ab@x.example')).toBe('')
    expect(links('javascript:alert(1)')).toBe('')
  })
})

describe('finding people in a listing', () => {
  const names = (filter: Partial<typeof noFilter>) =>
    filterPeople(list, { ...noFilter, ...filter }).map((one) => one.draft.names.family)

  it('looks in name, title, department and address, whatever the accents and the case', () => {
    expect(names({ text: 'muller' })).toEqual(['Müller'])
    expect(names({ text: 'ANGSTROM' })).toEqual(['Ångström'])
    expect(names({ text: 'coordinator' })).toEqual(['Nystrøm'])
    expect(names({ text: 'ade@x' })).toEqual(['Okafor'])
    expect(names({ text: 'surgery prof' })).toEqual(['Müller', 'Okafor'])
    expect(names({ text: 'surgery dean' })).toEqual([])
    expect(names({ text: '   ' })).toHaveLength(4)
  })

  it('filters by rank and by department, and both', () => {
    expect(names({ rank: 'assistant-professor' })).toEqual(['Okafor', 'Ångström'])
    expect(names({ department: 'Surgery' })).toEqual(['Müller', 'Okafor'])
    expect(names({ rank: 'assistant-professor', department: 'Neurology' })).toEqual(['Ångström'])
  })

  it('sorts by family name without losing the order of the page', () => {
    expect(names({ order: 'name' })).toEqual(['Ångström', 'Müller', 'Nystrøm', 'Okafor'])
    expect(names({})).toEqual(['Müller', 'Okafor', 'Nystrøm', 'Ångström'])
  })

  it('counts ranks from the highest, and departments however they are written', () => {
    expect(countRanks(list)).toEqual([
      { rank: 'professor', count: 1 },
      { rank: 'assistant-professor', count: 2 },
      { rank: 'staff', count: 1 },
    ])
    expect(countDepartments(list)).toEqual([
      { department: 'Neurology', count: 2 },
      { department: 'Surgery', count: 2 },
    ])
  })
})

describe('ticking everybody shown', () => {
  const marks = new Map([
    [keyOf(0), mark('known', 'p0')],
    [keyOf(1), mark('maybe', 'p1')],
    [keyOf(2), null],
  ])

  it('leaves out who is, or may be, in the log, and says how many', () => {
    const ticks = tickAll(new Map(), list, marks, false)
    expect([...ticks.keys()]).toEqual([keyOf(2), keyOf(3)])
    expect(countLeft(list, ticks, marks)).toEqual({ known: 1, maybe: 1 })
  })

  it('takes the known ones too when that is wished, and never a maybe', () => {
    const ticks = tickAll(new Map(), list, marks, true)
    expect([...ticks.keys()]).toEqual([keyOf(0), keyOf(2), keyOf(3)])
    expect(countLeft(list, ticks, marks)).toEqual({ known: 0, maybe: 1 })
  })

  it('keeps what was ticked by hand and what is not shown', () => {
    const before = new Map([[keyOf(1), 'hand' as const]])
    const ticks = tickAll(before, list.slice(2), marks, false)
    expect([...ticks.keys()].sort()).toEqual([keyOf(1), keyOf(2), keyOf(3)].sort())
  })

  it('takes a tick back when its person turns out to be in the log, but not one made by hand', () => {
    const early = tickAll(new Map([[keyOf(1), 'hand' as const]]), list, new Map(), false)
    expect(early.size).toBe(4)
    const settled = settleTicks(early, marks)
    expect([...settled.keys()].sort()).toEqual([keyOf(1), keyOf(2), keyOf(3)].sort())
    expect(settleTicks(settled, marks)).toBe(settled)
  })
})

describe('what the ticked people become', () => {
  const marks = new Map([
    [keyOf(0), mark('known', 'p0')],
    [keyOf(1), mark('maybe', 'p1')],
    [keyOf(2), null],
    [keyOf(3), null],
  ])
  const all = new Map(list.map((one) => [one.key, 'hand' as const]))

  it('counts new people, those who join somebody, and those saved beside a namesake', () => {
    expect(countTicked(list, all, marks)).toEqual({ all: 4, joining: 1, maybe: 1, fresh: 2 })
    expect(countTicked(list, new Map(), marks)).toEqual({ all: 0, joining: 0, maybe: 0, fresh: 0 })
  })

  it('joins only who is known, and proposes the role of each title to new people alone', () => {
    const items = toItems(list, all, marks, null)
    expect(items.map((item) => item.into)).toEqual(['p0', null, null, null])
    expect(items.map((item) => item.input.roles)).toEqual([
      [],
      ['faculty-researcher'],
      ['staff'],
      ['faculty-researcher'],
    ])
    expect(items.every((item) => personInputSchema.safeParse(item.input).success)).toBe(true)
  })

  it('gives everybody the role that was chosen for all', () => {
    const items = toItems(list, all, marks, 'resident')
    expect(items.map((item) => item.input.roles)).toEqual(Array(4).fill(['resident']))
  })

  it('keeps an address whose owner is not certain as not certain', () => {
    const unsure = listPeople([{ index: 0, draft: draft('A B', email('office@x.example', false)) }])
    const ticks = new Map([[unsure[0]?.key ?? '', 'hand' as const]])
    expect(toItems(unsure, ticks, new Map(), null)[0]?.input.emails).toEqual([
      { address: 'office@x.example', certain: false },
    ])
  })
})
