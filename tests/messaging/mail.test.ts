import { describe, expect, it } from 'vitest'
import { templates, yearWords } from '../../seeds/templates'
import type { Role } from '../../src/domain/person/person'
import { emptyProfile, type Profile } from '../../src/domain/profile/profile'
import type { TouchInput } from '../../src/domain/touch/touch'
import { answerAnswered, answerAwaited, answerContext, answerSent } from '../../src/messaging/handlers/mail'
import { protocol, type Request } from '../../src/messaging/protocol'
import type { Store } from '../../src/store/api'
import { at, open, personInput, touchInput } from '../store/support'

const zone = 'America/Chicago'
const seeds = { templates, zone }

async function addPerson(
  store: Store,
  shown: string,
  address: string,
  more: { certain?: boolean; roles?: Role[] } = {},
): Promise<string> {
  const emails = [{ address, certain: more.certain ?? true }]
  return (await store.people.add(personInput(shown, { emails, roles: more.roles ?? ['attending'] }), at()))
    .personId
}

const setProfile = (store: Store, change: Partial<Profile>) =>
  store.profile.set({ ...emptyProfile, ...change }, at())

const contextFor = (store: Store, ...addresses: string[]) =>
  answerContext(
    store,
    { to: addresses.map((address) => ({ address, shown: '' })), account: 'me@school.example' },
    at('2026-11-22'),
    { templates, years: yearWords },
  )

const sent = (change: Partial<Request<'mail.sent'>>): Request<'mail.sent'> => ({
  to: [],
  account: 'me@school.example',
  templateId: '',
  personId: '',
  pmid: '',
  thread: '',
  scheduled: false,
  ...change,
})

async function touchesOf(store: Store, ...ids: string[]) {
  return (await Promise.all(ids.map((id) => store.touches.of(id)))).flat()
}

