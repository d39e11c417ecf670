import { describe, expect, it } from 'vitest'
import { type PersonDraft, personDraftSchema } from '../../../../src/domain/person/person'
import { readOutline } from '../../../../src/extractors/generic/outline'
import { unescapeText } from '../../../../src/extractors/generic/structured/item'
import { joinStructured, readStructured } from '../../../../src/extractors/generic/structured/structured'
import { buildPerson } from '../../../../src/extractors/person-builder'
import { foundPerson } from '../../../../src/extractors/sites/read-marks'
import { parsePage } from '../../page-fixtures'

const address = 'https://medicine.lakemont.example/people/whitcombe'

/** What the structured data of a page is believed to say. */
function read(html: string): PersonDraft[] {
  const { doc, url } = parsePage(html, address)
  const outline = finish(readOutline(doc, url))
  const people = finish(readStructured(outline))
  for (const person of people) expect(personDraftSchema.parse(person)).toEqual(person)
  return people
}

function finish<T>(steps: Generator<unknown, T, undefined>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

const script = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`

const visible = `<main><h1>Theodora A. Whitcombe, MD, PhD</h1><p>Associate Professor of Medicine</p>
  <p>Department of Medicine, Lakemont University</p><p>(555) 010-4711</p>
  <a href="mailto:theodora.whitcombe@lakemont.example">E-mail</a>
  <a href="https://orcid.org/0000-0002-1825-0097">ORCID</a></main>`

const whole = {
  '@context': 'https://schema.org',
  '@type': 'Person',
  name: 'Theodora A. Whitcombe',
  honorificSuffix: 'MD, PhD',
  jobTitle: 'Associate Professor of Medicine',
  email: 'mailto:theodora.whitcombe@lakemont.example',
  telephone: '+1-555-010-4711',
  worksFor: {
    '@type': 'Organization',
    name: 'Lakemont University',
    department: { '@type': 'Organization', name: 'Department of Medicine' },
  },
  sameAs: ['https://orcid.org/0000-0002-1825-0097', 'https://social.example/tw'],
}

describe('JSON-LD', () => {
  it('of a person on the page is read, each value with its source', () => {
    const [person, ...others] = read(script(whole) + visible)
    expect(others).toEqual([])
    expect(person).toMatchObject({
      names: { given: 'Theodora', family: 'Whitcombe' },
      credentials: ['MD', 'PhD'],
      titles: ['Associate Professor of Medicine'],
      department: 'Department of Medicine',
      institution: 'Lakemont University',
      emails: [{ address: 'theodora.whitcombe@lakemont.example', certain: true }],
      phones: ['+1-555-010-4711'],
      links: [{ kind: 'orcid', url: 'https://orcid.org/0000-0002-1825-0097' }],
    })
    for (const from of Object.values(person?.provenance ?? {})) {
      expect(from).toEqual({ source: 'json-ld', url: address, certainty: 'stated', at: '' })
    }
  })

  it.each([
    ['inside a profile page', { '@type': 'ProfilePage', mainEntity: whole }],
    [
      'in a graph, by its id',
      {
        '@graph': [
          { '@type': 'ProfilePage', mainEntity: { '@id': '#p' } },
          { ...whole, '@id': '#p' },
          { '@type': 'Article', author: { '@id': '#p' } },
        ],
      },
    ],
    ['as a physician', { ...whole, '@type': ['Physician', 'Thing'] }],
    [
      'with types and names as whole addresses',
      {
        '@type': 'http://schema.org/Person',
        'http://schema.org/name': [{ '@value': 'Theodora A. Whitcombe' }],
      },
    ],
    ['in its parts', { '@type': 'Person', givenName: 'Theodora', familyName: 'Whitcombe' }],
  ])('is found %s', (_, data) => {
    expect(read(script(data) + visible)).toMatchObject([{ names: { family: 'Whitcombe' } }])
  })

  it.each([
    [
      'a blog plug-in’s author',
      {
        '@graph': [
          { '@type': 'Article', author: { '@id': '#a' } },
          { ...whole, '@id': '#a' },
        ],
      },
    ],
    ['a publisher', { '@type': 'WebSite', publisher: { ...whole, '@type': ['Person', 'Organization'] } }],
    [
      'somebody whom the page does not show',
      { ...whole, name: 'Anselm Birkwood', givenName: '', familyName: '' },
    ],
    [
      'a school that calls itself a person',
      { '@type': 'Person', name: 'Lakemont Law School', email: 'law@lakemont.example' },
    ],
    ['a name that is a number', { '@type': 'Person', name: 12345 }],
    ['a name that is an object', { '@type': 'Person', name: { a: 1 } }],
    ['a type that is no text', { '@type': { x: 1 }, name: 'Theodora A. Whitcombe' }],
  ])('is not believed about %s', (_, data) => {
    expect(read(script(data) + visible)).toEqual([])
  })

  it('loses every value that stands nowhere on the page', () => {
    const lies = {
      ...whole,
      honorificSuffix: 'DDS',
      jobTitle: 'Dean of Everything',
      worksFor: { name: 'Harrow Fen Institute' },
      telephone: '555-999-9999',
      email: 'someone.else@lakemont.example',
      sameAs: 'https://orcid.org/0000-0001-5109-3700',
    }
    expect(read(script(lies) + visible)).toMatchObject([
      { credentials: [], titles: [], department: '', institution: '', phones: [], emails: [], links: [] },
    ])
  })

  it('may bring an address that the page does not show when it names the person', () => {
    const [person] = read(script({ ...whole, email: 'twhitcombe@lakemont.example' }) + visible)
    expect(person?.emails).toEqual([{ address: 'twhitcombe@lakemont.example', certain: true }])
  })

  it('is asked about where its address names nobody', () => {
    const [person] = read(
      `${script({ ...whole, email: 'wetlungs@lakemont.example' })}${visible}<p>wetlungs@lakemont.example</p>`,
    )
    expect(person?.emails).toEqual([{ address: 'wetlungs@lakemont.example', certain: false }])
    expect(person?.provenance.emails?.certainty).toBe('check')
  })

  it.each([
    '',
    '{',
    'null',
    '[]',
    '"Person"',
    '{"@type":"Person"}',
    '{"@type":"Person","name":null}',
    '{"@graph":{"@type":"Person","name":["","Theodora"]}}',
    '{"__proto__":{"@type":"Person"},"constructor":"Person"}',
    `${'['.repeat(200_000)}"Person"`,
    `${'{"mainEntity":'.repeat(5_000)}{"@type":"Person","name":"Theodora A. Whitcombe"}${'}'.repeat(5_000)}`,
    `{"@type":"Person","name":"${'x'.repeat(600_000)}"}`,
    JSON.stringify(Array.from({ length: 20_000 }, (_, at) => ({ '@type': 'Person', name: `A${at} B` }))),
  ])('that is broken, deep, huge or of wrong types gives nothing and breaks nothing: %#', (text) => {
    expect(read(`<script type="application/ld+json">${text}</script>${visible}`)).toEqual([])
  })

  it('that is wrapped in a comment is read', () => {
    const text = `<script type="application/ld+json"><!-- ${JSON.stringify(whole)} --></script>`
    expect(read(text + visible)).toHaveLength(1)
  })
})

describe('marked elements', () => {
  it('microdata', () => {
    const [person] =
      read(`<div itemscope itemtype="https://schema.org/Person"><h1 itemprop="name">Theodora A. Whitcombe</h1>
      <span itemprop="honorificSuffix">MD</span><p itemprop="jobTitle">Associate Professor</p>
      <div itemprop="worksFor" itemscope itemtype="https://schema.org/Organization"><b itemprop="name">Lakemont University</b></div>
      <a itemprop="email" href="mailto:tw@lakemont.example">tw@lakemont.example</a></div>`)
    expect(person).toMatchObject({
      names: { family: 'Whitcombe' },
      credentials: ['MD'],
      titles: ['Associate Professor'],
      institution: 'Lakemont University',
      emails: [{ address: 'tw@lakemont.example' }],
      provenance: { name: { source: 'microdata' } },
    })
  })

  it('RDFa, also in the words of FOAF', () => {
    const [person] =
      read(`<div vocab="http://schema.org/" typeof="schema:Person"><h1 property="schema:name foaf:name">Theodora A. Whitcombe</h1>
      <a property="foaf:mbox" href="mailto:theodora.whitcombe@lakemont.example">write</a></div>`)
    expect(person).toMatchObject({
      emails: [{ address: 'theodora.whitcombe@lakemont.example', certain: true }],
      provenance: { name: { source: 'rdfa' } },
    })
  })

  it('h-card', () => {
    const [person] =
      read(`<div class="vcard"><h1 class="fn">Theodora A. Whitcombe</h1><span class="title">Associate Professor</span>
      <span class="org">Lakemont University</span> <a class="email" href="mailto:theodora.whitcombe@lakemont.example">write</a></div>`)
    expect(person).toMatchObject({
      titles: ['Associate Professor'],
      institution: 'Lakemont University',
      emails: [{ certain: true }],
      provenance: { name: { source: 'h-card' } },
    })
  })

  it.each([
    '<article><span class="author vcard"><a class="url fn n" href="/author/x">Theodora A. Whitcombe</a></span></article>',
    '<div itemscope itemtype="https://schema.org/Article"><span itemprop="author" itemscope itemtype="https://schema.org/Person"><b itemprop="name">Theodora A. Whitcombe</b></span></div>',
    '<div typeof="foaf:Image"><span property="name">Theodora A. Whitcombe</span></div>',
    '<div typeof="sioc:UserAccount"><span property="foaf:name">Theodora A. Whitcombe</span></div>',
    '<div itemscope itemtype="https://schema.org/Organization"><span itemprop="name">Theodora A. Whitcombe</span></div>',
  ])('that mark an author, a picture or something else give nobody: %#', (html) => {
    expect(read(html + visible)).toEqual([])
  })

  it('nested a thousand deep are read to the end', () => {
    const { doc, url } = parsePage(visible, address)
    let at: Element = doc.body
    for (let depth = 0; depth < 1_000; depth += 1) {
      const inner = doc.createElement('div')
      inner.setAttribute('itemscope', '')
      inner.setAttribute('itemtype', 'https://schema.org/Person')
      inner.setAttribute('itemprop', 'name')
      at.append(inner)
      at = inner
    }
    at.append('Theodora A. Whitcombe')
    const people = finish(readStructured(finish(readOutline(doc, url))))
    expect(people.length).toBeLessThan(1_001)
  }, 30_000)
})

describe('text that was escaped once too often', () => {
  it.each([
    ['O&amp;#039;Brien', 'O’Brien'.replace('’', "'")],
    ['Ren&amp;eacute;e &amp;amp; Co', 'Renée & Co'.normalize('NFD').normalize('NFC')],
    ['a &constructor; b', 'a &constructor; b'],
    ['&#0; &#x110000;', '  &#x110000;'],
    ['plain', 'plain'],
  ])('%s', (escaped, plain) => {
    expect(unescapeText(escaped).normalize('NFC')).toBe(plain)
  })

  it('loses the markup that comes out', () => {
    expect(unescapeText('&lt;b onclick=x&gt;Jane&lt;/b&gt;').trim()).toBe('Jane')
  })
})

describe('joining', () => {
  const url = new URL(address)
  const make = (name: string, titles: string[], source: string) =>
    buildPerson({ name, titles }, source, url) as PersonDraft

  it('gives each person of a page what the data says of that one', () => {
    const found = [
      make('Theodora A. Whitcombe', [], 'page.card'),
      make('Anselm Birkwood', ['Lecturer'], 'page.card'),
    ].map(foundPerson)
    const joined = joinStructured(found, [
      make('Theodora Whitcombe', ['Professor'], 'json-ld'),
      make('Nobody Else', ['Dean'], 'json-ld'),
    ])
    expect(joined.map(({ person }) => person.titles)).toEqual([['Professor'], ['Lecturer']])
    expect(joined[0]?.person.names.middle).toBe('A.')
    expect(joined[0]?.person.provenance.titles?.source).toBe('json-ld')
  })

  it('leaves people alone whom two of the data could be', () => {
    const found = [foundPerson(make('T. Whitcombe', [], 'page.card'), 0)]
    const data = [
      make('Theodora Whitcombe', ['Professor'], 'json-ld'),
      make('Tobias Whitcombe', ['Dean'], 'json-ld'),
    ]
    expect(joinStructured(found, data)[0]?.person.titles).toEqual([])
  })
})
