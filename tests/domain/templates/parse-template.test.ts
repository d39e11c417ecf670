import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  listKeys,
  parseTemplate,
  printTemplate,
  slotKey,
  type TemplateKey,
  type TemplateNode,
  valueNames,
} from '../../../src/domain/templates/parse-template'
import { sayMessage } from '../../../src/ui/shared/words/say-message'

function errorOf(source: string) {
  const parsed = parseTemplate(source)
  return parsed.ok ? null : parsed.error
}

describe('the template language', () => {
  it('reads text, values, slots and conditions with an else', () => {
    const parsed = parseTemplate(
      'Hi {{ person.given_name }}{{#if slot:  a  detail }}, {{slot: a detail}}{{#else}}!{{/if}}',
    )
    expect(parsed).toEqual({
      ok: true,
      nodes: [
        { kind: 'text', text: 'Hi ' },
        { kind: 'value', key: 'person.given_name' },
        {
          kind: 'if',
          key: 'slot: a detail',
          whenThere: [
            { kind: 'text', text: ', ' },
            { kind: 'value', key: 'slot: a detail' },
          ],
          otherwise: [{ kind: 'text', text: '!' }],
        },
      ],
    })
  })

  it.each([
    ['a name it does not know', 'Dear\n  {{person.nickname}},', 'template.unknown-name', 2, 3],
    ['a condition on a name it does not know', '{{#if me.grades}}x{{/if}}', 'template.unknown-name', 1, 1],
    ['a slot without a label', 'x {{slot: }}', 'template.unknown-name', 1, 3],
    ['an empty tag', '{{}}', 'template.unknown-name', 1, 1],
    ['an if that is never closed', 'a\nb {{#if me.name}} c', 'template.unclosed-if', 2, 3],
    ['an end without an if', 'a{{/if}}', 'template.unopened-if', 1, 2],
    ['an else outside an if', '{{#else}}', 'template.misplaced-else', 1, 1],
    ['a second else', '{{#if me.name}}a{{#else}}b{{#else}}c{{/if}}', 'template.misplaced-else', 1, 27],
    ['a tag that is never closed', 'Dear {{me.name', 'template.unclosed-tag', 1, 6],
    ['a lone opening brace', 'a { b', 'template.stray-brace', 1, 3],
    ['a lone closing pair', 'a }} b', 'template.stray-brace', 1, 3],
    ['three braces', '{{{me.name}}}', 'template.stray-brace', 1, 3],
    ['a tag inside a tag', '{{slot: a {{me.name}} }}', 'template.stray-brace', 1, 11],
  ])('refuses %s and says where', (_, source, id, line, column) => {
    expect(errorOf(source)).toMatchObject({ id, params: { line, column } })
  })

  it('says each of them in words that name the place', () => {
    for (const bad of ['{', '{{me.name', '{{me.nam}}', '{{#if me.name}}', '{{/if}}', '{{#else}}']) {
      const error = errorOf(bad)
      if (!error) throw new Error(`${bad} was not refused`)
      expect(sayMessage(error)).toMatch(/^Line 1, column 1: /)
    }
  })

  it('names the outermost place of several open conditions by the innermost one', () => {
    expect(errorOf('{{#if me.name}}\n{{#if me.school}}x')).toMatchObject({ params: { line: 2, column: 1 } })
  })

  it('lists every key once, those of conditions and else parts too', () => {
    const parsed = parseTemplate(
      '{{me.name}}{{#if slot: a}}{{slot: a}}{{#else}}{{me.school}}{{/if}}{{me.name}}',
    )
    expect(parsed.ok && listKeys(parsed.nodes)).toEqual(['me.name', 'slot: a', 'me.school'])
  })

  it('prints what it parsed, for any template', () => {
    const key = fc.oneof(
      fc.constantFrom<TemplateKey>(...valueNames),
      fc.stringMatching(/^[a-z][a-z ]{0,20}[a-z]$/).map((label) => slotKey(label.replace(/\s+/g, ' '))),
    )
    const { nodes } = fc.letrec<{ nodes: TemplateNode[]; node: TemplateNode }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 3 },
        fc.record({
          kind: fc.constant('text' as const),
          text: fc.string({ minLength: 1 }).filter((text) => !/[{}]/.test(text)),
        }),
        fc.record({ kind: fc.constant('value' as const), key }),
        fc.record({
          kind: fc.constant('if' as const),
          key,
          whenThere: tie('nodes'),
          otherwise: tie('nodes'),
        }),
      ),
      nodes: fc.array(tie('node'), { maxLength: 5 }).map(joinText),
    }))
    fc.assert(
      fc.property(nodes, (list) => {
        expect(parseTemplate(printTemplate(list))).toEqual({ ok: true, nodes: list })
      }),
    )
  })

  it('never throws, whatever it is given', () => {
    const part = fc.constantFrom(
      '{',
      '}',
      '{{',
      '}}',
      '#if ',
      '/if',
      '#else',
      'me.name',
      'slot:',
      'a',
      '\n',
      ' ',
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 14 }), (parts) => {
        const parsed = parseTemplate(parts.join(''))
        if (!parsed.ok) expect(parsed.error.params.line).toBeGreaterThanOrEqual(1)
      }),
    )
  })
})

/** Neighbouring texts cannot be told apart once printed. */
function joinText(nodes: TemplateNode[]): TemplateNode[] {
  const joined: TemplateNode[] = []
  for (const node of nodes) {
    const last = joined.at(-1)
    if (node.kind === 'text' && last?.kind === 'text') last.text += node.text
    else joined.push({ ...node })
  }
  return joined
}
