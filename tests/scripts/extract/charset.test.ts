import { describe, expect, it } from 'vitest'
import { decodePage, sniffCharset } from '../../../scripts/extract/charset.mjs'

const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const utf8 = (text: string) => new TextEncoder().encode(text)

describe('sniffCharset', () => {
  it.each<[string, Uint8Array, string]>([
    [
      'a byte-order mark, whatever the markup says',
      Uint8Array.from([0xef, 0xbb, 0xbf, ...latin('<meta charset=latin1>')]),
      'utf-8',
    ],
    ['UTF-16, little end first', Uint8Array.from([0xff, 0xfe, 0x3c, 0]), 'utf-16le'],
    ['UTF-16, big end first', Uint8Array.from([0xfe, 0xff, 0, 0x3c]), 'utf-16be'],
    ['a declared charset', latin('<meta charset="iso-8859-1"><p>caf\xe9'), 'windows-1252'],
    [
      'a declared http-equiv',
      latin('<meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>\xcf'),
      'windows-1251',
    ],
    ['a declared east Asian set', latin('<meta charset=gb2312><p>\xb1\xb1'), 'gbk'],
    ['UTF-8 bytes under an old declaration', utf8('<meta charset="iso-8859-1"><p>café'), 'utf-8'],
    ['UTF-8 bytes without a declaration', utf8('<p>café'), 'utf-8'],
    ['old bytes without a declaration', latin('<p>caf\xe9'), 'windows-1252'],
    ['old bytes declared as UTF-8', latin('<meta charset=utf-8><p>caf\xe9'), 'windows-1252'],
    ['an unknown declaration', latin('<meta charset="klingon"><p>caf\xe9'), 'windows-1252'],
    [
      'a declaration inside a comment',
      latin('<!-- <meta charset="windows-1251"> --><p>\xe9'),
      'windows-1252',
    ],
    ['a declared UTF-16 that cannot be', latin('<meta charset="utf-16"><p>x'), 'utf-8'],
    ['nothing at all', new Uint8Array(), 'utf-8'],
  ])('%s', (_, bytes, expected) => {
    expect(sniffCharset(bytes)).toBe(expected)
  })

  it('decodes by what it found', () => {
    expect(decodePage(latin('<p>caf\xe9 \x93x\x94'))).toBe('<p>café “x”')
    expect(decodePage(utf8('<meta charset="iso-8859-1">Gyöngyi'))).toContain('Gyöngyi')
  })
})
