import type { NotedSend, WebmailHands } from './webmail-adapter'

/** A sign has so long to appear after a noted send. */
const watchMs = 15_000
/** A composer that is gone for so long, without a dialog having asked something, was sent. */
const goneMs = 1_500
/** A dialog (a time for sending later, "send without subject?") may stay open so long. */
const patienceMs = 5 * 60_000
/** Undo is offered by mail clients for at most half a minute. */
const undoMs = 45_000

interface Pending {
  note: NotedSend
  watchUntil: number
  giveUpAt: number
  goneSince: number | null
  /** A dialog or a second wait came between: only the client's own sign counts from here on. */
  needsSign: boolean
  /** Signs of earlier mails that stood on the page already. */
  staleSign: Element | null
  staleScheduled: Element | null
}

interface Confirmed {
  note: NotedSend
  at: number
}

/**
 * The second step of hearing "sent": takes noted sends and says which of them the client confirmed, by its own notice or
 * by the composer closing without a dialog. One observer in all, for at most 15 s after a noted send; a dialog that stays
 * open is waited for by events only. A click on the client's Undo is reported too.
 */
export function createSendWatch(
  win: Window,
  hands: WebmailHands,
  report: { onSent(note: NotedSend): void; onUndone(note: NotedSend): void },
  signal: AbortSignal,
): { add(note: NotedSend): void } {
  const doc = win.document
  let pending: Pending[] = []
  let confirmed: Confirmed | null = null
  let usedSign: Element | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let isObserving = false
  const observer = new MutationObserver(() => check())

  const settle = (one: Pending): void => {
    pending = pending.filter((other) => other !== one)
    confirmed = { note: one.note, at: Date.now() }
    report.onSent(one.note)
  }

  const check = (): void => {
    const now = Date.now()
    const sign = hands.findSentSign(doc)
    const hasDialog = doc.querySelector('[role="alertdialog"]') !== null
    for (const one of pending) {
      if (hasDialog) one.needsSign = true
      if (!one.note.parts.key.isConnected) one.goneSince ??= now
      const isFresh = sign !== null && sign !== one.staleSign && sign !== usedSign
      const scheduled = one.note.scheduled ? hands.findScheduledSign(doc) : null
      if (isFresh && !one.note.scheduled) {
        usedSign = sign
        settle(one)
        break
      }
      if (scheduled && scheduled !== one.staleScheduled && one.goneSince !== null) settle(one)
      else if (
        !one.needsSign &&
        !one.note.scheduled &&
        one.goneSince !== null &&
        now - one.goneSince >= goneMs
      ) {
        settle(one)
      } else if (now >= one.watchUntil) {
        one.needsSign = true
        // Gone and never confirmed, or a dialog left open for too long: not sent, as far as anybody can tell.
        if (one.goneSince !== null || now >= one.giveUpAt) pending = pending.filter((other) => other !== one)
      }
    }
    keepWatching(now)
  }

  /** The observer runs while some send is inside its 15 s; a timer ends it, or the wait for a closed composer. */
  const keepWatching = (now: number): void => {
    clearTimeout(timer)
    const watched = pending.filter((one) => one.watchUntil > now)
    if (watched.length === 0) {
      observer.disconnect()
      isObserving = false
      return
    }
    if (!isObserving) observer.observe(doc.body, { childList: true, subtree: true })
    isObserving = true
    const next = watched.map((one) => {
      const isClosing = one.goneSince !== null && !one.needsSign && !one.note.scheduled
      return Math.min(one.watchUntil, isClosing ? (one.goneSince ?? 0) + goneMs : Infinity)
    })
    timer = setTimeout(check, Math.max(50, Math.min(...next) - now))
  }

  /** The student did something: a dialog may have been answered, or Undo pressed. */
  const onUse = (event: Event): void => {
    const target = event.target
    if (!event.isTrusted || !(target instanceof Element)) return
    if (event instanceof KeyboardEvent && event.key !== 'Enter' && event.key !== ' ') return
    const now = Date.now()
    if (confirmed && now - confirmed.at < undoMs && hands.findUndo(target)) {
      const { note } = confirmed
      const isOurs = note.scheduled ? hands.findScheduledSign(doc) : hands.findSentSign(doc)
      if (isOurs) {
        confirmed = null
        report.onUndone(note)
      }
    }
    if (pending.length === 0) return
    for (const one of pending) if (one.watchUntil <= now && now < one.giveUpAt) one.watchUntil = now + watchMs
    check()
  }
  win.addEventListener('click', onUse, { capture: true, signal })
  win.addEventListener('keydown', onUse, { capture: true, signal })
  signal.addEventListener('abort', () => {
    observer.disconnect()
    clearTimeout(timer)
    pending = []
  })

  return {
    add(note) {
      // Enter on a button is a key and a click: one send.
      if (
        pending.some((one) => one.note.parts.key === note.parts.key && !one.note.scheduled && !note.scheduled)
      )
        return
      pending = pending.filter((one) => one.note.parts.key !== note.parts.key)
      const now = Date.now()
      pending.push({
        note,
        watchUntil: now + watchMs,
        giveUpAt: now + patienceMs,
        goneSince: null,
        needsSign: false,
        staleSign: hands.findSentSign(doc),
        staleScheduled: note.scheduled ? hands.findScheduledSign(doc) : null,
      })
      check()
    },
  }
}
