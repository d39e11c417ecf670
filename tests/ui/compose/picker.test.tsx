// @vitest-environment jsdom
import { cleanup, configure, fireEvent, render, waitFor } from '@testing-library/preact'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { templates, yearWords } from '../../../seeds/templates'
import { emptyDraft, toPersonInput } from '../../../src/domain/person/draft'
import { emptyProfile } from '../../../src/domain/profile/profile'
import { fillMessage, isStillThere } from '../../../src/ui/compose/letter'
import type { LetterText, MailDelivery, MailDesk } from '../../../src/ui/compose/mail-page'
import { type MailContext, Picker, type PickerProps } from '../../../src/ui/compose/picker'

// A busy machine may be many times slower than a developer's.
configure({ asyncUtilTimeout: 20_000 })

afterEach(cleanup)

type ContextPerson = MailContext['people'][number]

function someone(given: string, family: string, change: Partial<ContextPerson> = {}): ContextPerson {
  const names = { given, middle: '', family, suffix: '', shown: `${given} ${family}` }
  return {
    address: `${given.toLowerCase()}@x.example`,
    person: {
      ...toPersonInput(emptyDraft(names)),
      roles: ['faculty-researcher'],
      schema: 1,
      id: `id-${family}`,
      createdAt: '',
      updatedAt: '',
      savedOn: '2026-11-01',
    },
    papers: [],
    place: 'unknown',
    lastContact: null,
    recent: [],
    awaiting: null,
    ...change,
  }
}

const delivered: MailDelivery = { hasLanded: true, hasSubject: true, undo: 'native', remove: () => true }

function open(context: Partial<MailContext> = {}, desk: Partial<MailDesk> = {}) {
  const inserts: LetterText[] = []
  const copied: string[] = []
  const keys = { handle: (_event: KeyboardEvent): void => {} }
  let changeTo = (): void => {}
  const to = ['mina@x.example']
  const props: PickerProps = {
    desk: {
      key: document.createElement('form'),
      frame: document.createElement('div'),
      account: '',
      isReply: false,
      selfTest: { body: true, subject: true, recipients: true },
      readTo: () => [...to],
      watchTo: (changed) => {
        changeTo = changed
      },
      readSubject: () => '',
      focus: () => {},
      insert: async (letter) => {
        inserts.push(letter)
        return delivered
      },
      ...desk,
    },
    keys,
    loadContext: vi.fn(async () => ({
      people: [someone('Mina', 'Lee')],
      profile: { ...emptyProfile, name: 'Riley Chen', school: 'Harbor State' },
      stage: 'ms1-nov-feb' as const,
      today: '2026-11-22',
      waiting: [],
      templates: [...templates],
      years: yearWords,
      ...context,
    })),
    copyText: async (text) => {
      copied.push(text)
      return true
    },
    onInserted: vi.fn(),
    onClose: vi.fn(),
    onFailure: vi.fn(),
  }
  // The picker lives in a shadow root: the focus is asked of it, not of the document.
  const host = document.createElement('div')
  document.body.append(host)
  const container = document.createElement('div')
  host.attachShadow({ mode: 'open' }).append(container)
  const view = render(<Picker {...props} />, { container, baseElement: container })
  const press = (key: string) => keys.handle(new KeyboardEvent('keydown', { key, cancelable: true }))
  return { ...view, props, inserts, copied, press, to, changeTo: () => changeTo() }
}

/** Opens a template by typing a part of its title. */
async function choose(view: ReturnType<typeof open>, words: string): Promise<void> {
  await view.findByRole('option', { name: new RegExp(words) })
  fireEvent.input(view.getByRole('combobox', { name: 'Find a template' }), {
    target: { value: words.toLowerCase() },
  })
  await waitFor(() => expect(view.container.querySelectorAll('.list [role="option"]')).toHaveLength(1))
  view.press('Enter')
}