describe('whom a mail is for', () => {
  it('is the person whose address certainly stands in To, whatever its case', async () => {
    const store = await open()
    const id = await addPerson(store, 'Mina Lee', 'mina.lee@northbay.example')
    await addPerson(store, 'Sam Ortiz', 'sam@northbay.example')
    const context = await contextFor(store, 'Mina.Lee@Northbay.example')
    expect(context.people.map((one) => one.person.id)).toEqual([id])
    expect(protocol['mail.context'].response.safeParse(context).error).toBeUndefined()
  })

  it('is nobody when the address is not certain, not known, or the student’s own', async () => {
    const store = await open()
    await setProfile(store, { ownEmails: ['riley@home.example'] })
    await addPerson(store, 'Mina Lee', 'mina.lee@northbay.example', { certain: false })
    await addPerson(store, 'Riley Home', 'riley@home.example')
    await addPerson(store, 'Riley School', 'me@school.example')
    const context = await contextFor(
      store,
      'mina.lee@northbay.example',
      'nobody@nowhere.example',
      'riley@home.example',
      'ME@school.example',
    )
    expect(context.people).toEqual([])
  })

  it('is one person once, also with two addresses, and everybody of a shared address', async () => {
    const store = await open()
    const emails = ['a@x.example', 'b@x.example'].map((address) => ({ address, certain: true }))
    const { personId } = await store.people.add(personInput('Two Boxes', { emails }), at())
    expect(
      (await contextFor(store, 'a@x.example', 'b@x.example')).people.map((one) => one.person.id),
    ).toEqual([personId])
    await addPerson(store, 'Lab Mate', 'a@x.example')
    expect((await contextFor(store, 'a@x.example')).people).toHaveLength(2)
  })

  it('comes with the newest papers and a topic for each, and without the whole list', async () => {
    const store = await open()
    const publication = (pmid: string, title: string, year: number | null) => ({
      pmid,
      doi: '',
      title,
      journal: '',
      year,
      authors: [],
      position: null,
    })
    await store.people.add(
      personInput('Mina Lee', {
        emails: [{ address: 'm@x.example', certain: true }],
        publications: [
          publication('1', 'The Effect of Sleep on Stroke Recovery', 2020),
          publication('2', '', 2026),
          publication('3', 'Newer work on asthma in schools', 2025),
        ],
      }),
      at(),
    )
    const [mina] = (await contextFor(store, 'm@x.example')).people
    expect(mina?.person.publications).toEqual([])
    expect(mina?.papers.map(({ pmid, topic }) => [pmid, topic])).toEqual([
      ['3', 'newer work on asthma in schools'],
      ['1', 'sleep on stroke recovery'],
    ])
  })

  it('comes with last contact, templates had before, and the awaited mail', async () => {
    const store = await open()
    const id = await addPerson(store, 'Mina Lee', 'm@x.example')
    const touch = (change: Partial<TouchInput>) => store.touches.add([touchInput(id, change)], at())
    await touch({ date: '2026-11-02', templateId: 'T4', outcome: 'awaiting' })
    await touch({ date: '2026-10-01', templateId: 'T1', outcome: 'yes' })
    const [before] = (await contextFor(store, 'm@x.example')).people
    expect(before).toMatchObject({
      lastContact: '2026-11-02',
      recent: ['T4', 'T1'],
      awaiting: { since: '2026-11-02', nudged: false },
    })
    await touch({ date: '2026-11-14', templateId: 'T27' })
    expect((await contextFor(store, 'm@x.example')).people[0]?.awaiting).toEqual({
      since: '2026-11-02',
      nudged: true,
    })
  })

  it('comes with every letter, and with how a year is said in one', async () => {
    const context = await contextFor(await open())
    expect(context.templates).toEqual(templates)
    expect(context.years).toEqual(yearWords)
    expect(protocol['mail.context'].response.safeParse(context).error).toBeUndefined()
  })

  it('says who is at the student’s own school, who is elsewhere, and of whom that is not known', async () => {
    const store = await open()
    await setProfile(store, { school: 'Harbor State School of Medicine' })
    const places = ['Harbor State University School of Medicine', 'Cedar Valley Hospital', '']
    for (const [index, institution] of places.entries()) {
      const emails = [{ address: `p${index}@x.example`, certain: true }]
      await store.people.add(personInput(`Person ${'ABC'[index]}`, { emails, institution }), at())
    }
    const { people } = await contextFor(store, 'p0@x.example', 'p1@x.example', 'p2@x.example')
    expect(people.map((one) => one.place)).toEqual(['home', 'outside', 'unknown'])
  })

  it('tells which cold e-mails wait: for 21 days, and no other mails', async () => {
    const store = await open()
    const ids = await Promise.all(
      ['A One', 'B Two', 'C Three', 'D Four'].map((name, index) =>
        addPerson(store, name, `p${index}@x.example`),
      ),
    )
    const [a, b, c, d] = ids as [string, string, string, string]
    await store.touches.add(
      [
        touchInput(a, { date: '2026-11-01', templateId: 'T4', outcome: 'awaiting' }),
        touchInput(b, { date: '2026-10-31', templateId: 'T4', outcome: 'awaiting' }),
        touchInput(c, { date: '2026-11-20', templateId: 'T3', outcome: 'awaiting' }),
        touchInput(d, { date: '2026-11-20', templateId: 'T4', outcome: 'no' }),
      ],
      at(),
    )
    expect((await contextFor(store)).waiting).toEqual([{ personId: a, shown: 'A One', since: '2026-11-01' }])
  })
})

