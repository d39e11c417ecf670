import { render } from 'preact'
import tokens from '../../../assets/styles/tokens.css?inline'
import { isEmailAddress } from '../../domain/guards/email'
import { type ask as askWorker, MessageError } from '../../messaging/client'
import { createShadowHost, removeStaleHosts } from '../shared/shadow-host'
import { compose as words } from '../shared/words/en'
import { say } from '../shared/words/say'
import { isStillThere } from './letter'
import type { InsertedLetter } from './letter-form'
import type { MailDelivery, MailDesk, SentMail } from './mail-page'
import { type Notice, Notices } from './notices'
import { Picker } from './picker'
import css from './picker.css?inline'

const hostName = 'mail-picker'
const panelWidth = 420
const edge = 8

/** Recipients as the worker takes them. */
function listAddresses(to: string[]): string[] {
  return to.filter(isEmailAddress).slice(0, 50)
}

/** A failure in words: the few that can come here, each with its own; the others as one. */
function sayFailure(error: unknown): string {
  const what = error instanceof MessageError ? error.what.id : ''
  return words.failures[what] ?? words.failures['error.unexpected'] ?? ''
}

/** The picker and its notices on one mail page. */
export interface ComposePicker {
  isOpen(): boolean
  onKeyDown(event: KeyboardEvent): void
  open(desk: MailDesk): void
  close(): void
  /** Says why nothing opened. */
  sayNoComposer(): void
  /** Logs a mail that went out, and offers to take that back. */
  logSent(mail: SentMail): void
  /** The student took the mail back in the mail client. */
  takeBack(mail: SentMail): void
  askAnswered(composer: HTMLElement, awaited: { touchId: string; shown: string }): void
  stop(): void
}

