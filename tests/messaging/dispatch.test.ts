import { describe, expect, it, vi } from 'vitest'
import { message } from '../../src/domain/message'
import { dispatch, type Handlers } from '../../src/messaging/handlers/dispatch'
import type { Sender } from '../../src/messaging/handlers/sender'
import { StoreError } from '../../src/store/api'

const ownId = 'preround-extension'
const pubmedTab: Sender = { id: ownId, url: 'https://pubmed.ncbi.nlm.nih.gov/123/', tabId: 7, frameId: 0 }
const gmailTab: Sender = { id: ownId, url: 'https://mail.google.com/mail/u/0/#inbox', tabId: 8, frameId: 0 }
const undo = { v: 1, type: 'changes.undo', body: { changeId: 'c1' } }

function makeHandlers(over: Partial<Handlers> = {}) {
  const run = vi.fn(async () => ({}))
  const handlers = new Proxy(over, { get: (target, key) => Reflect.get(target, key) ?? run }) as Handlers
  return { handlers, run }
}

describe('messages to the worker', () => {
  it('runs the handler of a well-formed message from a page of the product', async () => {
    const { handlers, run } = makeHandlers()
    expect(await dispatch(undo, pubmedTab, ownId, handlers, vi.fn())).toEqual({ ok: true, body: {} })
    expect(run).toHaveBeenCalledWith({ changeId: 'c1' }, { tabId: 7, frameId: 0 })
  })

  it.each<[string, unknown, Sender]>([
    ['from another extension', undo, { ...pubmedTab, id: 'somebody-else' }],
    ['from no tab', undo, { ...pubmedTab, tabId: undefined }],
    ['from a page that is not of the web', undo, { ...pubmedTab, url: 'file:///home/sam/page.html' }],
    ['from a frame of any page', undo, { ...pubmedTab, url: 'https://elsewhere.example/', frameId: 4 }],
    ['from an address that is none', undo, { ...pubmedTab, url: 'not an address' }],
    [
      'of PubMed from a page that calls itself so',
      { v: 1, type: 'capture.query', body: { term: 'Doe J[Author]', isAuthorLink: false } },
      { ...pubmedTab, url: 'https://pubmed.ncbi.nlm.nih.gov.evil.example/' },
    ],
    [
      'of PubMed over plain http',
      { v: 1, type: 'capture.query', body: { term: 'Doe J[Author]', isAuthorLink: false } },
      { ...pubmedTab, url: 'http://pubmed.ncbi.nlm.nih.gov/1/' },
    ],
    [
      'of mail from any other page',
      { v: 1, type: 'mail.awaited', body: { to: [] } },
      { ...pubmedTab, url: 'https://elsewhere.example/' },
    ],
    ['of an unknown type', { v: 1, type: 'store.deleteEverything', body: {} }, pubmedTab],
    ['named after a property of every object', { v: 1, type: 'constructor', body: {} }, pubmedTab],
    ['of another version', { ...undo, v: 2 }, pubmedTab],
    ['without an envelope', 'changes.undo', pubmedTab],
    ['with a body that does not fit', { v: 1, type: 'changes.undo', body: { changeId: 5 } }, pubmedTab],
    [
      'that asks for a script outside the list',
      { v: 1, type: 'page.load', body: { script: '../x' } },
      pubmedTab,
    ],
    [
      'with a PMID that is an address',
      { v: 1, type: 'pubmed.article', body: { pmid: '1/../../evil', job: 'j' } },
      pubmedTab,
    ],
    [
      'that only the other kind of page may send',
      { v: 1, type: 'pubmed.article', body: { pmid: '1', job: 'j' } },
      gmailTab,
    ],
  ])('refuses one %s, and runs nothing', async (_, raw, sender) => {
    const { handlers, run } = makeHandlers()
    const reply = await dispatch(raw, sender, ownId, handlers, vi.fn())
    expect(reply).toEqual({ ok: false, error: message('error.refused') })
    expect(run).not.toHaveBeenCalled()
  })

  it('hands on what a handler has to say to the student', async () => {
    const { handlers } = makeHandlers({
      'changes.undo': async () => {
        throw new StoreError(message('change.changed-since', { name: 'Dr. Lee' }))
      },
    })
    const reply = await dispatch(undo, pubmedTab, ownId, handlers, vi.fn())
    expect(reply).toEqual({ ok: false, error: message('change.changed-since', { name: 'Dr. Lee' }) })
  })

  it('reports a failure without words, and tells the page nothing of its inside', async () => {
    const report = vi.fn()
    const failure = new Error('secret inside')
    const { handlers } = makeHandlers({
      'changes.undo': async () => {
        throw failure
      },
    })
    expect(await dispatch(undo, pubmedTab, ownId, handlers, report)).toEqual({
      ok: false,
      error: message('error.unexpected'),
    })
    expect(report).toHaveBeenCalledWith('changes.undo', failure)
  })
})
