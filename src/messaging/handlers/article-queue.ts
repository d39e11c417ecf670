import type { Response } from '../protocol'

type ArticleAnswer = Response<'pubmed.article'>

/** A PubMed article page is at most a few megabytes (2.8 MB seen, December 2023); more is not an article. */
const mostCharacters = 8_000_000
/** Milliseconds one page may take, from its turn to its last byte. */
const patience = 8_000

interface Waiting {
  pmid: string
  job: string
  answer: (answer: ArticleAnswer) => void
}

/** Reads PubMed article pages one after another, for all tabs together, so that the site never sees a burst. */
export interface ArticleQueue {
  read(pmid: string, job: string): Promise<ArticleAnswer>
  /** Ends what this job has running and waiting; those reads answer `cancelled`. */
  cancel(job: string): void
}

/** `fetchPage` is the browser's `fetch`, handed in so that tests can play the network. */
export function createArticleQueue(fetchPage: typeof fetch, patienceMs = patience): ArticleQueue {
  const waiting: Waiting[] = []
  let running: { job: string; stop: AbortController } | null = null

  async function readNext(): Promise<void> {
    if (running) return
    const next = waiting.shift()
    if (!next) return
    const stop = new AbortController()
    running = { job: next.job, stop }
    const answer = await readPage(fetchPage, next.pmid, stop, patienceMs)
    running = null
    next.answer(answer)
    void readNext()
  }

  return {
    read(pmid, job) {
      return new Promise((answer) => {
        waiting.push({ pmid, job, answer })
        void readNext()
      })
    },
    cancel(job) {
      for (let i = waiting.length - 1; i >= 0; i--) {
        const entry = waiting[i]
        if (entry?.job !== job) continue
        waiting.splice(i, 1)
        entry.answer({ status: 'cancelled', html: '' })
      }
      if (running?.job === job) running.stop.abort('cancelled')
    },
  }
}

async function readPage(
  fetchPage: typeof fetch,
  pmid: string,
  stop: AbortController,
  patienceMs: number,
): Promise<ArticleAnswer> {
  const timer = setTimeout(() => stop.abort('timeout'), patienceMs)
  try {
    // Without cookies: the page is public, and the student's NCBI session is nobody's business here.
    const response = await fetchPage(`https://pubmed.ncbi.nlm.nih.gov/${pmid}/`, {
      signal: stop.signal,
      credentials: 'omit',
      redirect: 'follow',
      headers: { accept: 'text/html' },
    })
    if (response.status === 429 || response.status === 503) return { status: 'limited', html: '' }
    if (response.status === 404 || response.status === 410) return { status: 'missing', html: '' }
    if (!response.ok) return { status: 'refused', html: '' }
    const html = await response.text()
    return isArticle(html, pmid) ? { status: 'ok', html } : { status: 'refused', html: '' }
  } catch {
    if (stop.signal.reason === 'cancelled') return { status: 'cancelled', html: '' }
    return { status: stop.signal.reason === 'timeout' ? 'timeout' : 'offline', html: '' }
  } finally {
    clearTimeout(timer)
  }
}

/** A block page or a captcha answers 200 too: only a page that names this PMID as its own is an article. */
function isArticle(html: string, pmid: string): boolean {
  if (html.length > mostCharacters) return false
  const tag = /<meta\b[^>]*\bname=["']?citation_pmid["']?[^>]*>/i.exec(html)
  return tag !== null && new RegExp(`\\bcontent=["']?${pmid}["'/\\s>]`).test(tag[0])
}
