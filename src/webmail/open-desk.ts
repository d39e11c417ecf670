import { insertPlain } from './editors/insert-plain'
import { insertRich, type Letter, notLanded } from './editors/insert-rich'
import { insertSubject } from './editors/insert-subject'
import type { ComposerParts, WebmailHands, WebmailSight } from './webmail-adapter'

/** What of a composer was recognised; what was not is said to the student. */
export interface SelfTest {
  body: boolean
  subject: boolean
  recipients: boolean
}

/** What came of putting a letter into the composer. */
export interface Delivery {
  /** False: nothing was changed in the body; the student can copy instead. */
  hasLanded: boolean
  /** False: the subject was to be written and is not there. */
  hasSubject: boolean
  undo: 'native' | 'restore'
  /** Takes body and subject back. False when the text was changed too much to be told apart. */
  remove(): boolean
}

/** One composer, as the picker works on it: nothing in here speaks of a client or of elements of its page. */
export interface Desk {
  key: HTMLElement
  frame: Element
  account: string
  isReply: boolean
  selfTest: SelfTest
  readTo(): string[]
  /** Calls back whenever the To-recipients may have changed, until `signal` aborts. */
  watchTo(changed: () => void, signal: AbortSignal): void
  /** What stands in the subject; null when this composer has no subject to write. */
  readSubject(): string | null
  /** Gives the focus back to where it was. */
  focus(): void
  insert(letter: Letter & { subject: string | null }): Promise<Delivery>
}

/** What is written in a body, as text. */
export function readText(body: HTMLElement): string {
  return body instanceof HTMLTextAreaElement ? body.value : body.innerText
}

/** The caret, if it stands in the body. */
function readCaret(body: HTMLElement | null): Range | number | null {
  if (!body) return null
  if (body instanceof HTMLTextAreaElement) {
    return body.ownerDocument.activeElement === body ? body.selectionEnd : null
  }
  const selection = body.ownerDocument.getSelection()
  const range = selection?.rangeCount ? selection.getRangeAt(0) : null
  return range && body.contains(range.commonAncestorContainer) ? range.cloneRange() : null
}

/** Opens the composer that holds `from`; null when there is none. Remembers the caret as it is now. */
export function openDesk(from: Element, client: { sight: WebmailSight; hands: WebmailHands }): Desk | null {
  const { sight, hands } = client
  const parts: ComposerParts | null = sight.findComposer(from)
  if (!parts) return null
  const doc = from.ownerDocument
  const caret = readCaret(parts.body)
  const focused = doc.activeElement
  const subjectField = hands.findSubject(parts)
  const isReply = sight.isReply(parts)

  return {
    key: parts.key,
    frame: parts.frame,
    account: hands.readAccount(doc),
    isReply,
    selfTest: {
      body: parts.body !== null,
      subject: subjectField !== null || isReply,
      recipients: hands.hasToField(parts),
    },
    readTo: () => sight.readTo(parts),
    watchTo(changed, signal) {
      // Chips come up to 2 s late, and the student may still be writing the address.
      const observer = new MutationObserver(changed)
      observer.observe(parts.key, {
        childList: true,
        subtree: true,
        attributes: true,
        attributeFilter: ['data-hovercard-id', 'email'],
      })
      signal.addEventListener('abort', () => observer.disconnect())
    },
    readSubject: () => subjectField?.value ?? null,
    focus() {
      if (parts.body && caret !== null && !(caret instanceof Range)) {
        parts.body.focus()
        ;(parts.body as HTMLTextAreaElement).setSelectionRange(caret, caret)
      } else if (caret instanceof Range) {
        parts.body?.focus()
        const selection = doc.getSelection()
        selection?.removeAllRanges()
        selection?.addRange(caret)
      } else if (focused instanceof HTMLElement && focused !== doc.body) focused.focus()
      else parts.body?.focus()
    },
    async insert({ subject, ...letter }) {
      const { body } = parts
      const none: Delivery = { ...notLanded, hasSubject: true }
      if (!body?.isConnected) return none
      // The subject first: the browser keeps one list of undo steps, and the first step back has to be the body.
      const earlierSubject = subjectField?.value ?? ''
      const hasSubject = subject === null || (subjectField !== null && insertSubject(subjectField, subject))
      const inserted =
        body instanceof HTMLTextAreaElement
          ? insertPlain(body, letter.text, letter.marks, typeof caret === 'number' ? caret : null)
          : await insertRich(body, letter, hands.endMarks, caret instanceof Range ? caret : null)
      const restoreSubject = (): void => {
        if (subjectField && subject !== null && subjectField.value === subject) {
          insertSubject(subjectField, earlierSubject)
        }
      }
      if (!inserted.hasLanded) {
        restoreSubject()
        return none
      }
      return {
        hasLanded: true,
        hasSubject,
        undo: inserted.undo,
        remove() {
          if (!inserted.remove()) return false
          restoreSubject()
          body.focus()
          return true
        },
      }
    },
  }
}
