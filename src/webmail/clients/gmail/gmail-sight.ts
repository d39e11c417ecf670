import type { ComposerParts, WebmailSight } from '../../webmail-adapter'
import {
  arrow,
  beforeArrow,
  bodyMarks,
  composeMark,
  frameMark,
  innerFrameMark,
  replyMark,
  scheduleMarks,
  sendMarks,
  toMarks,
} from './selectors'

/** Rich and plain-text bodies lie side by side, one of them hidden: the focused one, else the one that shows. */
function findBody(root: Element, from: Element): HTMLElement | null {
  const bodies = [...root.querySelectorAll<HTMLElement>(bodyMarks)]
  return bodies.find((body) => body.contains(from)) ?? bodies.find((body) => body.checkVisibility()) ?? null
}

/** How many composers an element holds. */
const countIn = (root: Element): number => root.querySelectorAll(composeMark).length

function findComposer(from: Element): ComposerParts | null {
  const isInForm = from.closest('form')?.querySelector(composeMark)
  // From anywhere else on the page a search upwards would end at whatever composer is open.
  if (!isInForm && !from.closest(bodyMarks) && !findSend(from)) return null

  let root: Element | null = from
  while (root && !countIn(root)) root = root.parentElement
  const form = root?.querySelector(composeMark)?.closest('form')
  if (!root || !form || countIn(root) > 1) return null
  const frame = form.closest(frameMark) ?? form.closest(innerFrameMark)
  // A text field of something else on the page, with one composer open elsewhere.
  if (frame ? !frame.contains(from) : root === from.ownerDocument.body) return null

  let body = findBody(root, from)
  while (!body && root !== frame) {
    const parent: Element | null = root.parentElement
    if (!parent || countIn(parent) > 1) break
    root = parent
    body = findBody(root, from)
  }
  return { key: form, root, frame: frame ?? root, body }
}

/** `Name <a@b.edu>` or the address alone. Whether it is one that mail goes to is for the worker to check. */
const written = /[^\s"<>,;]+@[^\s"<>,;]+\.[^\s"<>,;]{2,}/g

function readTo({ key }: ComposerParts): string[] {
  const texts = [...key.querySelectorAll(toMarks)].map(
    (place) =>
      place.getAttribute('data-hovercard-id') ??
      place.getAttribute('email') ??
      (place as Partial<HTMLInputElement>).value,
  )
  return [...new Set(texts.join(' ').toLowerCase().match(written))]
}

function findSend(target: Element): Element | null {
  const button = target.closest('[role="button"]')
  if (!button) return null
  // The one that stands before the more-arrow, should the class names have changed.
  const isBeforeArrow = button.matches(beforeArrow) && button.nextElementSibling?.matches(arrow)
  return button.matches(sendMarks) || isBeforeArrow ? button : null
}

export const gmailSight: WebmailSight = {
  id: 'gmail',
  isClient: (host) => host === 'mail.google.com',
  findComposer,
  readTo,
  isReply: ({ key }) => Boolean(key.querySelector<HTMLInputElement>(replyMark)?.value),
  findSend,
  isSchedule: (target) => target.closest(scheduleMarks) !== null,
}
