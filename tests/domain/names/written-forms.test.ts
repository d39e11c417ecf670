import { describe, expect, it } from 'vitest'
import { parseNameAndCredentials } from '../../../src/domain/names/parse-name'
import { readNameLine } from '../../../src/domain/names/read-name-line'
import { writtenForms } from './written-forms'

describe('names as pages write them', () => {
  it('has more than four hundred forms, each once', () => {
    expect(new Set(writtenForms.map((form) => form.text)).size).toBe(writtenForms.length)
    expect(writtenForms.length).toBeGreaterThan(400)
  })

  it.each(writtenForms)('takes "$text" apart', ({ text, name, credentials }) => {
    const parsed = parseNameAndCredentials(text)
    const { given, middle, family, suffix } = parsed.names
    expect([given, middle, family, suffix].join('|')).toBe(name)
    expect(parsed.credentials.join(' + ')).toBe(credentials)
  })

  it.each(writtenForms.filter(({ text }) => !/^\p{Ll}|^Kavita$|^李小龍$/u.test(text)))(
    'reads the line "$text" the same way',
    ({ text, name, credentials }) => {
      const read = readNameLine(text)
      const { given, middle, family, suffix } = read?.names ?? {}
      expect([given, middle, family, suffix].join('|')).toBe(name)
      expect(read?.credentials.join(' + ')).toBe(credentials)
    },
  )
})
