// @vitest-environment jsdom
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { gmailHands } from '../../src/webmail/clients/gmail/gmail-hands'
import { gmailSight } from '../../src/webmail/clients/gmail/gmail-sight'
import { findHandsOrThrow, findSight } from '../../src/webmail/registry'
import type { ComposerParts } from '../../src/webmail/webmail-adapter'
import { installVisibility } from './visibility'

beforeAll(installVisibility)

const root = join(import.meta.dirname, '../..')
function show(file: string): void {
  const html = readFileSync(file, 'utf8')
  // Only the markup is of interest: no script of the page runs here.
  document.documentElement.innerHTML = html
    .replace(/<script[\s\S]*?<\/script>/g, '')
    .replace(/^[\s\S]*?<html[^>]*>/, '')
}
const fixture = (name: string) => show(join(root, `tests/fixtures/composers/gmail-${name}.html`))

function find(selector: string, index = 0): Element {
  const found = document.querySelectorAll(selector)[index]
  if (!found) throw new Error(`nothing matches ${selector}`)
  return found
}
function composerAt(selector: string, index = 0): ComposerParts {
  const parts = gmailSight.findComposer(find(selector, index))
  if (!parts) throw new Error(`no composer at ${selector}`)
  return parts
}

describe('finding a composer', () => {
  it('works from the body, the subject, a recipient field and Send of a popup', () => {
    fixture('popup')
    const places = ['[g_editable]', 'input[name="subjectbox"]', '[name="to"] input', '.aoO']
    const found = places.map((place) => composerAt(place))
    for (const parts of found) {
      expect(parts.key).toBe(find('form'))
      expect(parts.body).toBe(find('[g_editable]'))
      expect(parts.frame).toBe(find('[role="dialog"]'))
    }
  })

  it('takes the plain-text field where that is the one that shows', () => {
    fixture('plain-text')
    expect(composerAt('input[name="subjectbox"]').body).toBe(find('textarea'))
    fixture('popup')
    expect(composerAt('input[name="subjectbox"]').body).toBe(find('[g_editable]'))
  })

  it('works in full screen and in a window of its own, which has no dialog round it', () => {
    for (const [view, frame] of [
      ['full-screen', '.aSt > [role="dialog"]'],
      ['pop-out', '.xp .M9'],
    ] as const) {
      fixture(view)
      for (const place of ['[g_editable]', 'input[name="subjectbox"]', '[name="to"] input', '.aoO']) {
        const parts = composerAt(place)
        expect(parts.key).toBe(find('form'))
        expect(parts.body).toBe(find('[g_editable]'))
        expect(parts.frame).toBe(find(frame))
        expect(gmailSight.readTo(parts)).toEqual(['mina.lee@northbay.example'])
      }
    }
  })

  it('keeps two popups apart', () => {
    fixture('two-popups')
    const [first, second] = [composerAt('[g_editable]', 0), composerAt('[g_editable]', 1)]
    expect(first.key).not.toBe(second.key)
    expect(gmailSight.readTo(first)).toEqual(['mina.lee@northbay.example'])
    expect(gmailSight.readTo(second)).toEqual(['sam.ortiz@northbay.example'])
    expect(composerAt('input[name="subjectbox"]', 1).body).toBe(find('[g_editable]', 1))
  })

  it('finds none in the search field, a text area elsewhere, or the list of mails', () => {
    fixture('popup')
    const note = document.createElement('textarea')
    find('main').append(note)
    expect(gmailSight.findComposer(note)).toBeNull()
    expect(gmailSight.findComposer(find('input[type="search"]'))).toBeNull()
    expect(gmailSight.findComposer(find('.row'))).toBeNull()
    expect(gmailSight.findComposer(document.body)).toBeNull()
  })

  it('says that the body is missing while it has not come yet, and takes nobody else’s', () => {
    fixture('popup')
    for (const body of document.querySelectorAll('[g_editable], textarea')) body.remove()
    find('main').append(document.createElement('textarea'))
    const parts = composerAt('input[name="subjectbox"]')
    expect(parts.body).toBeNull()
  })

  it('tells a reply from a new mail, and gives it no subject to write', () => {
    fixture('inline-reply')
    const reply = composerAt('[g_editable]')
    expect(gmailSight.isReply(reply)).toBe(true)
    expect(gmailHands.findSubject(reply)).toBeNull()
    expect(gmailHands.readThread(reply)).toBe('#msg-f:381')
    expect(reply.frame).toBe(find('.ip'))
    fixture('popup')
    const fresh = composerAt('[g_editable]')
    expect(gmailSight.isReply(fresh)).toBe(false)
    expect(gmailHands.findSubject(fresh)).toBe(find('input[name="subjectbox"]'))
    expect(gmailHands.readAccount(document)).toBe('riley.chen@harborstate.example')
  })
})

