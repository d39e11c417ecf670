import fc from 'fast-check'
import { JSDOM } from 'jsdom'
import { describe, expect, it } from 'vitest'
import { templates } from '../../../seeds/templates'
import {
  countWords,
  fillTemplate,
  renderHtml,
  type TemplateValues,
} from '../../../src/domain/templates/fill-template'
import { slotKey, type TemplateKey, valueNames } from '../../../src/domain/templates/parse-template'

const template = (body: string, subject = '', wordLimit = 90) => ({ subject, body, wordLimit })

describe('filling a template', () => {
  it('puts values in and lists nothing missing', () => {
    const filled = fillTemplate(
      template('Hi {{person.given_name}},\n\nThanks,\n{{me.name}}', 'From {{me.name}}'),
      {
        'person.given_name': 'Sam',
        'me.name': 'Ana Ruiz',
      },
    )
    expect(filled).toEqual({
      subject: 'From Ana Ruiz',
      body: 'Hi Sam,\n\nThanks,\nAna Ruiz',
      missing: [],
      warnings: [],
      words: 5,
    })
  })

  it('marks what nobody said, lists each once in reading order, and uses the words of the caller', () => {
    const filled = fillTemplate(
      template('{{person.greeting_name}}: {{slot: a thing}} {{slot: a thing}} {{me.name}}'),
      { 'me.name': '   ' },
      (piece) => `<${piece.kind}>`,
    )
    expect(filled.body).toBe('<value>: <slot> <slot> <value>')
    expect(filled.missing).toEqual([
      { key: 'person.greeting_name', kind: 'value', label: 'person.greeting_name' },
      { key: 'slot: a thing', kind: 'slot', label: 'a thing' },
      { key: 'me.name', kind: 'value', label: 'me.name' },
    ])
  })

  it('keeps a condition only when its value is there, and never asks for what a dropped branch would show', () => {
    const source = template('A{{#if person.where_met}} at {{person.where_met}}{{#else}} once {{/if}}.')
    expect(fillTemplate(source, { 'person.where_met': 'the fair' })).toMatchObject({
      body: 'A at the fair.',
      missing: [],
    })
    expect(fillTemplate(source, {})).toMatchObject({ body: 'A once .', missing: [] })
  })

  it('leaves no holes where a paragraph was dropped', () => {
    const filled = fillTemplate(
      template('One\n\n{{#if slot: more}}{{slot: more}}{{/if}}\n\nTwo  three \n'),
      {},
    )
    expect(filled.body).toBe('One\n\nTwo three')
  })

  it('warns when the text is longer than its row allows', () => {
    expect(fillTemplate(template('one two three', '', 3), {}).warnings).toEqual([])
    expect(fillTemplate(template('one two three four', '', 3), {}).warnings).toEqual([
      { id: 'template.over-limit', params: { words: 4, limit: 3 } },
    ])
  })

  it('counts words, not marks', () => {
    expect(countWords('Hello — Dr. Lee, 20–30 minutes … !')).toBe(5)
    expect(countWords('')).toBe(0)
  })

  const nasty = fc.oneof(
    fc.string(),
    fc.constantFrom(
      '<img src=x onerror=alert(1)>',
      '{{me.name}}',
      '{{#if',
      '}}',
      '{',
      'a\nb\r\nc',
      '</div><script>',
      '&lt;',
      '"\'',
    ),
    fc
      .array(fc.constantFrom('{', '}', '<', '&', '\n', 'x'), { maxLength: 12 })
      .map((signs) => signs.join('')),
  )

  it('reads values as text: no tag survives, none is run, in every letter', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...templates),
        fc.array(nasty, { minLength: 20, maxLength: 20 }),
        (letter, texts) => {
          const keys: TemplateKey[] = [...valueNames, ...letter.slots.map((slot) => slotKey(slot.label))]
          const values: TemplateValues = {}
          keys.forEach((key, index) => {
            values[key] = texts[index % texts.length] ?? ''
          })
          const filled = fillTemplate(letter, values)
          for (const text of [filled.subject, filled.body]) {
            expect(text).not.toContain('{{')
            expect(text).not.toContain('}}')
          }
          expect(filled.subject).not.toContain('\n')
          // A value cannot add lines of its own.
          const lines = (text: string) => text.split('\n').length
          expect(lines(filled.body)).toBeLessThanOrEqual(lines(letter.body))
        },
      ),
    )
  })

  it('shows in rich text exactly what it shows in plain text, with line breaks as the only elements', () => {
    const { document } = new JSDOM('').window
    fc.assert(
      fc.property(nasty, nasty, (a, b) => {
        const { body } = fillTemplate(template('{{me.name}} and\n{{me.school}}\n\nend'), {
          'me.name': a,
          'me.school': b,
        })
        const box = document.createElement('div')
        box.innerHTML = renderHtml(body)
        expect([...box.querySelectorAll('*')].every((element) => element.localName === 'br')).toBe(true)
        for (const br of box.querySelectorAll('br')) br.replaceWith('\n')
        expect(box.textContent).toBe(body)
      }),
      { numRuns: 60 },
    )
  })
})
