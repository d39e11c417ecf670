import { describe, expect, it, vi } from 'vitest'
import { createArticleQueue } from '../../src/messaging/handlers/article-queue'

const article = (pmid: string) =>
  `<html><head><meta name="citation_pmid" content="${pmid}"></head><body>…</body></html>`

/** A network whose answers are given by hand. */
function playNetwork() {
  const asked: { url: string; signal: AbortSignal; answer: (response: Response) => void }[] = []
  const fetchPage = vi.fn(
    (url: string | URL | Request, init?: RequestInit) =>
      new Promise<Response>((resolve, reject) => {
        const signal = init?.signal as AbortSignal
        signal.addEventListener('abort', () => reject(signal.reason))
        asked.push({ url: String(url), signal, answer: resolve })
      }),
  )
  return { asked, fetchPage: fetchPage as unknown as typeof fetch, spy: fetchPage }
}

const settle = () => new Promise((done) => setTimeout(done))

describe('the one queue of article pages', () => {
  it('reads one page at a time for all jobs together, in the order asked', async () => {
    const { asked, fetchPage } = playNetwork()
    const queue = createArticleQueue(fetchPage)
    const first = queue.read('11', 'tab-a')
    const second = queue.read('22', 'tab-b')
    expect(asked.map((one) => one.url)).toEqual(['https://pubmed.ncbi.nlm.nih.gov/11/'])
    asked[0]?.answer(new Response(article('11')))
    expect((await first).status).toBe('ok')
    await settle()
    expect(asked.map((one) => one.url)).toEqual([
      'https://pubmed.ncbi.nlm.nih.gov/11/',
      'https://pubmed.ncbi.nlm.nih.gov/22/',
    ])
    asked[1]?.answer(new Response(article('22')))
    expect((await second).html).toContain('22')
  })

  it('asks without cookies', async () => {
    const { asked, fetchPage, spy } = playNetwork()
    const reading = createArticleQueue(fetchPage).read('11', 'a')
    asked[0]?.answer(new Response(article('11')))
    await reading
    expect(spy.mock.calls[0]?.[1]?.credentials).toBe('omit')
  })

  it.each([
    [429, 'limited'],
    [503, 'limited'],
    [404, 'missing'],
    [403, 'refused'],
    [500, 'refused'],
  ])('tells an answer of %i as %s', async (status, expected) => {
    const { asked, fetchPage } = playNetwork()
    const reading = createArticleQueue(fetchPage).read('11', 'a')
    asked[0]?.answer(new Response('', { status }))
    expect(await reading).toEqual({ status: expected, html: '' })
  })

  it.each([
    ['a block page', '<html><title>Are you human?</title></html>'],
    ['another article', article('99')],
    ['an article whose PMID only begins alike', article('112')],
  ])('takes %s for no article', async (_, html) => {
    const { asked, fetchPage } = playNetwork()
    const reading = createArticleQueue(fetchPage).read('11', 'a')
    asked[0]?.answer(new Response(html))
    expect((await reading).status).toBe('refused')
  })

  it('gives up on a page after its time and goes on with the next', async () => {
    const { asked, fetchPage } = playNetwork()
    const queue = createArticleQueue(fetchPage, 20)
    const slow = queue.read('11', 'a')
    const next = queue.read('22', 'a')
    expect((await slow).status).toBe('timeout')
    await settle()
    asked[1]?.answer(new Response(article('22')))
    expect((await next).status).toBe('ok')
  })

  it('calls a failed connection offline', async () => {
    const queue = createArticleQueue((() => Promise.reject(new TypeError('Failed to fetch'))) as typeof fetch)
    expect((await queue.read('11', 'a')).status).toBe('offline')
  })

  it('cancels what a job has running and waiting, and nothing of another job', async () => {
    const { asked, fetchPage } = playNetwork()
    const queue = createArticleQueue(fetchPage)
    const running = queue.read('11', 'a')
    const other = queue.read('22', 'b')
    const waiting = queue.read('33', 'a')
    queue.cancel('a')
    expect((await running).status).toBe('cancelled')
    expect((await waiting).status).toBe('cancelled')
    await settle()
    expect(asked.map((one) => one.url.slice(-3))).toEqual(['11/', '22/'])
    asked[1]?.answer(new Response(article('22')))
    expect((await other).status).toBe('ok')
  })
})
