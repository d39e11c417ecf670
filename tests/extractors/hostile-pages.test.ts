import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSafeLink } from '../../src/domain/guards/links'
import { personDraftSchema, publicationSchema } from '../../src/domain/person/person'
import { extractors, withoutSites } from '../../src/extractors/registry'
import { collectDrafts, type Reading, runExtractors } from '../../src/extractors/run-extractors'
import { parsePage } from './page-fixtures'

const address = 'https://medicine.lakemont.example/faculty/theodora-whitcombe'

/** Reads a page with every reader there is, and checks that whatever is offered may be kept. */
function read(html: string, url = address): Reading {
  const page = parsePage(html, url)
  const reading = collectDrafts(page.doc, page.url, extractors)
  checkDrafts(reading)
  return reading
}

function checkDrafts(reading: Reading) {
  for (const draft of reading.drafts) {
    if (draft.type === 'publication')
      expect(publicationSchema.parse(draft.publication)).toEqual(draft.publication)
    if (draft.type === 'more') expect(draft.url === '' || isSafeLink(draft.url)).toBe(true)
    if (draft.type !== 'person') continue
    expect(personDraftSchema.parse(draft.person)).toEqual(draft.person)
    expect(JSON.stringify(draft.person)).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b-\u200f]|javascript:/i)
  }
}

const people = (reading: Reading) =>
  reading.drafts.flatMap((draft) => (draft.type === 'person' ? [draft.person] : []))

const profile = (
  name: string,
  more = '',
) => `<!DOCTYPE html><html lang="en"><head><title>Theodora Whitcombe | Lakemont University</title></head><body>
  <header><a href="/">Lakemont University</a></header><main><h1>${name}</h1><p>Associate Professor of Medicine</p><p>Department of Medicine</p>
  <p><a href="mailto:theodora.whitcombe@lakemont.example">theodora.whitcombe@lakemont.example</a></p>${more}</main></body></html>`

const listing = (
  count: number,
  more = '',
) => `<!DOCTYPE html><html lang="en"><head><title>Faculty | Lakemont University</title></head><body><main><h1>Faculty</h1>${more}<ul>
  ${Array.from({ length: count }, (_, at) => {
    const [given, family] = [`Anselm${letters(at)}`, `Birk${letters(at * 7 + 3)}wood`]
    return `<li><h3><a href="/p/${at}">${given} ${family}, MD</a></h3><p>Professor of Medicine</p><a href="mailto:${given}.${family}@lakemont.example">E-mail</a></li>`
  }).join('')}</ul></main></body></html>`

/** "a", "b", … "aa": names without digits. */
const letters = (at: number): string =>
  (at >= 26 ? letters(Math.floor(at / 26) - 1) : '') + String.fromCharCode(97 + (at % 26))

describe('a page that is as it should be', () => {
  it('is read, or the tests below would show nothing', () => {
    expect(read(profile('Theodora Whitcombe, MD')).kind).toBe('person')
    const list = read(listing(12), 'https://medicine.lakemont.example/faculty')
    expect(list.kind).toBe('list')
    expect(people(list)).toHaveLength(12)
  })
})

