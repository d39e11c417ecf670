// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { findPlainEnd, insertPlain } from '../../src/webmail/editors/insert-plain'
import { insertRich } from '../../src/webmail/editors/insert-rich'
import { insertSubject } from '../../src/webmail/editors/insert-subject'
import { findInsertionPoint } from '../../src/webmail/editors/own-zone'
import { findSpot, findStretch, mapText } from '../../src/webmail/editors/text-map'

const endMarks = ['.gmail_signature', '.gmail_quote']
const signature =
  '<span class="gmail_signature_prefix">-- </span><br><div class="gmail_signature">Riley Chen</div>'
const letter = {
  text: 'Dear Dr. Lee,\n\nHello [name].',
  html: 'Dear Dr. Lee,<br><br>Hello [name].',
  marks: ['[name]'],
}

function makeBody(html: string): HTMLElement {
  document.body.innerHTML = `<div contenteditable="true" tabindex="0">${html}</div>`
  return document.body.firstElementChild as HTMLElement
}

type Command = (name: string, value: string) => boolean
function setCommands(run: Command): void {
  document.execCommand = (name: string, _ui?: boolean, value?: string) => run(name, value ?? '')
}
const refuse: Command = () => false
/** A browser that inserts as told, with an undo that takes the last insertion back. */
function insertAtCaret(body: HTMLElement): Command {
  let earlier = ''
  return (name, value) => {
    if (name === 'undo') body.innerHTML = earlier
    if (name !== 'insertHTML') return name === 'undo'
    earlier = body.innerHTML
    const range = document.getSelection()?.getRangeAt(0)
    // As Chromium does: breaks at the end of a block are set outside of it.
    const block = range?.startContainer.parentElement
    if (value.startsWith('<br>') && block !== body && block?.textContent?.length === range?.startOffset) {
      range?.setStartAfter(block as Node)
    }
    range?.insertNode(range.createContextualFragment(value))
    return true
  }
}

beforeEach(() => setCommands(refuse))
afterEach(() => vi.unstubAllGlobals())

describe('the text of rich content', () => {
  it('reads breaks and blocks as lines, and finds the way back', () => {
    const map = mapText(makeBody('one<br>two<div>three</div><div><br></div>four'))
    expect(map.text).toBe('one\ntwo\nthree\n\nfour')
    expect(findSpot(map, map.text.indexOf('ree'))).toMatchObject({ offset: 2, node: { data: 'three' } })
  })

  it('finds a stretch whatever became of its blanks, the last of several, and none where it is not', () => {
    const map = mapText(makeBody('a b<div>a&nbsp; b</div>'))
    expect(findStretch(map, 'a b')).toEqual({ start: 4, end: 8 })
    expect(findStretch(map, 'a c')).toBeNull()
    expect(findStretch(map, ' ')).toBeNull()
  })
})

describe('where a letter goes', () => {
  const point = (html: string, caret?: (body: HTMLElement) => Range) => {
    const body = makeBody(html)
    const found = findInsertionPoint(body, endMarks, caret?.(body) ?? null)
    found.range.insertNode(document.createTextNode('|'))
    return { ...found, html: body.innerHTML }
  }
  const caretIn = (node: Node, offset: number): Range => {
    const range = document.createRange()
    range.setStart(node, offset)
    return range
  }

  it('is the first line of an empty body', () => {
    expect(point(`<div><br></div><div><br clear="all"></div>${signature}`).html).toBe(
      `<div>|<br></div><div><br clear="all"></div>${signature}`,
    )
    expect(point('<br>').html).toBe('|<br>')
    expect(point('').html).toBe('|')
  })

  it('is before the signature with its two dashes, or before quoted mail, in a line of its own', () => {
    const onlySignature = point(signature)
    expect(onlySignature.html).toBe(`<div>|<br></div>${signature}`)
    expect(onlySignature.isPrepared).toBe(true)
    expect(point('<div class="gmail_quote">old</div>').html).toBe(
      '<div>|<br></div><div class="gmail_quote">old</div>',
    )
  })

  it('is after what was typed when the caret is elsewhere, a blank line apart', () => {
    const found = point(`<div>Hi there</div>${signature}`)
    // The dashes are inline text: without breaks they would stand in the letter's last line.
    expect(found).toMatchObject({ breaksBefore: 1, breaksAfter: 2 })
    expect(found.html).toBe(`<div>Hi there|</div>${signature}`)
    const inSignature = point(`<div>Hi</div>${signature}`, (body) =>
      caretIn(body.querySelector('.gmail_signature')?.firstChild as Node, 3),
    )
    expect(inSignature.html).toBe(`<div>Hi|</div>${signature}`)
  })

  it('is the caret where it stands in the student’s own text, apart from both sides', () => {
    const found = point(`<div>one</div><div>two</div>${signature}`, (body) =>
      caretIn(body.firstElementChild?.firstChild as Node, 3),
    )
    expect(found).toMatchObject({ breaksBefore: 1, breaksAfter: 1 })
    expect(found.html).toBe(`<div>one|</div><div>two</div>${signature}`)
  })
})

