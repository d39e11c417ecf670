import { JSDOM } from 'jsdom'
import { describe, expect, it } from 'vitest'
import { linesOf, type Outline, readOutline } from '../../../src/extractors/generic/outline'

function outline(html: string): Outline {
  const doc = new JSDOM(html).window.document
  const steps = readOutline(doc, new URL('https://elmhollow.edu/'))
  let step = steps.next()
  while (!step.done) step = steps.next()
  return step.value
}
const texts = (html: string) => outline(html).lines.map((line) => line.text)

describe('the lines of a page', () => {
  it('break at blocks and line breaks, not at inline elements', () =>
    expect(texts('<p>Ann <b>Bell</b><br>Professor</p><div>Surgery<span> East</span></div>')).toEqual([
      'Ann Bell',
      'Professor',
      'Surgery East',
    ]))
  it('break where preformatted text breaks', () =>
    expect(texts('<pre>Ann Bell\nProfessor\n\nSurgery</pre>')).toEqual(['Ann Bell', 'Professor', 'Surgery']))
  it('leave out what is not shown', () =>
    expect(
      texts(
        '<p>Ann</p><p hidden>Ben</p><p style="display: none">Cy</p><script>x</script><template>y</template><select><option>z</select>',
      ),
    ).toEqual(['Ann']))
  it('know their headings, their links and what is bold', () => {
    const [name, mail] = outline(
      '<h2>Ann</h2><p><a href="mailto:a@elm.edu"><strong>Mail</strong></a></p>',
    ).lines
    expect(name).toMatchObject({ heading: 2, isStrong: true })
    expect(mail).toMatchObject({ isStrong: true, links: [{ href: 'mailto:a@elm.edu', text: 'Mail' }] })
  })
  it('keep a link that is only a picture', () =>
    expect(outline('<p><a href="mailto:a@elm.edu"><img></a></p>').lines).toMatchObject([
      { text: '', links: [{ href: 'mailto:a@elm.edu' }] },
    ]))
  it('are found again by their element', () => {
    const page = outline('<div id="x"><p>Ann</p><p>Bell</p></div><p>Ben</p>')
    const box = page.doc.getElementById('x') as Element
    expect(linesOf(page, box).map((line) => line.text)).toEqual(['Ann', 'Bell'])
    expect(linesOf(page, page.doc.createElement('p'))).toEqual([])
  })
})

describe('the zones of a page', () => {
  it.each([
    ['<nav>x</nav>', 'nav'],
    ['<footer>x</footer>', 'footer'],
    ['<header>x</header>', 'header'],
    ['<div id="page"><header>x</header></div>', 'header'],
    ['<article><header>x</header></article>', 'main'],
    ['<div role="contentinfo">x</div>', 'footer'],
    ['<div id="footer">x</div>', 'footer'],
    ['<div class="site-footer dark">x</div>', 'footer'],
    ['<div class="card-footer">x</div>', 'main'],
    ['<ul class="breadcrumb"><li>x</li></ul>', 'nav'],
    ['<div class="main-menu">x</div>', 'nav'],
    ['<footer><header>x</header></footer>', 'footer'],
    ['<aside>x</aside>', 'aside'],
    ['<p>x</p>', 'main'],
  ])('%s is %s', (html, zone) => expect(outline(html).lines[0]?.zone).toBe(zone))
})

describe('the title of a page', () => {
  it('is its own, not a picture’s', () =>
    expect(outline('<svg><title>icon</title></svg><p>x').title).toBe(''))
  it('is read where it strayed into the body', () =>
    expect(outline('<header><title>Ann Bell</title></header><p>x').title).toBe('Ann Bell'))
})

describe('a hostile page', () => {
  it('of thousands of nested elements is walked', () => {
    const doc = new JSDOM('').window.document
    let at: Element = doc.body
    for (let depth = 0; depth < 1_500; depth += 1) at = at.appendChild(doc.createElement('div'))
    at.textContent = 'deep'
    const steps = readOutline(doc, new URL('https://elmhollow.edu/'))
    let step = steps.next()
    while (!step.done) step = steps.next()
    expect(step.value.lines.map((line) => line.text)).toEqual(['deep'])
  })
  it('with an endless line gives a cut one', () =>
    expect(outline(`<p>${'word '.repeat(100_000)}</p>`).lines[0]?.text.length).toBeLessThanOrEqual(2000))
})