describe('hostile text', () => {
  it.each([
    ['with markup in it', 'Theodora &lt;script&gt;alert(1)&lt;/script&gt; Whitcombe'],
    ['with markup around it', '<b onclick="x">Theodora</b> <img src=x onerror=alert(1)>Whitcombe'],
    ['with bidirectional controls', 'Theodora \u202eebmoctihW\u202c Whitcombe\u2066\u200f'],
    ['of nothing but combining marks', `W${'\u0301'.repeat(5_000)}`],
    ['of 100 kB', 'Theodora Whitcombe '.repeat(5_500)],
    ['of one word of 100 kB', `Theodora ${'W'.repeat(100_000)}`],
    ['of commas', `Whitcombe${', MD'.repeat(30_000)}`],
    ['of brackets', `Theodora ${'('.repeat(50_000)} Whitcombe`],
    ['of blanks', `Theodora${' '.repeat(100_000)}Whitcombe`],
    ['of dots and at signs', `${'a.'.repeat(20_000)}${'@'.repeat(20_000)}`],
    ['in private and broken characters', 'Theodora\ud800 \udc00Whitcombe \ue000\uffff\u0000'],
  ])('a name %s', (_, name) => {
    read(profile(name))
    read(listing(5, `<h2>${name}</h2><p>${name}</p>`))
  })

  it('a name with markup is shown as the page shows it, without the markup', () => {
    const [person] = people(read(profile('<b onclick="x">Theodora</b> <i>Whitcombe</i>')))
    expect(person?.names.shown).toBe('Theodora Whitcombe')
  })

  it.each(['title', 'p', 'td', 'li', 'a', 'dt', 'label'])('100 kB in a <%s>', (tag) => {
    const long =
      'Professor of Medicine, Department of Medicine, Lakemont University 555-010-0000 a@b.example '.repeat(
        1_200,
      )
    read(profile('Theodora Whitcombe', `<${tag}>${long}</${tag}>`))
  })

  it('links that are none are not kept', () => {
    const links = [
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      'data:text/html,x',
      'vbscript:x',
      'file:///etc/passwd',
      'https://a b',
      ' javascript:x',
      'java\nscript:x',
      'https://lakemont.example/\u202e',
    ]
    const html = links
      .map((href) => `<li><h3><a href="${href}">Anselm Birkwood</a></h3><p>Professor</p></li>`)
      .join('')
    for (const person of people(read(listing(8, `<ul>${html}</ul>`)))) {
      for (const { url } of person.links) expect(url).toMatch(/^https?:\/\/\S+$/)
    }
    const [person] = people(
      read(
        profile(
          'Theodora Whitcombe',
          links.map((href) => `<a href="${href}">ORCID profile website</a>`).join(' '),
        ),
      ),
    )
    for (const { url } of person?.links ?? []) expect(url).toMatch(/^https?:\/\/\S+$/)
  })

  it('structured data that lies about everything changes nothing that the page shows', () => {
    const lie = {
      '@type': 'Person',
      name: 'Theodora Whitcombe',
      jobTitle: 'Dean',
      email: 'thief@elsewhere.example',
      telephone: '555-999-0000',
      worksFor: { name: 'Elsewhere University' },
      sameAs: 'javascript:alert(1)',
      url: 'javascript:alert(1)',
    }
    const plain = people(read(profile('Theodora Whitcombe')))[0]
    const lied = people(
      read(
        profile('Theodora Whitcombe', `<script type="application/ld+json">${JSON.stringify(lie)}</script>`),
      ),
    )[0]
    expect({ ...lied, provenance: {} }).toEqual({ ...plain, provenance: {} })
  })
})

describe('hostile trees', () => {
  it('thousands of nested elements', () => {
    const { doc, url } = parsePage(profile('Theodora Whitcombe'), address)
    let inner: Element = doc.createElement('div')
    inner.append('Anselm Birkwood, Professor')
    for (let depth = 0; depth < 3_000; depth += 1) {
      const outer = doc.createElement(depth % 3 ? 'div' : 'li')
      outer.append(inner)
      inner = outer
    }
    doc.querySelector('main')?.append(inner)
    const reading = collectDrafts(doc, url, extractors)
    checkDrafts(reading)
    expect(people(reading)[0]?.names.family).toBe('Whitcombe')
  }, 30_000)

  it('elements that own each other in a circle', () => {
    const circle =
      '<div id="a" aria-owns="b c"><p>Anselm Birkwood</p></div><div id="b" aria-owns="a" aria-labelledby="b"><p>Odalys Fernhill</p></div><label for="c" id="c" aria-describedby="c">x</label>'
    expect(read(profile('Theodora Whitcombe', circle)).kind).toBe('person')
  })

  it.each([
    '',
    '<html></html>',
    '<frameset><frame></frameset>',
    '<body>',
    '<svg><title>x</title></svg>',
    '<template><h1>x</h1></template>',
    '<!-- -->',
    '<plaintext>Theodora Whitcombe',
  ])('a page of nearly nothing: %s', (html) => {
    read(html)
  })

  it('a document without a root', () => {
    const { doc, url } = parsePage('<p>', address)
    doc.documentElement.remove()
    expect(collectDrafts(doc, url, extractors)).toMatchObject({ kind: null, drafts: [] })
  })

  it('tables whose cells span everything', () => {
    read(
      `<table>${'<tr><td rowspan="65534" colspan="1000">Anselm Birkwood</td><td>Professor</td></tr>'.repeat(50)}</table>`,
    )
  })
})

