/**
 * Where things stand in Gmail. Each list is tried in order, the newest first, and says when the place was seen. None
 * hangs on a language. Nothing here was checked by us on a live Gmail: the dates are those of public projects.
 */

/** The form of a composer holds this field (2026-09). The body is outside the form. */
export const composeMark = 'input[name="composeid"]'

/** Names the mail that is replied to; empty in a new mail (2020–2026). */
export const replyMark = 'input[name="rm"]'

/**
 * 2026-09: rich text, then plain-text mode. Both are there at any time, one of them hidden. The classic
 * To field is a `textarea` too, in the form.
 */
export const bodyMarks = '[g_editable="true"],textarea:not(form *)'

/** What the student sees as one composer: popup (2020–2026) or inline reply; else the part inside either. */
export const frameMark = '[role="dialog"],.ip'
export const innerFrameMark = '.M9'

/**
 * To-recipients: chips of 2021–2026, which carry the address; then loose text in their field; then the classic hidden
 * fields, one a chip, and the classic field (2020).
 */
export const toMarks = '[name="to"]:is(input,textarea),[name="to"] :is([data-hovercard-id],[email],input)'

/** 2026-10: the cell of Send and its more-arrow; 2023: Send itself. */
export const sendMarks = '.gU.Up [role="button"]:not([aria-haspopup="true"]),.aoO[role="button"]'

/** Should those names change: in a tool cell, the button that stands before the more-arrow. */
export const arrow = '[role="button"][aria-haspopup="true"]'
export const beforeArrow = '.gU [role="button"]:not([aria-haspopup="true"])'

/** An entry of the menu behind the more-arrow (2026). */
export const scheduleMarks = '[selector="scheduledSend"]'

/** "Message sent" is the notice with both links, undo and view (2026-08). The link is the sign: notices are reused. */
export const sentSign = '.vh:has(#link_undo) #link_vsm'
/** "Send scheduled" has undo alone, as archiving has: only looked for after a noted schedule. */
export const scheduledSign = '.vh:not(:has(#link_vsm)) #link_undo'