describe('whom the picker says the mail is for', () => {
  it('is the matched person, and the fitting template comes first with its reason', async () => {
    const view = open()
    await view.findByText('For Mina Lee')
    const [first] = view.getAllByRole('option')
    expect(first?.textContent).toBe(
      'Ask about research with a faculty memberFits: faculty researcher, MS1 Nov–Feb',
    )
    expect(first?.getAttribute('aria-selected')).toBe('true')
  })

  it('can be chosen among several, or be none of them', async () => {
    const view = open({ people: [someone('Mina', 'Lee'), someone('Sam', 'Ortiz')] })
    const select = (await view.findByRole('combobox', { name: 'Who is this for?' })) as HTMLSelectElement
    expect(select.value).toBe('id-Lee')
    fireEvent.change(select, { target: { value: 'id-Ortiz' } })
    await choose(view, 'Ask for a career chat')
    await view.findByText(/Dear Dr. Ortiz/)
    fireEvent.change(select, { target: { value: '' } })
    await view.findByLabelText(/How you greet them/)
  })

  it('is said to be nobody of the log, and templates still work with typed names', async () => {
    const view = open({ people: [] })
    await view.findByText(/mina@x.example is not in your log/)
    await choose(view, 'Remind once')
    fireEvent.input(await view.findByLabelText(/How you greet them/), { target: { value: 'Dr. Stranger' } })
    await view.findByText(/Dear Dr. Stranger/)
    view.getByLabelText(/How you greet them/).focus()
    view.press('Enter')
    await waitFor(() => expect(view.props.onInserted).toHaveBeenCalled())
    expect(view.inserts[0]?.text).toMatch(/^Dear Dr\. Stranger,\n\n/)
    expect(view.inserts[0]?.subject).toBeNull()
    expect(vi.mocked(view.props.onInserted).mock.calls[0]?.[0].personId).toBe('')
  })

  it('is asked again when a chip comes late, and not for the same addresses', async () => {
    const view = open()
    await view.findByText('For Mina Lee')
    view.changeTo()
    view.to.push('sam@x.example')
    view.changeTo()
    await waitFor(() => expect(view.props.loadContext).toHaveBeenCalledTimes(2))
    expect(vi.mocked(view.props.loadContext).mock.calls[1]?.[0]).toEqual(['mina@x.example', 'sam@x.example'])
  })

  it('closes with a word when the log cannot be asked', async () => {
    const failure = new Error('gone')
    const view = open()
    view.unmount()
    const onFailure = vi.fn()
    render(<Picker {...view.props} loadContext={() => Promise.reject(failure)} onFailure={onFailure} />)
    await waitFor(() => expect(onFailure).toHaveBeenCalledWith(failure))
  })
})

describe('the list', () => {
  it('goes round with the arrows, filters, and says when nothing is left', async () => {
    const view = open()
    await view.findByText('For Mina Lee')
    const selected = () =>
      view.getAllByRole('option').findIndex((one) => one.getAttribute('aria-selected') === 'true')
    view.press('ArrowUp')
    await waitFor(() => expect(selected()).toBe(templates.length - 1))
    view.press('ArrowDown')
    await waitFor(() => expect(selected()).toBe(0))
    fireEvent.input(view.getByRole('combobox'), { target: { value: 'zzz' } })
    await view.findByText(/No template has these words/)
    view.press('Enter')
    expect(view.inserts).toEqual([])
  })

  it('closes on Escape; from the form Escape goes back first', async () => {
    const view = open()
    await choose(view, 'Ask for a career chat')
    await view.findByLabelText(/Field you|field you/i)
    view.press('Escape')
    await view.findByRole('combobox', { name: 'Find a template' })
    expect(view.props.onClose).not.toHaveBeenCalled()
    view.press('Escape')
    expect(view.props.onClose).toHaveBeenCalledTimes(1)
  })
})

