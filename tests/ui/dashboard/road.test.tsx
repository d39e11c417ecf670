// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { emptyProfile } from '../../../src/domain/profile/profile'
import type { Store } from '../../../src/store/api'
import { makeProgram } from '../../fixtures/road/make-records'
import { forgetLog, makePerson, momentNow, openLog } from '../make-store'
import { showPage } from './show-page'

let store: Store

beforeEach(async () => {
  forgetLog()
  location.hash = ''
  store = await openLog()
  await store.profile.set(
    {
      ...emptyProfile,
      matriculation: '2023-08-07',
      clerkshipStart: '2025-07-07',
      specialties: ['Internal Medicine'],
    },
    momentNow(),
  )
})
afterEach(() => {
  cleanup()
  store.close()
  vi.restoreAllMocks()
})

const press = (name: string | RegExp, inside = within(document.body)) =>
  fireEvent.click(inside.getByRole('button', { name }))
const part = async (name: string) => within(await screen.findByRole('region', { name }))

describe('the road', () => {
  it('shows every stage with its days and where the student stands', async () => {
    showPage('#/road')
    const line = await part('The road')
    const here = line.getByText('You are here').closest('li')
    expect(here?.textContent).toContain('MS4 · October–February')
    expect(here?.getAttribute('aria-current')).toBe('step')
    expect(line.getByText('Aug 7, 2023 – Oct 31, 2023')).toBeTruthy()
    expect(screen.queryByText(/they are assumed/)).toBeNull()
  })

  it('says when dates are assumed', async () => {
    await store.profile.set(emptyProfile, momentNow())
    showPage('#/road')
    await screen.findByText(/they are assumed/)
  })

  it('shows another month by the same rules, and saves nothing', async () => {
    await store.people.add(makePerson('Maya Okafor'), momentNow())
    const before = await store.month.refresh('2026-11-22')
    showPage('#/road')
    const preview = await part('Look at another month')
    fireEvent.input(preview.getByLabelText('Month'), { target: { value: '2027-04' } })
    await preview.findByText('Around Apr 15, 2027: MS4 · March to graduation')
    fireEvent.input(preview.getByLabelText('Month'), { target: { value: '' } })
    await waitFor(() => expect(preview.queryByText(/Around/)).toBeNull())
    expect(await store.month.snapshot()).toEqual(before)
  })
})

describe('milestones', () => {
  it('are recorded with their program, bring up their letters, and are taken back', async () => {
    const { schema: _schema, id: _id, ...input } = makeProgram({ name: 'Cedar' })
    const { id: programId } = await store.road.programs.put(null, input, momentNow())
    showPage('#/road')
    const part_ = await part('Milestones')
    press('Record a milestone', part_)
    fireEvent.change(part_.getByLabelText('What happened'), { target: { value: 'invitation' } })
    fireEvent.change(await part_.findByLabelText('Program'), { target: { value: programId } })
    fireEvent.input(part_.getByLabelText('On which day'), { target: { value: '2026-12-24' } })
    press('Save', part_)
    await part_.findByText(/This day has not come yet/)
    fireEvent.input(part_.getByLabelText('On which day'), { target: { value: '2026-11-10' } })
    press('Save', part_)
    await part_.findByRole('link', { name: 'Cedar' })
    expect(await store.road.milestones.list()).toMatchObject([
      { kind: 'invitation', date: '2026-11-10', programId },
    ])
    press('Undo')
    await waitFor(async () => expect(await store.road.milestones.list()).toEqual([]))
  })

  it('are deleted', async () => {
    await store.road.milestones.put(
      null,
      { kind: 'application-submitted', date: '2026-09-02', programId: '', note: '' },
      momentNow(),
    )
    showPage('#/road')
    const part_ = await part('Milestones')
    press('Delete Application submitted of Sep 2', part_)
    await waitFor(async () => expect(await store.road.milestones.list()).toEqual([]))
  })
})

describe('dates of the season', () => {
  it('say what they rest on, take the student’s own, and come back', async () => {
    showPage('#/road')
    const season = await part('Dates of the season')
    const line = () => season.getByText('Match Day').closest('li') as HTMLElement
    expect(line().textContent).toContain('estimate, not published yet')
    press('Change the date: Match Day', season)
    fireEvent.input(season.getByLabelText('Your date'), { target: { value: '' } })
    press('Save', season)
    await season.findByText('This is no date. Choose a day.')
    fireEvent.input(season.getByLabelText('Your date'), { target: { value: '2027-03-20' } })
    press('Save', season)
    await waitFor(() => expect(line().textContent).toContain('your own date'))
    expect(line().textContent).toContain('Mar 20, 2027')
    press('Reset Match Day to the original', season)
    await waitFor(() => expect(line().textContent).toContain('estimate'))
    expect(await store.road.seedEdits.list()).toEqual([])
  })

  it('name the source where one is known', async () => {
    showPage('#/road')
    const season = await part('Dates of the season')
    fireEvent.change(season.getByLabelText('Season'), { target: { value: '2026' } })
    await waitFor(() =>
      expect(season.getByText('Match Day').closest('li')?.textContent).toContain('confirmed by NRMP'),
    )
  })

  it('are hidden and shown again', async () => {
    showPage('#/road')
    const season = await part('Dates of the season')
    press('Hide: ERAS opens', season)
    await season.findByText('One hidden date')
    press('Show again: ERAS opens', season)
    await season.findByRole('button', { name: 'Hide: ERAS opens' })
    expect(await store.road.seedEdits.list()).toEqual([])
  })

  it('follow the degree and the military match', async () => {
    showPage('#/road')
    const season = await part('Dates of the season')
    expect(season.queryByText(/COMLEX/)).toBeNull()
    fireEvent.change(season.getByLabelText('Degree'), { target: { value: 'DO' } })
    await waitFor(() => expect(season.getAllByText(/COMLEX/).length).toBeGreaterThan(0))
    fireEvent.click(season.getByLabelText('I take part in the military match'))
    await waitFor(async () =>
      expect(await store.profile.get()).toMatchObject({ degree: 'DO', military: true }),
    )
  })
})
