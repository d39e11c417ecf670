import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findWrittenAddresses, readMailLink } from '../../../src/domain/capture/written-address'

describe('a mail link', () => {
  it.each([
    ['mailto:ann@elm.edu', '', 'ann@elm.edu'],
    ['MAILTO: ann@elm.edu', '', 'ann@elm.edu'],
    ['mailto:ann@elm.edu?subject=Hello%20there', 'E-mail', 'ann@elm.edu'],
    ['mailto:%20ann@elm.edu', '', 'ann@elm.edu'],
    ['mailto:ann%40elm.edu', '', 'ann@elm.edu'],
    ['mailto://ann@elm.edu', '', 'ann@elm.edu'],
    ['http://mailto:ann@elm.edu', '', 'ann@elm.edu'],
    ['mailto:ann&#64;elm.edu', '', 'ann@elm.edu'],
    ['mailto:&#x61;nn&#x40;elm.edu', '', 'ann@elm.edu'],
    ['mailto:Ann Bell <ann@elm.edu>', '', 'ann@elm.edu'],
    ['mailto:ann@elm.edu,ben@elm.edu', '', 'ann@elm.edu'],
    ['mailto:ann@elm.edu;', '', 'ann@elm.edu'],
    ['mailto:ann@elm.edu.', '', 'ann@elm.edu'],
    ['mailto:ann@elm.edu,hk', '', 'ann@elm.edu.hk'],
    ['mailto:ann%20%22at%22%20elm.edu', '', 'ann@elm.edu'],
    ['mailto:ann at elm dot edu', '', 'ann@elm.edu'],
    ['mailto:ann(at)elm.edu', '', 'ann@elm.edu'],
    ['mailto:ann', 'ann@elm.edu', 'ann@elm.edu'],
    ['mailto:o’neil@elm.edu', '', 'o’neil@elm.edu'],
    ['mailto:prof@elm.edu', '', 'prof@elm.edu'],
    ['mailto:ann@nospam.elm.edu', '', 'ann@elm.edu'],
    ['mailto:ann-nospam@elm.edu', '', 'ann@elm.edu'],
    ['/cdn-cgi/l/email-protection#2a4b44446a4f4647044f4e5f', '', 'ann@elm.edu'],
  ])('%s with "%s" writes to %s', (href, text, address) => expect(readMailLink(href, text)).toBe(address))
  it.each([
    ['mailto:?subject=Look&body=https://elm.edu', 'Share'],
    ['mailto:?to=ann@elm.edu', 'ann@elm.edu'],
    ['mailto:', 'ann@elm.edu'],
    ['https://elm.edu', 'ann@elm.edu'],
    ['tel:3125550100', ''],
    ['javascript:mail("ann","elm.edu")', ''],
    ['mailto:nobody', 'E-mail me'],
    ['mailto:%zz', ''],
    ['/cdn-cgi/l/email-protection', '[email protected]'],
    ['/cdn-cgi/l/email-protection#0000000000', ''],
  ])('%s with "%s" writes to nobody', (href, text) => expect(readMailLink(href, text)).toBe(''))
  it('never throws and gives an address or nothing', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (href, text) => {
        expect(readMailLink(`mailto:${href}`, text)).toMatch(/^$|@/)
      }),
    )
  })
})

describe('a written address', () => {
  it.each([
    ['ann [at] elm.edu', 'ann@elm.edu'],
    ['E-mail: ann (at) cs (dot) elm (dot) edu', 'ann@cs.elm.edu'],
    ['ann{at}elm{dot}edu', 'ann@elm.edu'],
    ['ann.bell at elm dot edu', 'ann.bell@elm.edu'],
    ['ann "at" elm.edu', 'ann@elm.edu'],
    ['ann_at_elm.edu', 'ann@elm.edu'],
    ['ann dot bell at cs dot elm dot edu', 'ann.bell@cs.elm.edu'],
    ['ann<at>elm.edu', 'ann@elm.edu'],
    ['ann[@]elm.edu', 'ann@elm.edu'],
  ])('"%s" is read, and marked as hidden', (text, address) =>
    expect(findWrittenAddresses(text)).toEqual([{ address, isObfuscated: true }]),
  )
  it('a plain one is not marked', () =>
    expect(findWrittenAddresses('Email: ann@elm.edu')).toEqual([
      { address: 'ann@elm.edu', isObfuscated: false },
    ]))
  it.each([
    'Forms are available at emergency.elm.edu',
    'She looked at elm. Dot was there.',
    'Visit us at elm.edu',
    'at dot com',
    'Ann Bell (at Elm University)',
    'Meet at noon',
  ])('"%s" holds none', (text) => expect(findWrittenAddresses(text)).toEqual([]))
  it('takes no long time over a hostile text', () => {
    expect(findWrittenAddresses('a dot '.repeat(50_000))).toEqual([])
    expect(findWrittenAddresses(`${'a.'.repeat(50_000)} (at) `)).toEqual([])
    expect(findWrittenAddresses('a at '.repeat(50_000))).toEqual([])
  })
})
