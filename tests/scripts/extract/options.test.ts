import { describe, expect, it } from 'vitest'
import { readManifest, readOptions, UserError } from '../../../scripts/extract/options.mjs'

function failureOf(work: () => unknown): UserError {
  try {
    work()
  } catch (error) {
    if (error instanceof UserError) return error
    throw error
  }
  throw new Error('did not fail')
}

describe('readOptions', () => {
  it('takes one page or one corpus', () => {
    expect(readOptions(['a.html', '--url', 'https://a.example/x'])).toEqual({
      file: 'a.html',
      url: 'https://a.example/x',
      noSites: false,
    })
    expect(readOptions(['--manifest', 'm.json', '--out', 'r.jsonl'])).toEqual({
      manifest: 'm.json',
      out: 'r.jsonl',
      noSites: false,
    })
  })

  it('leaves the readers of single sites out when asked', () => {
    expect(readOptions(['a.html', '--url', 'https://a.example/x', '--no-sites']).noSites).toBe(true)
    expect(readOptions(['--no-sites', '--manifest', 'm.json', '--out', 'r.jsonl']).noSites).toBe(true)
  })

  it.each([
    [[]],
    [['a.html']],
    [['a.html', 'b.html', '--url', 'https://a.example']],
    [['--manifest', 'm.json']],
    [['--manifest', 'm.json', '--out', 'r', '--url', 'https://a.example']],
    [['--out']],
    [['--unknown']],
  ])('refuses %j with the usage on one line and exit code 2', (args) => {
    const failure = failureOf(() => readOptions(args))
    expect(failure.exitCode).toBe(2)
    expect(failure.message).toContain('usage:')
    expect(failure.message).not.toContain('\n')
  })

  it.each(['foo', 'ftp://a.example', 'file:///etc/passwd', 'javascript:alert(1)', ''])(
    'refuses the address "%s"',
    (url) => {
      expect(failureOf(() => readOptions(['a.html', '--url', url])).exitCode).toBe(1)
    },
  )
})

describe('readManifest', () => {
  it('takes file and url of each page, and nothing else', () => {
    const text = '{"pages":[{"file":"a.html","url":"https://a.example","truth":{"x":1}}]}'
    expect(readManifest(text, 'm')).toEqual([{ file: 'a.html', url: 'https://a.example' }])
    expect(readManifest('[{"file":"a","url":"u"}]', 'm')).toHaveLength(1)
  })

  it.each(['', '{', 'null', '{}', '{"pages":{}}', '{"pages":[{"file":"a"}]}', '[null]'])(
    'refuses %j in one line',
    (text) => {
      const failure = failureOf(() => readManifest(text, 'm.json'))
      expect(failure.exitCode).toBe(1)
      expect(failure.message).toMatch(/^m\.json/)
      expect(failure.message).not.toContain('\n')
    },
  )
})
