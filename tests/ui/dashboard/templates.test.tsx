// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { templates } from '../../../seeds/templates'
import type { Store } from '../../../src/store/api'
import { forgetLog, makePerson, momentNow, openLog, today } from '../make-store'
import { showPage } from './show-page'

let store: Store

beforeEach(async () => {
  forgetLog()
  location.hash = ''
  store = await openLog()
})
afterEach(() => {
  cleanup()
  store.close()
  vi.restoreAllMocks()
})

const press = (name: string | RegExp, inside = within(document.body)) =>
  fireEvent.click(inside.getByRole('button', { name }))
const part = async (name: string) => within(await screen.findByRole('region', { name }))
const type = (label: string, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } })
const title = (id: string) => templates.find((one) => one.id === id)?.title ?? ''

describe('letters', () => {
  it('are all listed', async () => {
    showPage('#/templates')
    const letters = await part('Letters')
    for (const one of templates) expect(letters.getByText(one.title)).toBeTruthy()
  })

  it('say where an error of the text is, and save nothing', async () => {
    showPage('#/templates')
    await part('Letters')
    press(`Edit ${title('T3')}`)
    type('Text', 'Hi {{person.greeting_name}},\n\nabout {{person.nobody}}')
    press('Save')
    await screen.findByText('Line 3, column 7: “person.nobody” is no placeholder. Check its spelling.')
    type('Text', '')
    press('Save')
    await screen.findByText('A letter needs a text.')
    expect(await store.road.seedEdits.list()).toEqual([])
  })

  it('take the student’s words, keep the original in reach, and go back to it', async () => {
    showPage('#/templates')
    const letters = await part('Letters')
    press(`Edit ${title('T3')}`)
    type('Text', 'Hi {{person.greeting_name}}, coffee?')
    press('Save')
    await letters.findByText('in your words')
    expect(await store.road.seedEdits.list()).toEqual([
      { schema: 1, id: 'template/T3', hidden: false, body: 'Hi {{person.greeting_name}}, coffee?' },
    ])
    press(`Edit ${title('T3')}`)
    const original = templates.find((one) => one.id === 'T3')?.body.split('\n')[0] ?? ''
    expect(screen.getByText('The original').closest('details')?.textContent).toContain(original)
    press('Cancel')
    press(`Reset ${title('T3')} to the original`)
    await waitFor(async () => expect(await store.road.seedEdits.list()).toEqual([]))
    await waitFor(() => expect(letters.queryByText('in your words')).toBeNull())
  })

  it('save nothing when nothing differs', async () => {
    showPage('#/templates')
    await part('Letters')
    press(`Edit ${title('T3')}`)
    press('Save')
    await screen.findByText(/Nothing differs from the original/)
    expect(await store.road.seedEdits.list()).toEqual([])
  })

  it('are hidden and shown again', async () => {
    showPage('#/templates')
    const letters = await part('Letters')
    press(`Hide ${title('T4')}`)
    await letters.findByText('hidden')
    press(`Show ${title('T4')} again`)
    await waitFor(() => expect(letters.queryByText('hidden')).toBeNull())
    expect(await store.road.seedEdits.list()).toEqual([])
  })

  it('can be the student’s own, deleted and brought back', async () => {
    showPage('#/templates')
    const letters = await part('Letters')
    press('Write your own letter')
    press('Save')
    await screen.findByText('A name is needed to find it again.')
    type('Name', 'Thank a librarian')
    type('Subject', 'Thank you')
    press('Save')
    await letters.findByText('your own')
    press('Delete Thank a librarian')
    await waitFor(async () => expect(await store.road.seedEdits.list()).toEqual([]))
    const undo = screen.getAllByRole('button', { name: 'Undo' }).at(-1)
    if (undo) fireEvent.click(undo)
    await letters.findByText('Thank a librarian')
  })

  it('show how they read for somebody of the log', async () => {
    await store.people.add(makePerson('Theo Lindqvist'), momentNow())
    showPage('#/templates')
    await part('Letters')
    press('Write your own letter')
    type('Text', 'Hi {{person.greeting_name}}, {{slot: a question}}')
    expect(await screen.findByText('Hi [How you greet them], [a question]')).toBeTruthy()
    const box = screen.getByRole('combobox', { name: 'For whom' })
    fireEvent.input(box, { target: { value: 'Theo' } })
    fireEvent.keyDown(box, { key: 'Enter' })
    await screen.findByText('Hi Theo, [a question]')
    await screen.findByText('Asked for before it goes in: a question.')
  })

  it('stand in the student’s words on other pages', async () => {
    await store.road.seedEdits.put('template/T22', { hidden: true }, momentNow())
    await store.road.seedEdits.put('goal/R2.7', { hidden: false, title: 'Coffee, gently' }, momentNow())
    showPage('#/road')
    expect((await screen.findAllByText('Coffee, gently')).length).toBeGreaterThan(0)
  })
})

describe('goals', () => {
  it('are changed, hidden and reset', async () => {
    showPage('#/templates')
    const goals = await part('Goals')
    const name = goals.getByText('R2.7').parentElement?.textContent?.replace('R2.7', '') ?? ''
    press(`Edit ${name}`, goals)
    type('Goal', 'Coffee, gently')
    press('Save')
    await goals.findByText('Coffee, gently')
    expect(await store.road.seedEdits.list()).toEqual([
      { schema: 1, id: 'goal/R2.7', hidden: false, title: 'Coffee, gently' },
    ])
    press('Hide Coffee, gently', goals)
    await goals.findByText('hidden')
    press('Reset Coffee, gently to the original', goals)
    await waitFor(async () => expect(await store.road.seedEdits.list()).toEqual([]))
  })

  it('can be the student’s own, and then count in the month', async () => {
    showPage('#/templates')
    const goals = await part('Goals')
    press('Add your own goal', goals)
    type('Goal', 'Learn ten names')
    type('By', '2026-11-30')
    press('Save')
    await goals.findByText('Learn ten names')
    const view = await store.month.refresh(today)
    expect(view.goals.some((goal) => goal.id.startsWith('own-') && goal.by === '2026-11-30')).toBe(true)
  })
})