describe('a mail that went out', () => {
  it('is one touch with the student’s date and zone, and can be taken back', async () => {
    const store = await open()
    const id = await addPerson(store, 'Mina Lee', 'm@x.example')
    const answer = await answerSent(
      store,
      sent({ to: ['m@x.example'], templateId: 'T4', personId: id, pmid: '123', thread: '#thread-1' }),
      at('2026-11-22'),
      seeds,
    )
    expect(answer.logged).toEqual([{ personId: id, shown: 'Mina Lee' }])
    expect(await store.touches.of(id)).toMatchObject([
      {
        date: '2026-11-22',
        zone,
        kind: 'email',
        direction: 'out',
        templateId: 'T4',
        outcome: 'awaiting',
        pmid: '123',
        thread: '#thread-1',
        note: '',
      },
    ])
    await store.changes.undo(answer.changeId as string, at())
    expect(await store.touches.of(id)).toEqual([])
  })

  it('waits for no answer where the template asks for none, or none was used', async () => {
    const store = await open()
    const id = await addPerson(store, 'Mina Lee', 'm@x.example')
    await answerSent(store, sent({ to: ['m@x.example'], templateId: 'T10', personId: id }), at(), seeds)
    await answerSent(store, sent({ to: ['m@x.example'] }), at(), seeds)
    await answerSent(store, sent({ to: ['m@x.example'], templateId: 'T99' }), at(), seeds)
    expect(
      (await store.touches.of(id)).map(({ kind, outcome, templateId }) => [kind, templateId, outcome]).sort(),
    ).toEqual([
      ['email', '', null],
      ['email', '', null],
      ['touch-base', 'T10', null],
    ])
  })

  it('is logged for every known recipient, the template for the one it was filled for', async () => {
    const store = await open()
    const mina = await addPerson(store, 'Mina Lee', 'm@x.example')
    const sam = await addPerson(store, 'Sam Ortiz', 's@x.example')
    const { changeId } = await answerSent(
      store,
      sent({ to: ['m@x.example', 's@x.example', 'stranger@x.example'], templateId: 'T4', personId: mina }),
      at(),
      seeds,
    )
    expect((await touchesOf(store, mina, sam)).map((touch) => [touch.personId, touch.templateId])).toEqual([
      [mina, 'T4'],
      [sam, ''],
    ])
    await store.changes.undo(changeId as string, at())
    expect(await touchesOf(store, mina, sam)).toEqual([])
  })

  it('is logged for nobody who is not known, not certain, or the student', async () => {
    const store = await open()
    await setProfile(store, { ownEmails: ['riley@home.example'] })
    const maybe = await addPerson(store, 'Mina Lee', 'm@x.example', { certain: false })
    const self = await addPerson(store, 'Riley Home', 'riley@home.example')
    const answer = await answerSent(
      store,
      sent({ to: ['m@x.example', 'riley@home.example', 'x@y.example'], templateId: 'T4' }),
      at(),
      seeds,
    )
    expect(answer).toEqual({ changeId: null, logged: [] })
    expect(await touchesOf(store, maybe, self)).toEqual([])
  })

  it('to an address that two people share is logged only for the one chosen in the picker', async () => {
    const store = await open()
    const one = await addPerson(store, 'Mina Lee', 'lab@x.example')
    const other = await addPerson(store, 'Sam Ortiz', 'lab@x.example')
    expect((await answerSent(store, sent({ to: ['lab@x.example'] }), at(), seeds)).changeId).toBeNull()
    await answerSent(store, sent({ to: ['lab@x.example'], templateId: 'T3', personId: other }), at(), seeds)
    expect((await touchesOf(store, one, other)).map((touch) => touch.personId)).toEqual([other])
  })

  it('whose folded recipients could not be read is logged for the person it was filled for', async () => {
    const store = await open()
    const id = await addPerson(store, 'Mina Lee', 'm@x.example')
    await answerSent(store, sent({ templateId: 'T27', personId: id }), at(), seeds)
    expect(await store.touches.of(id)).toMatchObject([{ templateId: 'T27', outcome: null }])
  })

  it('that was readdressed to somebody else is not logged for the person it was filled for', async () => {
    const store = await open()
    const mina = await addPerson(store, 'Mina Lee', 'm@x.example')
    const answer = await answerSent(
      store,
      sent({ to: ['stranger@x.example'], templateId: 'T4', personId: mina }),
      at(),
      seeds,
    )
    expect(answer.changeId).toBeNull()
  })

  it('is not logged when the student switched logging off', async () => {
    const store = await open()
    await setProfile(store, { logSentMail: false })
    const id = await addPerson(store, 'Mina Lee', 'm@x.example')
    expect(await answerSent(store, sent({ to: ['m@x.example'], personId: id }), at(), seeds)).toEqual({
      changeId: null,
      logged: [],
    })
    expect(await store.touches.of(id)).toEqual([])
  })

  it('has no room for subject or body in its message', () => {
    const parsed = protocol['mail.sent'].request.parse({ ...sent({}), subject: 'secret', body: 'secret' })
    expect(JSON.stringify(parsed)).not.toContain('secret')
  })
})