describe('elements that hide the document’s own methods and properties', () => {
  const shadowed =
    'querySelector querySelectorAll children parentElement parentNode firstChild nextSibling childNodes attributes tagName nodeName nodeType textContent getAttribute hasAttribute closest matches contains title body head documentElement defaultView createTreeWalker location classList className id style innerText ownerDocument'.split(
      ' ',
    )

  it.each(shadowed)('as a field of a form around everything: %s', (name) => {
    const form = `<form name="f"><input name="${name}"><input name="${name}">`
    const page = profile('Theodora Whitcombe')
      .replace('<main>', `<main>${form}`)
      .replace('</main>', '</form></main>')
    const reading = read(page)
    expect(reading.kind).toBe('person')
    expect(people(reading)[0]).toMatchObject({
      names: { given: 'Theodora', family: 'Whitcombe' },
      emails: [{ address: 'theodora.whitcombe@lakemont.example', certain: true }],
    })
    const list = listing(10).replace('<ul>', `${form}<ul>`).replace('</ul>', '</ul></form>')
    expect(people(read(list, 'https://medicine.lakemont.example/faculty'))).toHaveLength(10)
  })

  it('as cards of a list, each a form', () => {
    const html = listing(10)
      .replaceAll(
        '<li>',
        '<form class="card"><input name="children"><input name="tagName"><input name="parentElement">',
      )
      .replaceAll('</li>', '</form>')
      .replaceAll(/<\/?ul>/g, '')
    expect(people(read(html, 'https://medicine.lakemont.example/faculty'))).toHaveLength(10)
  })

  it.each(shadowed)('as a name or id in the document: %s', (name) => {
    const page = profile(
      'Theodora Whitcombe',
      `<img name="${name}"><form name="${name}"></form><a id="${name}"></a><iframe name="${name}"></iframe><embed name="${name}">`,
    )
    expect(people(read(page))[0]?.names.family).toBe('Whitcombe')
  })
})

describe('reading in slices', () => {
  it('stops when it is cancelled in the middle of a page', async () => {
    const { doc, url } = parsePage(listing(200), 'https://medicine.lakemont.example/faculty')
    const ending = new AbortController()
    let pauses = 0
    const reading = runExtractors(doc, url, {
      signal: ending.signal,
      extractors,
      // Every look at the clock says that the slice is over.
      now: () => (pauses += 100),
      pause: async () => {
        pauses += 1
        if (pauses > 2_000) ending.abort(new Error('no longer wanted'))
      },
    })
    await expect(reading).rejects.toThrow('no longer wanted')
  }, 30_000)

  it('pauses often enough on a listing of 200 people', () => {
    const { doc, url } = parsePage(listing(200), 'https://medicine.lakemont.example/faculty')
    const steps = withoutSites.at(-1)?.extract(doc, url, new AbortController().signal)
    let count = 0
    while (steps && !steps.next().done) count += 1
    expect(count).toBeGreaterThan(200)
  }, 30_000)
})

