/** What the picker's interface needs of a mail page. `src/webmail` provides it; the interface knows no client. */

export interface LetterText {
  text: string
  html: string
  /** How missing pieces stand in the text. */
  marks: readonly string[]
  /** Null: the subject is left as it is. */
  subject: string | null
}

export interface MailDelivery {
  hasLanded: boolean
  hasSubject: boolean
  undo: 'native' | 'restore'
  remove(): boolean
}

/** One open composer. */
export interface MailDesk {
  key: HTMLElement
  frame: Element
  account: string
  isReply: boolean
  selfTest: { body: boolean; subject: boolean; recipients: boolean }
  /** Addresses in To. */
  readTo(): string[]
  watchTo(changed: () => void, signal: AbortSignal): void
  readSubject(): string | null
  focus(): void
  insert(letter: LetterText): Promise<MailDelivery>
}

/** A mail that is confirmed as sent. */
export interface SentMail {
  key: HTMLElement
  to: string[]
  thread: string
  account: string
  scheduled: boolean
  bodyText: string
}
