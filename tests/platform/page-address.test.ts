import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  hostOfPattern,
  patternOfHost,
  readHost,
  readSiteKind,
  refusals,
  refuseByAddress,
  refuseByType,
} from '../../src/platform/page-address'
import { anyPage } from '../../src/ui/shared/words/en'

describe('what an address says of a page', () => {
  it.each([
    ['https://neuro.lakeside.example/faculty/', null],
    ['http://lakeside.example:8080/people.asp?id=4#top', null],
    ['https://pubmed.ncbi.nlm.nih.gov/123/', null],
    ['https://chrome.google.com/chrome/', null],
    ['https://lakeside.example/cv.pdf', null],
    [undefined, 'browser'],
    ['', 'browser'],
    ['not an address', 'browser'],
    ['chrome://settings/', 'browser'],
    ['edge://newtab/', 'browser'],
    ['about:blank', 'browser'],
    ['about:config', 'browser'],
    ['devtools://devtools/bundled/x.html', 'browser'],
    ['javascript:alert(1)', 'browser'],
    ['about:reader?url=https%3A%2F%2Flakeside.example%2F', 'reader-view'],
    ['view-source:https://lakeside.example/', 'source'],
    ['file:///home/sam/people.html', 'file'],
    ['data:text/html,<h1>Jane', 'no-page'],
    ['blob:https://lakeside.example/1-2', 'no-page'],
    ['chrome-extension://abcdefghijklmnopabcdefghijklmnop/page.html', 'extension'],
    ['moz-extension://0-1/page.html', 'extension'],
    ['chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/cv.pdf', 'pdf'],
    ['https://chromewebstore.google.com/detail/x', 'store'],
    ['https://chrome.google.com/webstore/detail/x', 'store'],
    ['https://addons.mozilla.org/en-US/firefox/', 'store'],
    ['https://microsoftedge.microsoft.com/addons/', 'store'],
    ['https://mail.google.com/mail/u/0/#inbox', 'mail'],
    ['https://outlook.office.com/mail/', 'mail'],
  ])('%s: %s', (address, refusal) => {
    expect(refuseByAddress(address)).toBe(refusal)
  })

  it.each([
    ['https://pubmed.ncbi.nlm.nih.gov/1/', 'pubmed'],
    ['https://mail.google.com/mail/', 'gmail'],
    ['https://outlook.live.com/mail/', 'outlook'],
    ['https://pubmed.ncbi.nlm.nih.gov.evil.example/', 'page'],
    ['https://evil.example/https://mail.google.com/', 'page'],
    ['http://mail.google.com/', 'page'],
    ['chrome://settings/', null],
    ['file:///etc/hosts', null],
    ['', null],
  ])('%s is a page of kind %s', (address, kind) => {
    expect(readSiteKind(address)).toBe(kind)
  })

  it('never throws, and a page that is not refused is a web page', () => {
    const scheme = fc.constantFrom(
      'https://',
      'http://',
      'ftp://',
      'about:',
      'blob:https://',
      'view-source:',
      '',
    )
    const address = fc.tuple(scheme, fc.string({ maxLength: 40 })).map((parts) => parts.join(''))
    fc.assert(
      fc.property(address, (address) => {
        if (refuseByAddress(address) === null) expect(readSiteKind(address)).toMatch(/^(page|pubmed)$/)
      }),
    )
  })

  it('every refusal has a sentence', () => {
    expect(Object.keys(anyPage.refusals).sort()).toEqual([...refusals].sort())
  })
})

describe('what the type of a document says', () => {
  it.each([
    ['text/html', null],
    ['application/xhtml+xml', null],
    ['text/plain', null],
    ['application/pdf', 'pdf'],
    ['image/png', 'no-page'],
    ['application/json', 'no-page'],
    ['application/xml', 'no-page'],
    [null, 'closed'],
  ])('%s: %s', (type, refusal) => {
    expect(refuseByType('https://lakeside.example/', type)).toBe(refusal)
  })

  it('a viewer that lets nothing in is known by the address of the PDF', () => {
    expect(refuseByType('https://lakeside.example/cv.PDF?x=1', null)).toBe('pdf')
  })
})

describe('the host of a site', () => {
  it.each([
    ['lakeside.example', 'lakeside.example'],
    ['  https://Neuro.Lakeside.example:8443/people?x#y ', 'neuro.lakeside.example'],
    ['http://192.168.2.7/', '192.168.2.7'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['localhost', null],
    ['https://[::1]/', null],
    ['', null],
    ['a b.example', null],
    ['*.lakeside.example', null],
    ['https://*/', null],
    ['https://sam:secret@lakeside.example/', null],
    ['ftp://lakeside.example/', null],
    ['javascript:alert(1)', null],
    ['about:blank', null],
  ])('in "%s" is %s', (typed, host) => {
    expect(readHost(typed)).toBe(host)
  })

  it('survives the way into a pattern and back, and no pattern covers more than one host', () => {
    fc.assert(
      fc.property(fc.domain(), (domain) => {
        const host = readHost(domain)
        if (host === null) return
        expect(hostOfPattern(patternOfHost(host))).toBe(host)
        expect(patternOfHost(host)).not.toMatch(/\*[^:/]/)
      }),
    )
    for (const pattern of [
      '*://*/*',
      '<all_urls>',
      '*://*.lakeside.example/*',
      'https://lakeside.example/a*',
      'file:///*',
    ])
      expect(hostOfPattern(pattern)).toBeNull()
  })
})
