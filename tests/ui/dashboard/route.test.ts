import { describe, expect, it } from 'vitest'
import { letterLink, personLink, readRoute, rotationLink } from '../../../src/ui/dashboard/route'

describe('readRoute', () => {
  it.each([
    ['', { page: 'people' }],
    ['#', { page: 'people' }],
    ['#/people', { page: 'people' }],
    ['#/people/a1', { page: 'person', id: 'a1' }],
    ['#/rotations', { page: 'rotations' }],
    ['#/rotations/r1', { page: 'rotation', id: 'r1' }],
    ['#/letters', { page: 'letters' }],
    ['#/letters/l1', { page: 'letter', id: 'l1' }],
    ['#/letters/l1/more', { page: 'unknown' }],
    ['#/events', { page: 'events' }],
    ['#/events/e1', { page: 'unknown' }],
    ['#/toString/e1', { page: 'unknown' }],
    ['#/changes', { page: 'changes' }],
    ['#/settings', { page: 'settings', site: null }],
    ['#/settings/sites', { page: 'settings', site: '' }],
    ['#/settings/sites/lakeside.example', { page: 'settings', site: 'lakeside.example' }],
    ['#/settings/sites/a/b', { page: 'unknown' }],
    ['#/elsewhere', { page: 'unknown' }],
    ['#/people/a1/more', { page: 'unknown' }],
    ['#/people/%E0%A4%A', { page: 'unknown' }],
    ['#/settings/deep', { page: 'unknown' }],
  ])('reads %s', (hash, route) => {
    expect(readRoute(hash)).toEqual(route)
  })

  it('reads back any id it wrote', () => {
    expect(readRoute(personLink('a/b %?#ü'))).toEqual({ page: 'person', id: 'a/b %?#ü' })
    expect(readRoute(rotationLink('a/b %?#ü'))).toEqual({ page: 'rotation', id: 'a/b %?#ü' })
    expect(readRoute(letterLink('a/b %?#ü'))).toEqual({ page: 'letter', id: 'a/b %?#ü' })
  })
})
