/** What every webmail client is made of. The README of `src/webmail` tells how the parts work together. */

/** The parts of a composer, as elements. */
export interface ComposerParts {
  /** Stands for the composer as long as it lives: Gmail's form. */
  key: HTMLElement
  /** The smallest element that holds form and body. */
  root: Element
  /** What the student sees as "the composer": the control sits at its edge. */
  frame: Element
  /** Where the letter is written; null while it is loading or not recognised. */
  body: HTMLElement | null
}

/** A send that the student started, as the page script notes it. It may still fail, be refused by a dialog, or be undone. */
export interface NotedSend {
  parts: ComposerParts
  /** Read at once: the composer may be gone a moment later. */
  to: string[]
  scheduled: boolean
}

/** The part of a client that rides with the page script on every load: small, no imports of weight. */
export interface WebmailSight {
  id: string
  isClient(host: string): boolean
  /** The composer that `from` is in; null when it is in none. Language plays no part. */
  findComposer(from: Element): ComposerParts | null
  /** Addresses of the To-recipients, in lower case, each once. */
  readTo(parts: ComposerParts): string[]
  /** The composer answers a mail. */
  isReply(parts: ComposerParts): boolean
  /** The element that sends, around `target`; null when `target` is no part of it. */
  findSend(target: Element): Element | null
  /** `target` is in the menu entry that puts sending off. */
  isSchedule(target: Element): boolean
}

/** The part of a client that comes with the picker. */
export interface WebmailHands {
  /** The student's own address; '' when the page does not tell. */
  readAccount(doc: Document): string
  /** The client's own name of the thread; '' when there is none. Never a subject. */
  readThread(parts: ComposerParts): string
  /** The sign on the page that a mail went out. */
  findSentSign(doc: Document): Element | null
  /** The subject field; null where there is none to write in, as in most replies. */
  findSubject(parts: ComposerParts): HTMLInputElement | null
  /** Elements of the body that end the student's own text: signature, quoted mail. */
  endMarks: readonly string[]
  /** The element on the page that takes a sent, or scheduled, mail back, around `target`. */
  findUndo(target: Element): Element | null
  /** A sign that a mail was scheduled. */
  findScheduledSign(doc: Document): Element | null
  /** The place of the To-recipients is recognised, with or without anybody in it. */
  hasToField(parts: ComposerParts): boolean
}
