import type { WebmailHands } from '../../webmail-adapter'
import { replyMark, scheduledSign, sentSign } from './selectors'

/** Subject field (2020–2026). In replies it is there but hidden; then there is none to write in. */
const subjectMark = 'input[name="subjectbox"]'

/** The To field of either layout, chips or not. */
const toField = '[name="to"]'

/** Names the thread (2020); replies name the mail they answer. */
const threadMarks = ['input[name="rt"]', replyMark]

export const gmailHands: WebmailHands = {
  readAccount: (doc) =>
    doc.querySelector<HTMLMetaElement>('head meta[name="og-profile-acct"]')?.content ?? '',
  readThread: ({ key }) =>
    threadMarks.map((mark) => key.querySelector<HTMLInputElement>(mark)?.value ?? '').find(Boolean) ?? '',
  findSentSign: (doc) => doc.querySelector(sentSign),
  findSubject: (parts) => {
    const field = parts.key.querySelector<HTMLInputElement>(subjectMark)
    return field?.checkVisibility() ? field : null
  },
  // Signature, then quoted mail: 2015–2026, 2024–2026.
  endMarks: ['.gmail_signature', '.gmail_quote', '.gmail_quote_container', 'blockquote[type="cite"]'],
  findUndo: (target) => target.closest('#link_undo'),
  findScheduledSign: (doc) => doc.querySelector(scheduledSign),
  hasToField: (parts) => parts.key.querySelector(toField) !== null,
}
