import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

/** Saved pages of others with checked truth: they are never part of the project, and this runs only beside them. */
const corpus = '../shared/pages'

interface Row {
  kind: string
  field: string
  right: number
  total: number
}

if (existsSync(join(corpus, 'manifest.json'))) {
  const folder = mkdtempSync(join(tmpdir(), 'preround-corpus-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('every saved PubMed page is read wholly right and nothing is offered on the others', () => {
    const results = join(folder, 'results.jsonl')
    const start = performance.now()
    const extract = ['scripts/extract.mjs', '--manifest', join(corpus, 'manifest.json'), '--out', results]
    execFileSync(process.execPath, extract, { stdio: 'pipe' })
    const seconds = (performance.now() - start) / 1000
    const score = [join(corpus, 'score.mjs'), corpus, results, '--json']
    const rows: Row[] = JSON.parse(execFileSync(process.execPath, score, { encoding: 'utf8' }))
    const pubmed = rows.filter(
      (row) => row.total > 0 && /^(pubmed-article|pubmed-search|negative)$/.test(row.kind),
    )
    expect(pubmed.length).toBeGreaterThan(12)
    expect(pubmed.filter((row) => row.right < row.total)).toEqual([])
    console.log(`${rows.length} scored fields in ${seconds.toFixed(0)} s`)
  }, 300_000)
}