describe('the form', () => {
  it('asks for what is missing only, shows the letter as it becomes, and marks what stays open', async () => {
    const view = open()
    await choose(view, 'Ask for a career chat')
    const labels = [...view.container.querySelectorAll('label')].map((label) => label.textContent)
    expect(labels).toEqual(['The semester, summer or block you shared', 'A field you are drawn to'])
    await view.findByText(/2 places are still open/)
    fireEvent.input(view.getByLabelText('A field you are drawn to'), { target: { value: 'Neurology' } })
    await view.findByText(/good ways to explore Neurology/)
    await view.findByText(/One place is still open/)
    view.getByLabelText('A field you are drawn to').focus()
    view.press('Enter')
    await waitFor(() => expect(view.inserts).toHaveLength(1))
    expect(view.inserts[0]?.marks).toEqual(['[the semester, summer or block you shared]'])
    expect(view.inserts[0]?.text).toContain('Thank you for [the semester, summer or block you shared];')
  })

  it('offers the papers to choose from, proposes a topic, and logs which paper it was', async () => {
    const papers = [
      { pmid: '2', title: 'Newer', year: 2026, topic: 'the newer topic' },
      { pmid: '1', title: 'Older', year: null, topic: 'the older topic' },
    ]
    const view = open({ people: [someone('Mina', 'Lee', { papers })] })
    await choose(view, 'Ask about research')
    const topic = (await view.findByLabelText(/Topic of their paper/)) as HTMLInputElement
    expect(topic.value).toBe('the newer topic')
    fireEvent.input(topic, { target: { value: 'my own words' } })
    fireEvent.change(view.getByLabelText('Which paper?'), { target: { value: '1' } })
    await waitFor(() => expect(topic.value).toBe('the older topic'))
    topic.focus()
    view.press('Enter')
    await waitFor(() => expect(view.props.onInserted).toHaveBeenCalled())
    expect(vi.mocked(view.props.onInserted).mock.calls[0]?.[0]).toMatchObject({
      pmid: '1',
      personId: 'id-Lee',
    })
    expect(view.inserts[0]?.subject).toContain('the older topic')
  })

  it('warns of a fourth cold e-mail by name, and lets the student go on', async () => {
    const waiting = ['Ada', 'Ben', 'Cai'].map((shown) => ({
      personId: `id-${shown}`,
      shown,
      since: '2026-11-20',
    }))
    const view = open({ waiting })
    await choose(view, 'Ask about research')
    await view.findByText(/Three first e-mails are waiting already \(Ada, Ben, Cai\)/)
    const field = await view.findByLabelText(/Topic of their paper/)
    field.focus()
    view.press('Enter')
    await waitFor(() => expect(view.inserts).toHaveLength(1))
  })

  it('does not count the recipient’s own waiting mail', async () => {
    const waiting = ['Ada', 'Ben', 'Lee'].map((shown) => ({
      personId: `id-${shown}`,
      shown,
      since: '2026-11-20',
    }))
    const view = open({ waiting })
    await choose(view, 'Ask about research')
    await view.findByLabelText(/Topic of their paper/)
    expect(view.queryByText(/first e-mails are waiting/)).toBeNull()
  })

  it('warns of a second reminder', async () => {
    const awaiting = { since: '2026-11-01', nudged: true }
    const view = open({ people: [someone('Mina', 'Lee', { awaiting })] }, { isReply: true })
    await choose(view, 'Remind once')
    await view.findByText(/They had a reminder of this already/)
  })

  it('inserts at once where nothing is to be asked or said', async () => {
    const awaiting = { since: '2026-11-08', nudged: false }
    const view = open({ people: [someone('Mina', 'Lee', { awaiting })] }, { isReply: true })
    await choose(view, 'Remind once')
    await waitFor(() => expect(view.inserts).toHaveLength(1))
  })

  it('offers to copy when the composer did not take the text', async () => {
    const view = open({}, { insert: async () => ({ ...delivered, hasLanded: false }) })
    await choose(view, 'Ask for a career chat')
    const field = await view.findByLabelText('A field you are drawn to')
    field.focus()
    view.press('Enter')
    await view.findByText(/did not take the text, so nothing was changed/)
    expect(view.queryByRole('button', { name: 'Insert' })).toBeNull()
    expect(view.getByRole('button', { name: 'Copy' })).toBeTruthy()
    expect(view.props.onInserted).not.toHaveBeenCalled()
  })

  it('has a text-message form to copy only where the letter has one', async () => {
    const tips = open()
    await choose(tips, 'Ask a resident for tips')
    expect(await tips.findByRole('button', { name: 'Copy as text message' })).toBeTruthy()
    cleanup()
    const chat = open()
    await choose(chat, 'Ask for a career chat')
    await chat.findByRole('button', { name: 'Copy' })
    expect(chat.queryByRole('button', { name: 'Copy as text message' })).toBeNull()
  })

  it('says what of the composer was not recognised', async () => {
    const view = open({}, { selfTest: { body: false, subject: false, recipients: false } })
    await view.findByText(/text field of this mail was not recognised/)
    await view.findByText(/To field was not recognised/)
    await view.findByText(/subject field was not recognised/)
  })

  it('does nothing on a click that the page made up', async () => {
    const view = open()
    await choose(view, 'Ask for a career chat')
    fireEvent.click(await view.findByRole('button', { name: 'Insert' }))
    fireEvent.click(view.getByRole('button', { name: 'Copy' }))
    await new Promise((done) => setTimeout(done, 20))
    expect(view.inserts).toEqual([])
    expect(view.copied).toEqual([])
  })
})

describe('the text-message form', () => {
  const letter = (id: string) => {
    const found = templates.find((one) => one.id === id)
    if (!found) throw new Error(`${id} is not in seeds/templates`)
    return found
  }

  it('takes what is known and what was typed, and marks what is open', () => {
    const known = { 'person.greeting_name': 'Sam', 'me.name': 'Riley' } as const
    expect(fillMessage(letter('T22'), known, { 'slot: the program': 'Cedar Valley' })).toBe(
      'Hi Sam, Riley here. I am interviewing at Cedar Valley on [the date of the interview]. ' +
        'Any quick tips on the culture? Two lines are plenty. Thank you.',
    )
  })

  it('is empty for a letter without one', () => {
    expect(fillMessage(letter('T4'), {}, {})).toBe('')
  })
})

describe('whether the letter that went out is the one that was inserted', () => {
  const letter = 'Dear Dr. Lee,\n\nI would like to learn from you.\n\nThanks,\nRiley'
  it('goes by its longer lines, blanks aside', () => {
    expect(isStillThere(letter, 'Hi\nI would like  to learn from you.\nR')).toBe(true)
    expect(isStillThere(letter, 'Dear Dr. Lee,\n\nsomething else altogether\n\nThanks,\nRiley')).toBe(false)
    expect(isStillThere(letter, '')).toBe(false)
  })
})