/** Makes the picker of one page. Nothing is drawn before something is asked of it. */
export function createPicker(win: Window, ask: typeof askWorker): ComposePicker {
  const doc = win.document
  removeStaleHosts(doc, hostName)
  const ending = new AbortController()
  const { host, root } = createShadowHost(doc, hostName, `${tokens}\n${css}`)
  const mount = doc.createElement('div')
  root.append(mount)
  doc.documentElement.append(host)

  const inserted = new WeakMap<HTMLElement, InsertedLetter>()
  /** The notice of the last insertion into a composer: it goes when another one comes, or the mail goes out. */
  const insertedNotice = new WeakMap<HTMLElement, number>()
  /** The log's answer to a mail that went out, for an Undo in the mail client. */
  const logging = new WeakMap<SentMail, Promise<string | null>>()
  const keys = { handle: (_event: KeyboardEvent): void => {} }
  let desk: MailDesk | null = null
  let notices: Notice[] = []
  let nextKey = 0

  const notify = (text: string, actions: Notice['actions'] = [], isQuestion = false): number => {
    nextKey += 1
    notices = [...notices, { key: nextKey, text, actions, isQuestion }].slice(-3)
    draw()
    return nextKey
  }
  const drop = (key: number | undefined): void => {
    notices = notices.filter((notice) => notice.key !== key)
    draw()
  }
  const fail = (error: unknown): void => {
    notify(sayFailure(error))
  }

  const close = (): void => {
    const closing = desk
    if (!closing) return
    desk = null
    draw()
    closing.focus()
  }

  const onInserted = (letter: InsertedLetter, delivery: MailDelivery): void => {
    const at = desk?.key
    // The focus is in the letter by now, at the first thing left to write.
    desk = null
    if (at) {
      inserted.set(at, letter)
      drop(insertedNotice.get(at))
    }
    const text = delivery.hasSubject ? words.inserted : words.insertedNoSubject
    const label = delivery.undo === 'native' ? words.undo : words.removeInserted
    const remove = (): void => {
      drop(key)
      const isOut = delivery.remove()
      if (isOut && at) inserted.delete(at)
      notify(isOut ? words.removed : words.cannotRemove)
    }
    const key = notify(say(text, { title: letter.template.title }), [{ label, act: remove }])
    if (at) insertedNotice.set(at, key)
  }

  const draw = (): void => {
    if (ending.signal.aborted) return
    const open = desk
    render(
      <>
        {open && (
          <div class="place" style={placePanel(win, open.frame)}>
            <Picker
              desk={open}
              keys={keys}
              loadContext={(to, account) =>
                ask('mail.context', {
                  to: listAddresses(to).map((address) => ({ address, shown: address })),
                  account,
                })
              }
              copyText={(text) => copyText(doc, root, text)}
              onInserted={onInserted}
              onClose={close}
              onFailure={(error) => {
                close()
                fail(error)
              }}
            />
          </div>
        )}
        <Notices notices={notices} onGone={drop} />
      </>,
      mount,
    )
  }

  win.addEventListener('resize', () => desk && draw(), { signal: ending.signal })
  // A press inside is no click "beside the composer" to the mail page.
  for (const type of ['mousedown', 'mouseup', 'click', 'pointerdown', 'pointerup'] as const) {
    host.addEventListener(type, (event) => event.stopPropagation(), { signal: ending.signal })
  }

  const takeBack = (changeId: string): void => {
    ask('changes.undo', { changeId }).then(() => notify(words.takenBack), fail)
  }

  const logSent = (mail: SentMail): void => {
    const letter = inserted.get(mail.key)
    drop(insertedNotice.get(mail.key))
    const isLetter = letter !== undefined && isStillThere(letter.text, mail.bodyText)
    const open = isLetter ? letter.marks.filter((mark) => mail.bodyText.includes(mark)) : []
    if (open.length > 0) notify(say(words.sentOpen, { marks: open.join(', ') }))
    const answer = ask('mail.sent', {
      to: listAddresses(mail.to),
      account: mail.account,
      templateId: isLetter ? letter.template.id : '',
      personId: isLetter ? letter.personId : '',
      pmid: isLetter ? letter.pmid : '',
      thread: mail.thread.slice(0, 300),
      scheduled: mail.scheduled,
    })
    logging.set(
      mail,
      answer.then(
        ({ changeId }) => changeId,
        () => null,
      ),
    )
    answer.then(({ changeId, logged }) => {
      if (changeId === null || ending.signal.aborted) return
      const names = logged.map((one) => one.shown).join(', ')
      const key = notify(say(mail.scheduled ? words.loggedLater : words.logged, { names }), [
        {
          label: words.undo,
          act: () => {
            drop(key)
            takeBack(changeId)
          },
        },
      ])
    }, fail)
  }

  return {
    isOpen: () => desk !== null,
    onKeyDown(event) {
      if (desk) keys.handle(event)
      else if (event.key === 'Escape') {
        const last = notices.at(-1)
        if (last) drop(last.key)
      }
    },
    open(next) {
      desk = next
      draw()
    },
    close,
    sayNoComposer: () => void notify(words.noComposer),
    logSent,
    takeBack(mail) {
      void logging.get(mail)?.then((changeId) => {
        if (changeId === null) return
        notices = []
        takeBack(changeId)
      })
    },
    askAnswered(composer, awaited) {
      const answer = (outcome: 'yes' | 'no' | 'later'): void => {
        drop(key)
        ask('mail.answered', { touchId: awaited.touchId, outcome }).then(({ changeId }) => {
          const done = notify(say(words.answered, { name: awaited.shown }), [
            {
              label: words.undo,
              act: () => {
                drop(done)
                ask('changes.undo', { changeId }).catch(fail)
              },
            },
          ])
        }, fail)
      }
      const key = notify(
        say(words.awaited, { name: awaited.shown }),
        [
          { label: words.awaitedYes, act: () => answer('yes') },
          { label: words.awaitedNo, act: () => answer('no') },
          { label: words.awaitedLater, act: () => answer('later') },
        ],
        true,
      )
      // The question goes with its composer: looked at when the student does something.
      const look = (): void => {
        if (composer.isConnected) return
        watching.abort()
        drop(key)
      }
      const watching = new AbortController()
      ending.signal.addEventListener('abort', () => watching.abort(), { signal: watching.signal })
      for (const type of ['focusin', 'click', 'keyup'] as const) {
        win.addEventListener(type, look, { capture: true, signal: watching.signal })
      }
    },
    stop() {
      ending.abort()
      render(null, mount)
      host.remove()
    },
  }
}

/** Beside the composer where there is room, so that the letter stays in sight; else over it. */
function placePanel(win: Window, frame: Element): string {
  const box = frame.getBoundingClientRect()
  const width = Math.min(panelWidth, win.innerWidth - 2 * edge)
  const beside = box.left - width - 12
  const over = Math.min(box.right, win.innerWidth) - width - 12
  const left = Math.max(edge, beside >= edge ? beside : over)
  // The control sits above the composer: the panel begins a little lower than the composer, or higher where it must.
  const room = Math.min(600, win.innerHeight - 2 * edge)
  const top = Math.max(edge, Math.min(box.top, win.innerHeight - room - edge))
  return `left:${left | 0}px;top:${top | 0}px;width:${width}px;max-height:${(win.innerHeight - top - edge) | 0}px`
}

/** Puts text on the clipboard: by the browser's way, else by a selection and its copy command. */
async function copyText(doc: Document, root: ShadowRoot, text: string): Promise<boolean> {
  try {
    await doc.defaultView?.navigator.clipboard.writeText(text)
    return true
  } catch {
    const focused = root.activeElement
    const area = doc.createElement('textarea')
    area.value = text
    area.style.cssText = 'position:fixed;opacity:0'
    root.append(area)
    area.select()
    const isCopied = doc.execCommand('copy')
    area.remove()
    if (focused instanceof HTMLElement) focused.focus()
    return isCopied
  }
}