describe('how far a letter stands from what is there', () => {
  it.each([
    ['text that is in no block', 'Hi', 2, [2, 0]],
    ['the middle of a line', '<div>Hi there</div>', 2, [2, 2]],
    ['the start of a line', '<div>Hi there</div>', 0, [0, 1]],
  ])('%s', (_, html, offset, [before, after]) => {
    const body = makeBody(html)
    const text = (body.firstElementChild ?? body).firstChild as Text
    const caret = document.createRange()
    caret.setStart(text, offset)
    expect(findInsertionPoint(body, endMarks, caret)).toMatchObject({
      breaksBefore: before,
      breaksAfter: after,
    })
  })

  it('an empty line of the student counts', () => {
    const body = makeBody('<div>Hi</div><div><br></div>')
    const caret = document.createRange()
    caret.setStart(body.lastElementChild as Element, 0)
    expect(findInsertionPoint(body, endMarks, caret)).toMatchObject({ breaksBefore: 1, breaksAfter: 0 })
  })
})

describe('inserting into rich text', () => {
  it('takes the browser’s own command where no editor takes the paste, and its undo', async () => {
    const body = makeBody(`<div>Hi</div>${signature}`)
    const earlier = body.innerHTML
    setCommands(insertAtCaret(body))
    const done = await insertRich(body, letter, endMarks, null)
    expect(done).toMatchObject({ hasLanded: true, undo: 'native' })
    expect(mapText(body).text).toBe('Hi\n\nDear Dr. Lee,\n\nHello [name].\n\n-- \nRiley Chen\n')
    // What is left to write is selected.
    expect(document.getSelection()?.toString()).toBe('[name]')
    expect(done.remove()).toBe(true)
    expect(body.innerHTML).toBe(earlier)
  })

  it('works a second time', async () => {
    const body = makeBody(`<div><br></div>${signature}`)
    setCommands(insertAtCaret(body))
    expect((await insertRich(body, letter, endMarks, null)).hasLanded).toBe(true)
    expect((await insertRich(body, letter, endMarks, null)).hasLanded).toBe(true)
    expect(mapText(body).text.match(/Hello \[name\]\./g)).toHaveLength(2)
  })

  it('offers the paste first, and restores exactly where the editor took it', async () => {
    class Transfer {
      readonly kept = new Map<string, string>()
      setData = (type: string, value: string) => void this.kept.set(type, value)
      getData = (type: string) => this.kept.get(type) ?? ''
    }
    class Paste extends Event {
      readonly clipboardData: Transfer
      constructor(type: string, init: EventInit & { clipboardData: Transfer }) {
        super(type, init)
        this.clipboardData = init.clipboardData
      }
    }
    vi.stubGlobal('DataTransfer', Transfer)
    vi.stubGlobal('ClipboardEvent', Paste)
    const body = makeBody(`<div>Hi</div>${signature}`)
    const earlier = body.innerHTML
    body.addEventListener('paste', (event) => {
      event.preventDefault()
      const text = (event as unknown as Paste).clipboardData.getData('text/plain')
      const line = document.createElement('div')
      line.innerText = ''
      line.append(
        ...text.split('\n').flatMap((part, index) => (index ? [document.createElement('br'), part] : [part])),
      )
      body.querySelector('div')?.after(line)
    })
    const done = await insertRich(body, letter, endMarks, null)
    expect(done).toMatchObject({ hasLanded: true, undo: 'restore' })
    expect(done.remove()).toBe(true)
    expect(body.innerHTML).toBe(earlier)
  })

  it('notices an editor that rewrites its content, where native undo would fail', async () => {
    const body = makeBody('<div><br></div>')
    const run = insertAtCaret(body)
    setCommands((name, value) => {
      const done = run(name, value)
      if (name === 'insertHTML') setTimeout(() => body.append(document.createElement('i')), 5)
      return done
    })
    const earlier = body.innerHTML
    const done = await insertRich(body, letter, endMarks, null)
    expect(done).toMatchObject({ hasLanded: true, undo: 'restore' })
    done.remove()
    expect(body.innerHTML).toBe(earlier)
  })

  it('says so and leaves everything as it was where no way works', async () => {
    const body = makeBody(`<div>Hi</div>${signature}`)
    const earlier = body.innerHTML
    expect((await insertRich(body, letter, endMarks, null)).hasLanded).toBe(false)
    expect(body.innerHTML).toBe(earlier)
  })

  it('refuses a way that eats what was typed, and puts it back', async () => {
    const body = makeBody(`<div>My own words</div>${signature}`)
    const earlier = body.innerHTML
    setCommands((name, value) => {
      if (name !== 'insertHTML') return false
      body.innerHTML = value
      return true
    })
    expect((await insertRich(body, letter, endMarks, null)).hasLanded).toBe(false)
    expect(body.innerHTML).toBe(earlier)
  })

  it('takes its text out also after the student went on writing, and touches nothing it does not know', async () => {
    const body = makeBody(`<div>Hi</div>${signature}`)
    setCommands(insertAtCaret(body))
    const done = await insertRich(body, letter, endMarks, null)
    body.append('PS: more')
    expect(done.remove()).toBe(true)
    expect(mapText(body).text.replace(/\s+/g, ' ')).toBe('Hi -- Riley Chen PS: more')
    expect(done.remove()).toBe(false)
  })
})

