import { readFileSync } from 'node:fs'
import { extname, resolve } from 'node:path'
import { root } from '../../../scripts/build.mjs'

/** A page of the project's own, served under a real address. `file` is relative to the root of the project. */
export type ServedPage = {
  /** The whole address, query included; a fragment does not count. */
  url: string
  status?: number
  /** Waits so long before it answers. */
  delayMs?: number
  headers?: Record<string, string>
} & ({ file: string } | { html: string })

export interface SeenRequest {
  url: string
  method: string
  body: string
}

/** What a handler answers. `offline` breaks the connection instead. */
export interface Answer {
  status?: number
  headers?: Record<string, string>
  body?: string | Buffer
  delayMs?: number
  offline?: boolean
}

export type Handler = (request: SeenRequest) => Answer | Promise<Answer>

/** One request that left a page or the extension, in order. */
export interface RecordedRequest extends SeenRequest {
  /** False when nothing was registered for it: it was answered 404. */
  served: boolean
}

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/**
 * The whole internet of a spec: answers what was registered, 404 to everything else, and keeps a list. Both browsers
 * use it. Later registrations win, so a spec can change its mind.
 */
export class ServedPages {
  readonly requests: RecordedRequest[] = []
  private readonly handlers: { matches: (url: string) => boolean; handler: Handler }[] = []

  constructor(pages: readonly ServedPage[]) {
    for (const page of pages) this.addPage(page)
  }

  addPage(page: ServedPage): void {
    this.add(page.url, () => {
      const { status = 200, delayMs = 0 } = page
      const body = 'file' in page ? readFileSync(resolve(root, page.file)) : page.html
      const contentType = ('file' in page && contentTypes[extname(page.file)]) || 'text/html; charset=utf-8'
      return { status, delayMs, body, headers: { 'content-type': contentType, ...page.headers } }
    })
  }

  /** `pattern`: a whole address without fragment, or a regular expression over the whole address. */
  add(pattern: string | RegExp, handler: Handler): void {
    const matches =
      typeof pattern === 'string'
        ? (url: string) => withoutFragment(url) === withoutFragment(pattern)
        : (url: string) => pattern.test(url)
    this.handlers.unshift({ matches, handler })
  }

  async answer(request: SeenRequest): Promise<Answer> {
    const found = this.handlers.find(({ matches }) => matches(request.url))
    if (found || !isBrowsersOwn(request.url)) this.requests.push({ ...request, served: found !== undefined })
    if (!found)
      return { status: 404, body: 'not served in this test', headers: { 'content-type': 'text/plain' } }
    const answer = await found.handler(request)
    if (answer.delayMs) await new Promise((done) => setTimeout(done, answer.delayMs))
    return answer
  }
}

/** What a browser asks for by itself: Firefox's settings service, and the icon of every site. */
function isBrowsersOwn(address: string): boolean {
  const { hostname, pathname } = new URL(address)
  return pathname === '/favicon.ico' || /(^|\.)(mozilla\.(com|net|org)|firefox\.com)$/.test(hostname)
}

function withoutFragment(address: string): string {
  const url = new URL(address)
  url.hash = ''
  return url.href
}
