import { describe, expect, it } from 'vitest'
import { readSenderKind } from '../../src/messaging/handlers/sender'
import { protocol } from '../../src/messaging/protocol'

const own = 'preround-extension'
const from = (url: string | undefined, parts: object = {}) =>
  readSenderKind({ id: own, url, tabId: 7, frameId: 0, ...parts }, own)

describe('who speaks to the worker', () => {
  it.each([
    ['https://pubmed.ncbi.nlm.nih.gov/1/', 'pubmed'],
    ['https://mail.google.com/mail/u/0/', 'mail'],
    ['https://neuro.lakeside.example/faculty/', 'page'],
    ['http://lakeside.example/', 'page'],
    ['https://pubmed.ncbi.nlm.nih.gov.evil.example/', 'page'],
    ['https://outlook.office.com/mail/', null],
    ['file:///home/sam/people.html', null],
    ['chrome-extension://preround-extension/popup.html', null],
    ['about:blank', null],
    ['not an address', null],
    [undefined, null],
  ])('%s is %s', (url, kind) => {
    expect(from(url)).toBe(kind)
  })

  it('is nobody with another id, without a tab, or out of a frame of any page', () => {
    const page = 'https://lakeside.example/'
    expect(from(page, { id: 'somebody-else' })).toBeNull()
    expect(from(page, { id: undefined })).toBeNull()
    expect(from(page, { tabId: undefined })).toBeNull()
    expect(from(page, { frameId: 3 })).toBeNull()
  })

  it('may ask for nothing of mail, and nothing of PubMed, from any page', () => {
    const open = Object.entries(protocol).filter(([, { from }]) =>
      (from as readonly string[]).includes('page'),
    )
    const names = open.map(([name]) => name)
    expect(names).toEqual(
      expect.arrayContaining(['page.load', 'capture.check', 'capture.save', 'changes.undo']),
    )
    expect(names.filter((name) => /^(mail|pubmed)\./.test(name))).toEqual([])
  })
})