describe('an answer that is awaited', () => {
  it('is found for a certain address, newest first, and noted', async () => {
    const store = await open()
    const id = await addPerson(store, 'Mina Lee', 'm@x.example')
    await store.touches.add([touchInput(id, { date: '2026-11-01', outcome: 'awaiting' })], at())
    const { touchIds } = await store.touches.add(
      [touchInput(id, { date: '2026-11-10', outcome: 'awaiting' })],
      at(),
    )
    const { awaited } = await answerAwaited(store, { to: ['M@x.example'] })
    expect(awaited).toEqual({ touchId: touchIds[0], personId: id, shown: 'Mina Lee', since: '2026-11-10' })
    const { changeId } = await answerAnswered(
      store,
      { touchId: touchIds[0] as string, outcome: 'later' },
      at(),
    )
    expect(await store.touches.get(touchIds[0] as string)).toMatchObject({
      outcome: 'later',
      date: '2026-11-10',
    })
    await store.changes.undo(changeId, at())
    expect(await store.touches.get(touchIds[0] as string)).toMatchObject({ outcome: 'awaiting' })
  })

  it('is not asked about when nothing waits, or the address is only possible', async () => {
    const store = await open()
    const id = await addPerson(store, 'Mina Lee', 'm@x.example', { certain: false })
    await store.touches.add([touchInput(id, { outcome: 'awaiting' })], at())
    expect(await answerAwaited(store, { to: ['m@x.example'] })).toEqual({ awaited: null })
    const sam = await addPerson(store, 'Sam Ortiz', 's@x.example')
    await store.touches.add([touchInput(sam, { outcome: 'yes' })], at())
    expect(await answerAwaited(store, { to: ['s@x.example'] })).toEqual({ awaited: null })
  })

  it('says so when the mail was deleted meanwhile', async () => {
    const store = await open()
    await expect(answerAnswered(store, { touchId: 'gone', outcome: 'yes' }, at())).rejects.toMatchObject({
      what: { id: 'error.touch-gone' },
    })
  })
})

describe('the student’s own words', () => {
  it('are what is offered: changed letters, own ones, and none that was hidden', async () => {
    const store = await open()
    const put = (id: string, input: Parameters<typeof store.road.seedEdits.put>[1]) =>
      store.road.seedEdits.put(`template/${id}`, input, at())
    await put('T3', { hidden: false, body: 'Hi {{person.greeting_name}}, coffee?' })
    await put('T4', { hidden: true })
    await put('own-1', {
      hidden: false,
      title: 'Mine',
      subject: 'Hello',
      body: 'Dear {{person.greeting_name}}',
    })
    const context = await contextFor(store)
    expect(context.templates.find((one) => one.id === 'T3')?.body).toBe(
      'Hi {{person.greeting_name}}, coffee?',
    )
    expect(context.templates.some((one) => one.id === 'T4')).toBe(false)
    expect(context.templates.at(-1)).toMatchObject({ id: 'own-1', title: 'Mine' })
    expect(protocol['mail.context'].response.safeParse(context).error).toBeUndefined()
  })

  it('leave a mail that was written from a hidden letter what it was', async () => {
    const store = await open()
    const id = await addPerson(store, 'Mina Lee', 'mina.lee@northbay.example')
    await answerSent(
      store,
      sent({ to: ['mina.lee@northbay.example'], templateId: 'T4' }),
      at('2026-11-20'),
      seeds,
    )
    await store.road.seedEdits.put('template/T4', { hidden: true }, at())
    const context = await contextFor(store)
    expect(context.waiting.map((one) => one.personId)).toEqual([id])
  })
})