describe('generated pages', () => {
  const word = fc.constantFrom(
    'Theodora',
    'Whitcombe',
    'Birkwood',
    'Anselm',
    'MD',
    'PhD',
    'Professor',
    'of',
    'Medicine',
    'Department',
    'University',
    'Dr.',
    ',',
    '–',
    '|',
    '@',
    'a@b.example',
    'theodora.whitcombe@lakemont.example',
    '555-010-0000',
    'PMID: 39000001',
    '10.5555/x.1',
    '2021',
    '“Title of a paper”',
    'Email:',
    'Title:',
    'Next',
    'Load more',
    '\u202e',
    '張',
    '',
    '&',
    '<',
    '"',
    'constructor',
    '__proto__',
  )
  const text = fc.oneof(
    { weight: 6, arbitrary: fc.array(word, { maxLength: 8 }).map((words) => words.join(' ')) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  )
  const tag = fc.constantFrom(
    ...'div p h1 h2 h3 span a b strong ul li ol table tr td th dl dt dd main nav aside header footer article section form label input img br hr pre address script style template button select svg math iframe object details'.split(
      ' ',
    ),
  )
  const attribute = fc.tuple(
    fc.constantFrom(
      ...'class id name href role itemscope itemprop itemtype typeof property rel title alt hidden style data-pmid data-doi aria-owns aria-label content type colspan'.split(
        ' ',
      ),
    ),
    fc.oneof(
      fc.constantFrom(
        'vcard',
        'fn',
        'author vcard',
        'person',
        'node--type-person',
        'field field--name-field-last-name',
        'views-row',
        'type-faculty',
        'individual',
        'gsc_prf_in',
        'title',
        'email',
        'children',
        'tagName',
        'main',
        'constructor',
        'https://schema.org/Person',
        'name',
        'jobTitle',
        'foaf:Person',
        'mailto:a@b.example',
        'mailto:%zz',
        '/people/x',
        'javascript:alert(1)',
        '//',
        'https://orcid.org/0000-0002-1825-0097',
        'display:none',
        '39000001',
        '99999999999999999999',
        'application/ld+json',
      ),
      text,
    ),
  )
  type Tree = { tag: string; attributes: [string, string][]; children: (Tree | string)[] }
  const { tree } = fc.letrec<{ tree: Tree; node: Tree | string }>((tie) => ({
    tree: fc.record({
      tag,
      attributes: fc.array(attribute, { maxLength: 4 }),
      children: fc.array(tie('node'), { maxLength: 6, depthIdentifier: 'page' }),
    }),
    node: fc.oneof({ depthIdentifier: 'page', maxDepth: 7 }, text, tie('tree')),
  }))
  const bodyClass = fc.constantFrom(
    '',
    'single single-faculty',
    'post-type-archive-faculty',
    'node-type-profile',
  )

  function build(doc: Document, { tag: name, attributes, children }: Tree): Element {
    const element = doc.createElement(name)
    for (const [key, value] of attributes) element.setAttribute(key, value)
    for (const child of children) element.append(typeof child === 'string' ? child : build(doc, child))
    return element
  }

  it('are read to the end, never throw, and give valid drafts only', () => {
    const shell = parsePage('<!DOCTYPE html><html><head><title>x</title></head><body></body></html>', address)
    const { doc } = shell
    fc.assert(
      fc.property(
        fc.array(tree, { minLength: 1, maxLength: 6 }),
        fc.nat(12),
        text,
        bodyClass,
        fc.constantFrom(
          address,
          'https://vivo.lakemont.example/people',
          'https://orcid.org/0000-0002-1825-0097',
          'https://scholar.google.com/citations?user=x',
          'https://www.ncbi.nlm.nih.gov/myncbi/a.b.1/bibliography/public/',
          'http://x.example/?page=1',
        ),
        (trees, copies, title, className, url) => {
          doc.title = title
          doc.body.className = className
          // Repetition is what listings are made of.
          doc.body.replaceChildren(
            ...trees.map((one) => build(doc, one)),
            ...Array.from({ length: copies }, () => build(doc, trees[0] as Tree)),
          )
          for (const among of [extractors, withoutSites]) checkDrafts(collectDrafts(doc, new URL(url), among))
        },
      ),
      { numRuns: 150 },
    )
  }, 60_000)
})
