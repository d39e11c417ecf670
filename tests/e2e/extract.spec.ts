import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { pageFixtures, readFixture } from '../extractors/page-fixtures'

const root = fileURLToPath(new URL('../../', import.meta.url))
const fixtures = join(root, 'tests/fixtures/pages/pubmed')
const folder = mkdtempSync(join(tmpdir(), 'preround-extract-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs the command as `npm run extract --` does. */
async function runExtract(args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, ['scripts/extract.mjs', ...args], { cwd: root })
  let out = ''
  let err = ''
  child.stdout.on('data', (text) => {
    out += text
  })
  child.stderr.on('data', (text) => {
    err += text
  })
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  return { code, out, err }
}

describe('npm run extract', () => {
  test('prints one page as JSON', async () => {
    const url = 'https://pubmed.ncbi.nlm.nih.gov/39000002/'
    const { code, out } = await runExtract([join(fixtures, 'article-39000002.html'), '--url', url])
    expect(code).toBe(0)
    const result = JSON.parse(out)
    expect(result.kind).toBe('article')
    expect(result.people[2]).toMatchObject({
      name: 'Theodora E Whitcombe',
      collective: false,
      emails: [{ address: 'theodora.whitcombe@lakemont.example', certain: true }],
      publications: [{ pmid: '39000002', doi: '10.5555/hl.2025.880' }],
    })
    expect(result.people[2].affiliations[0]).toContain(
      'Electronic address: theodora.whitcombe@lakemont.example.',
    )
    expect(result.publications[0].authors).toHaveLength(3)
  })

  test('reads a corpus with scripts off and no network, in the order of its manifest', async () => {
    const article = readFixture('article-39000003.html')
    const hostile: Record<string, string | Uint8Array> = {
      // In a real browser these names hide the document's own methods.
      'clobbered.html': article.replace(
        '<main',
        '<form name="querySelector"></form><form name="querySelectorAll"></form><main',
      ),
      'scripted.html': article.replace(
        '<main',
        '<script>document.body.remove()</script><img src=x onerror="document.body.remove()"><main',
      ),
      'refreshed.html': article.replace(
        '<head',
        '<meta http-equiv="refresh" content="0;url=https://elsewhere.example/"><head',
      ),
      'old-set.html': Uint8Array.from(
        article.replace('<meta charset="UTF-8">', '').replace(/[\u0100-\uffff]/g, '?'),
        (letter) => letter.charCodeAt(0),
      ),
      'empty.html': '',
    }
    for (const [file, content] of Object.entries(hostile)) writeFileSync(join(folder, file), content)
    const url = 'https://pubmed.ncbi.nlm.nih.gov/39000003/'
    for (const { file } of pageFixtures) writeFileSync(join(folder, file), readFixture(file))
    const pages = [...pageFixtures, ...Object.keys(hostile).map((file) => ({ file, url, truth: 'not read' }))]
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ pages }))

    const out = join(folder, 'results.jsonl')
    const { code, err } = await runExtract(['--manifest', join(folder, 'manifest.json'), '--out', out])
    expect(err).toContain(`${pages.length} of ${pages.length} pages read`)
    expect(code).toBe(0)
    const results = readFileSync(out, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(results.map((one) => one.file)).toEqual(pages.map((one) => one.file))
    for (const { file, kind } of pageFixtures) {
      const result = results.find((one) => one.file === file)
      expect(result?.kind, file).toBe(kind)
      if (kind === null) expect(result).toEqual({ file, kind: null, people: [], publications: [] })
    }
    const by = (file: string) => results.find((one) => one.file === file)
    for (const file of ['clobbered.html', 'scripted.html', 'refreshed.html', 'old-set.html']) {
      expect(by(file)?.people.length, file).toBe(32)
    }
    expect(by('old-set.html').people[8].name).toBe('Ingrid M Åkerlund')
    expect(by('empty.html')).toMatchObject({ kind: null, people: [] })
  })

  test('reads a page whose elements hide the document’s own properties, as a browser has it', async () => {
    const names =
      'body head documentElement title querySelector querySelectorAll children firstChild createTreeWalker location defaultView forms images links'
    const clobbering = names
      .split(' ')
      .map((name) => `<img name="${name}"><form name="${name}" id="${name}"><input name="${name}"></form>`)
    const html = `<!doctype html><title>Theodora Whitcombe | Lakemont University</title>${clobbering.join('')}<main><h1>Theodora Whitcombe, MD</h1><p>Associate Professor of Medicine</p>
      <p>Email: <a href="mailto:theodora.whitcombe@lakemont.example">theodora.whitcombe@lakemont.example</a></p></main>${clobbering.join('')}`
    writeFileSync(join(folder, 'clobbered-profile.html'), html)
    const url = 'https://medicine.lakemont.example/people/theodora-whitcombe'
    for (const more of [[], ['--no-sites']]) {
      const { code, out } = await runExtract([join(folder, 'clobbered-profile.html'), '--url', url, ...more])
      expect(code).toBe(0)
      expect(JSON.parse(out)).toMatchObject({
        kind: 'person',
        people: [
          {
            name: 'Theodora Whitcombe',
            credentials: ['MD'],
            emails: [{ address: 'theodora.whitcombe@lakemont.example', certain: true }],
          },
        ],
      })
    }
  })

  test('leaves the readers of single sites out when asked', async () => {
    const url = 'https://pubmed.ncbi.nlm.nih.gov/39000002/'
    const file = join(fixtures, 'article-39000002.html')
    const { out } = await runExtract([file, '--url', url, '--no-sites'])
    expect(JSON.parse(out).kind).not.toBe('article')
  })

  test('says in one line what is wrong, and ends with 1 or 2', async () => {
    const wrong: [string[], number, RegExp][] = [
      [[], 2, /^usage: .*\n$/],
      [['nowhere.html', '--url', 'https://a.example'], 1, /^nowhere\.html cannot be read \(ENOENT\)\n$/],
      [['package.json', '--url', 'nonsense'], 1, /^"nonsense" is not the address of a web page.*\n$/],
      [
        ['--manifest', 'package.json', '--out', join(folder, 'x')],
        1,
        /^package\.json has no list of pages\n$/,
      ],
    ]
    for (const [args, code, message] of wrong) {
      const result = await runExtract(args)
      expect(result.err).toMatch(message)
      expect(result.code).toBe(code)
      expect(result.out).toBe('')
    }
  })

  test('goes on after a page that is missing, and tells so', async () => {
    writeFileSync(join(folder, 'one.html'), readFixture('article-39000001.html'))
    writeFileSync(
      join(folder, 'gap.json'),
      JSON.stringify({
        pages: [
          { file: 'gone.html', url: 'https://pubmed.ncbi.nlm.nih.gov/1/' },
          { file: 'one.html', url: 'https://pubmed.ncbi.nlm.nih.gov/39000001/' },
        ],
      }),
    )
    const out = join(folder, 'gap.jsonl')
    const { code, err } = await runExtract(['--manifest', join(folder, 'gap.json'), '--out', out])
    expect(code).toBe(1)
    expect(err).toContain('gone.html: ')
    const [gone, one] = readFileSync(out, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(gone).toEqual({ file: 'gone.html', kind: null, people: [], publications: [] })
    expect(one.people).toHaveLength(4)
  })
})