describe('reading To', () => {
  const readWith = (markup: string): string[] => {
    document.body.innerHTML = `<div class="M9"><form><input name="composeid">${markup}</form><div g_editable="true"></div></div>`
    return gmailSight.readTo(composerAt('[g_editable]'))
  }

  it('leaves Cc and Bcc out', () => {
    fixture('popup')
    expect(gmailSight.readTo(composerAt('[g_editable]'))).toEqual(['mina.lee@northbay.example'])
  })

  it('reads chips, loose text, and the fields of the older layout', () => {
    expect(
      readWith(
        '<div name="to"><div role="option" data-hovercard-id="A@x.example" data-name="A"></div></div>',
      ),
    ).toEqual(['a@x.example'])
    expect(readWith('<div name="to"><input role="combobox" value="b@x.example"></div>')).toEqual([
      'b@x.example',
    ])
    expect(readWith('<input name="to" value="&quot;Lee, Mina&quot; <c@x.example>">')).toEqual(['c@x.example'])
    expect(
      readWith('<textarea name="to">d@x.example, E &lt;e@x.example&gt;; a half addr</textarea>'),
    ).toEqual(['d@x.example', 'e@x.example'])
  })

  it('names nobody twice and nobody without an address', () => {
    expect(
      readWith(
        '<div name="to"><i data-hovercard-id="a@x.example"></i><i data-hovercard-id="A@X.example"></i><i data-hovercard-id="contact/77"></i><input value="Mina"></div>',
      ),
    ).toEqual(['a@x.example'])
  })
})

describe('what sends', () => {
  it('is the button before the arrow, in any language, and nothing else of the bar', () => {
    fixture('popup')
    expect(gmailSight.findSend(find('.aoO'))).toBe(find('.aoO'))
    for (const other of ['.hG', '.trash', '[g_editable]', '[aria-label="Formatting options"]']) {
      expect(gmailSight.findSend(find(other)), other).toBeNull()
    }
    // The known class names gone: the place beside the arrow is left.
    find('.aoO').className = 'x1'
    find('.gU.Up').className = 'gU x2'
    expect(gmailSight.findSend(find('.x1'))).toBe(find('.x1'))
  })

  it('is confirmed by the notice with undo and view, and by no other notice', () => {
    document.body.innerHTML = '<div class="vh"><span id="link_undo"></span></div>'
    expect(gmailHands.findSentSign(document)).toBeNull()
    expect(gmailHands.findScheduledSign(document)).not.toBeNull()
    document.body.innerHTML = '<div class="vh"><span id="link_undo"></span><span id="link_vsm"></span></div>'
    expect(gmailHands.findSentSign(document)).toBe(find('#link_vsm'))
    expect(gmailHands.findScheduledSign(document)).toBeNull()
  })
})

describe('the registry', () => {
  it('knows Gmail by its host and no other page', () => {
    expect(findSight('mail.google.com')).toBe(gmailSight)
    expect(findSight('mail.google.com.evil.example')).toBeUndefined()
    expect(findHandsOrThrow('gmail')).toBe(gmailHands)
    expect(() => findHandsOrThrow('nowhere')).toThrow('nowhere')
  })
})

const saved = join(root, '../shared/composers/gmail')
if (existsSync(saved))
  describe('composers saved elsewhere, where they are at hand', () => {
    it.each([
      [
        'composite-peoplekit-popup.html',
        '[g_editable]',
        ['jane.example@uni.example', 'bob@uni.example'],
        false,
      ],
      [
        'composite-plaintext-mode.html',
        'textarea.Ak',
        ['jane.example@uni.example', 'bob@uni.example'],
        false,
      ],
      ['composite-inline-reply.html', '[g_editable]', ['jane.example@uni.example'], true],
      ['compose-popup-2020-classic-recipients.html', '[g_editable]', [], false],
    ])('%s', (file, body, to, isReply) => {
      show(join(saved, file))
      const parts = composerAt(body)
      expect(parts.body).toBe(find(body))
      expect(composerAt('input[name="composeid"]').body).toBe(find(body))
      expect(gmailSight.readTo(parts)).toEqual(to)
      expect(gmailSight.isReply(parts)).toBe(isReply)
      expect(gmailHands.hasToField(parts)).toBe(true)
      const send = find('.gU.Up [role="button"]')
      expect(gmailSight.findSend(send)).toBe(send)
      expect(gmailSight.findComposer(send)?.key).toBe(parts.key)
    })
  })
