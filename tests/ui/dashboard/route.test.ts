import { describe, expect, it } from 'vitest'
import { personLink, readRoute } from '../../../src/ui/dashboard/route'

describe('readRoute', () => {
  it.each([
    ['', { page: 'people' }],
    ['#', { page: 'people' }],
    ['#/people', { page: 'people' }],
    ['#/people/a1', { page: 'person', id: 'a1' }],
    ['#/changes', { page: 'changes' }],
    ['#/settings', { page: 'settings' }],
    ['#/elsewhere', { page: 'unknown' }],
    ['#/people/a1/more', { page: 'unknown' }],
    ['#/people/%E0%A4%A', { page: 'unknown' }],
    ['#/settings/deep', { page: 'unknown' }],
  ])('reads %s', (hash, route) => {
    expect(readRoute(hash)).toEqual(route)
  })

  it('reads back any id it wrote', () => {
    expect(readRoute(personLink('a/b %?#ü'))).toEqual({ page: 'person', id: 'a/b %?#ü' })
  })
})
