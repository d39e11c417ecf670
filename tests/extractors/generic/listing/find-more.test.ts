import { describe, expect, it } from 'vitest'
import { readListing } from './listing-fixtures'

const people = ['Ana Dovelli', 'Bruno Kastner', 'Chidi Omarange', 'Dora Feldquist']
  .map((name) => `<div class="c"><h3>${name}</h3><p>Professor of Medicine</p></div>`)
  .join('')
const readMore = (html: string, head = '') =>
  readListing(
    `<head><title>Faculty</title>${head}</head><h1>Faculty</h1>${people}${html}`,
    'https://www.lakemoor.example/faculty?page=2',
  ).more

describe('where a directory goes on', () => {
  it('is the next page that the page itself names', () => {
    expect(readMore('', '<link rel="next" href="/faculty?page=3">')?.url).toBe(
      'https://www.lakemoor.example/faculty?page=3',
    )
    for (const link of [
      '<a href="?page=3">Next</a>',
      '<a href="?page=3">next ›</a>',
      '<a href="?page=3" aria-label="Next page"><svg></svg></a>',
      '<a href="?page=1">1</a> <span>2</span> <a href="?page=3">3</a> <a href="?page=4">4</a>',
    ])
      expect(readMore(link)?.url).toBe('https://www.lakemoor.example/faculty?page=3')
  })

  it('is unknown, but told, where only a button brings more', () => {
    expect(readMore('<button>Load more</button>')).toEqual({ type: 'more', url: '' })
    expect(readMore('<a href="#">Show 20 more</a>')).toEqual({ type: 'more', url: '' })
  })

  it('is nowhere on a page that shows everybody', () => {
    expect(readMore('')).toBeNull()
    expect(
      readMore('<a href="/next-steps">Next steps for applicants</a> <a href="/x">Read more</a>'),
    ).toBeNull()
    expect(readMore('<a href="#next">Next</a> <a href="?page=2">Next</a>')).toBeNull()
    expect(readMore('<a rel="next" href="javascript:next()">Next</a>')).toBeNull()
  })
})