describe('inserting into plain text', () => {
  const makeArea = (value: string): HTMLTextAreaElement => {
    document.body.innerHTML = '<textarea></textarea>'
    const area = document.body.firstElementChild as HTMLTextAreaElement
    area.value = value
    return area
  }

  it.each([
    ['', 0],
    ['Hi\n\n-- \nRiley', 4],
    ['Hi\n-- not a signature', 21],
    ['\n\nOn Tuesday Mina wrote:\n> old\n> lines', 2],
    ['Hi\n> old', 3],
    ['-- \nRiley\n\nMina wrote:\n> old', 0],
  ])('ends the student’s own text of %j at %i', (value, end) => {
    expect(findPlainEnd(value)).toBe(end)
  })

  it('keeps what was typed and goes before the signature, as one step', () => {
    const area = makeArea('Hi\n\n-- \nRiley')
    setCommands((name, value) => {
      if (name === 'insertText') area.setRangeText(value, area.selectionStart, area.selectionEnd, 'end')
      return true
    })
    const done = insertPlain(area, 'Letter [x]', ['[x]'], null)
    expect(done).toMatchObject({ hasLanded: true, undo: 'native' })
    expect(area.value).toBe('Hi\n\nLetter [x]\n\n-- \nRiley')
    expect(area.value.slice(area.selectionStart, area.selectionEnd)).toBe('[x]')
  })

  it('where the browser’s command does nothing, inserts anyway and restores exactly', () => {
    const area = makeArea('-- \nRiley')
    let inputs = 0
    area.addEventListener('input', () => inputs++)
    const done = insertPlain(area, 'Letter', [], null)
    expect(done).toMatchObject({ hasLanded: true, undo: 'restore' })
    expect(area.value).toBe('Letter\n\n-- \nRiley')
    expect(inputs).toBe(1)
    expect(done.remove()).toBe(true)
    expect(area.value).toBe('-- \nRiley')
  })

  it('takes out its own text and nothing else once the student went on writing', () => {
    const area = makeArea('')
    const done = insertPlain(area, 'Letter', [], null)
    area.value = `PS\n${area.value}!`
    expect(done.remove()).toBe(true)
    expect(area.value).toBe('PS\n!')
    expect(done.remove()).toBe(false)
  })
})

describe('writing the subject', () => {
  it('stands there and is heard by the page, also where the page guards the value', () => {
    document.body.innerHTML = '<input name="subjectbox">'
    const field = document.body.firstElementChild as HTMLInputElement
    const heard: string[] = []
    field.addEventListener('input', () => heard.push(field.value))
    Object.defineProperty(field, 'value', {
      configurable: true,
      get: () => Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.get?.call(field),
      set: () => {},
    })
    expect(insertSubject(field, 'A subject')).toBe(true)
    expect(heard).toEqual(['A subject'])
  })
})
