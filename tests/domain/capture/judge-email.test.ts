import { describe, expect, it } from 'vitest'
import { foldName } from '../../../src/domain/capture/email-owner'
import { isOthersLabel, judgeAddress } from '../../../src/domain/capture/judge-email'

const ann = foldName({ given: 'Ann', middle: 'Marie', family: 'Spanberger', suffix: '', shown: '' })
const own = { isOwn: true, isAlone: true, isOthers: false }
const elsewhere = { isOwn: false, isAlone: false, isOthers: false }

describe('an address', () => {
  it.each(['ann.spanberger@elm.edu', 'aspanberger@elm.edu', 'spanbergera2@elm.edu'])(
    '%s names the person wherever it stands',
    (address) => expect(judgeAddress(address, ann, elsewhere).certain).toBe(true),
  )
  it('that holds the family name alone is certain in the own block only', () => {
    expect(judgeAddress('spanberger@elm.edu', ann, own).certain).toBe(true)
    expect(judgeAddress('spanberger@elm.edu', ann, elsewhere)).toMatchObject({
      certain: false,
      isOffered: true,
    })
  })
  it('cut as account names are is told', () => {
    expect(judgeAddress('aspanber@elm.edu', ann, { ...own, isAlone: false }).certain).toBe(true)
    expect(judgeAddress('amspanb@elm.edu', ann, { ...own, isAlone: false }).certain).toBe(true)
  })
  it('that says nothing is certain alone in the own block, and asked about beside others', () => {
    expect(judgeAddress('xq7@elm.edu', ann, own).certain).toBe(true)
    expect(judgeAddress('xq7@elm.edu', ann, { ...own, isAlone: false })).toMatchObject({
      certain: false,
      isOffered: true,
    })
  })
  it('of an office is never certain, and elsewhere not even offered', () => {
    expect(judgeAddress('info@elm.edu', ann, own).certain).toBe(false)
    expect(judgeAddress('info@elm.edu', ann, elsewhere).isOffered).toBe(false)
  })
  it('that another reads is not taken', () => {
    expect(judgeAddress('xq7@elm.edu', ann, { ...own, isOthers: true })).toMatchObject({
      certain: false,
      isOffered: false,
    })
  })
})

describe('words around an address', () => {
  it.each([
    'Administrative Assistant:',
    'Program coordinator',
    'Webmaster',
    'For appointments',
    'Department office',
  ])('"%s" make it another’s', (text) => expect(isOthersLabel(text)).toBe(true))
  it.each(['Email', 'Assistant Professor', 'Clinical Asisstant Professor', 'Contact', ''])(
    '"%s" do not',
    (text) => expect(isOthersLabel(text)).toBe(false),
  )
})
