// @ts-check
import { parseArgs } from 'node:util'

/** A fault of the one who called, told in one line. `exitCode` 2: called wrongly; 1: something named is not usable. */
export class UserError extends Error {
  /** @param {string} message @param {number} [exitCode] */
  constructor(message, exitCode = 1) {
    super(message)
    this.exitCode = exitCode
  }
}

export const usage =
  'usage: npm run extract -- FILE --url URL   or   npm run extract -- --manifest MANIFEST.json --out RESULTS.jsonl   (both: [--no-sites])'

/**
 * @param {string[]} args
 * @returns {({ file: string, url: string } | { manifest: string, out: string }) & { noSites: boolean }}
 */
export function readOptions(args) {
  let parsed
  try {
    parsed = parseArgs({
      args,
      allowPositionals: true,
      options: {
        url: { type: 'string' },
        manifest: { type: 'string' },
        out: { type: 'string' },
        'no-sites': { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    const [what] = String(error instanceof Error ? error.message : error).split('. ')
    throw new UserError(`${what}; ${usage}`, 2)
  }
  const { url, manifest, out } = parsed.values
  const noSites = parsed.values['no-sites']
  const [file, ...others] = parsed.positionals
  if (manifest !== undefined && out && !file && url === undefined) return { manifest, out, noSites }
  if (file && others.length === 0 && url !== undefined && manifest === undefined && out === undefined) {
    return { file, url: readAddress(url), noSites }
  }
  throw new UserError(usage, 2)
}

/** An address a page can have been saved from. @param {unknown} text @returns {string} */
export function readAddress(text) {
  try {
    const url = new URL(String(text))
    if (/^https?:$/.test(url.protocol)) return url.href
  } catch {
    // Told below.
  }
  throw new UserError(`"${text}" is not the address of a web page (http or https)`)
}

/**
 * The entries of a manifest: `file`, relative to the manifest's folder, and `url`.
 * @param {string} text @param {string} path
 * @returns {{ file: string, url: string }[]}
 */
export function readManifest(text, path) {
  let manifest
  try {
    manifest = JSON.parse(text)
  } catch {
    throw new UserError(`${path} is not JSON`)
  }
  const pages = Array.isArray(manifest) ? manifest : manifest?.pages
  if (!Array.isArray(pages)) throw new UserError(`${path} has no list of pages`)
  return pages.map((page, index) => {
    if (typeof page?.file !== 'string' || typeof page?.url !== 'string') {
      throw new UserError(`${path}: page ${index + 1} has no "file" or no "url"`)
    }
    return { file: page.file, url: page.url }
  })
}
