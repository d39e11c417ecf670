// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Store } from '../../../src/store/api'
import { makeProgram, makeRemark } from '../../fixtures/road/make-records'
import { forgetLog, makePerson, momentNow, openLog, today } from '../make-store'
import { showPage } from './show-page'

let store: Store
let maya: string

beforeEach(async () => {
  forgetLog()
  location.hash = ''
  store = await openLog()
  maya = (await store.people.add(makePerson('Maya Okafor'), momentNow())).personId
})
afterEach(() => {
  cleanup()
  store.close()
  vi.restoreAllMocks()
})

const card = async () => within(await screen.findByRole('region', { name: 'What they said and offered' }))
const setKind = (kind: string) =>
  fireEvent.change(screen.getByLabelText('What it is'), { target: { value: kind } })
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))

describe('what somebody said and offered', () => {
  it('is entered in one line, for a program of the list', async () => {
    const { id } = await store.road.programs.put(null, makeProgram({ name: 'Harbor State' }), momentNow())
    showPage(`#/people/${maya}`)
    fireEvent.click((await card()).getByRole('button', { name: 'Add a line' }))
    fireEvent.input(screen.getByLabelText('To whom'), { target: { value: 'Dr. Sato' } })
    fireEvent.change(await screen.findByLabelText('Program'), { target: { value: id } })
    press('Save')
    await (await card()).findByText('Dr. Sato · Harbor State')
    expect(await store.road.remarks.list()).toMatchObject([
      { kind: 'offer', personId: maya, programId: id, about: 'Dr. Sato', date: today, closedOn: null },
    ])
    press('Undo')
    await waitFor(async () => expect(await store.road.remarks.list()).toEqual([]))
  })

  it('asks for what each kind cannot do without', async () => {
    showPage(`#/people/${maya}`)
    fireEvent.click((await card()).getByRole('button', { name: 'Add a line' }))
    setKind('realistic-tier')
    press('Save')
    await screen.findByText('Choose what they said.')
    fireEvent.change(screen.getByLabelText('They find you'), { target: { value: 'reach' } })
    press('Save')
    await (await card()).findByText('A reach')
    expect(await store.road.remarks.list()).toMatchObject([{ kind: 'realistic-tier', tier: 'reach' }])
  })

  it('drops what the kind does not hold when the kind is changed', async () => {
    await store.road.remarks.put(
      null,
      makeRemark({ personId: maya, about: 'Dr. Sato', date: today }),
      momentNow(),
    )
    showPage(`#/people/${maya}`)
    fireEvent.click(await screen.findByRole('button', { name: /^Edit Offered to reach out/ }))
    setKind('carry-on')
    press('Save')
    await waitFor(async () =>
      expect(await store.road.remarks.list()).toMatchObject([{ kind: 'carry-on', about: '', programId: '' }]),
    )
  })

  it('is open until the kit is handed over, and opened again', async () => {
    await store.road.remarks.put(
      null,
      makeRemark({ personId: maya, about: 'Dr. Sato', date: today }),
      momentNow(),
    )
    showPage(`#/people/${maya}`)
    await (await card()).findByText('open')
    press(/^Kit handed over: Offered/)
    await (await card()).findByText('kit handed over Nov 22')
    expect((await store.road.remarks.list())[0]?.closedOn).toBe(today)
    press(/^Open again: Offered/)
    await (await card()).findByText('open')
  })

  it('is deleted with a way back, and belongs to one person alone', async () => {
    const { personId: theo } = await store.people.add(makePerson('Theo Lindqvist'), momentNow())
    await store.road.remarks.put(
      null,
      makeRemark({ personId: maya, about: 'Dr. Sato', date: today }),
      momentNow(),
    )
    await store.road.remarks.put(
      null,
      makeRemark({ personId: theo, about: 'Dr. Lee', date: today }),
      momentNow(),
    )
    showPage(`#/people/${maya}`)
    await (await card()).findByText('Dr. Sato')
    expect(screen.queryByText('Dr. Lee')).toBeNull()
    press(/^Delete Offered to reach out/)
    await waitFor(async () => expect(await store.road.remarks.list()).toHaveLength(1))
    press('Undo')
    await (await card()).findByText('Dr. Sato')
  })
})
