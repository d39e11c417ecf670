import { type LetterPrompt, promptFor } from '../letters/letter-rules'
import { firstContact, type Ground, nameOf } from './ground'
import type { LetterView } from './month-view'

/** What is written for each step; a reminder goes on the same thread. */
const templateOf: Record<LetterPrompt['what'], string> = {
  answer: '',
  packet: 'T14',
  remind: 'T27',
  nudge: 'T27',
  thank: '',
  tell: 'T25',
}

/** What each letter of recommendation needs next: what is late first, then what has been open longest. */
export function listLetters(ground: Ground): LetterView[] {
  const { today, input, matched } = ground
  const views = input.road.letters.flatMap((letter): LetterView[] => {
    const row = ground.rowsById.get(letter.personId)
    const next = row ? promptFor(letter, today, matched?.date ?? null, ground.reading?.date ?? null) : null
    if (!row || !next || isWritten(next, row.id, ground)) return []
    const late = next.lateAfter !== null && next.lateAfter < today
    const { what, from } = next
    return [{ letterId: letter.id, person: nameOf(row), what, templateId: templateOf[what], from, late }]
  })
  return views.sort(
    (a, b) =>
      Number(b.late) - Number(a.late) ||
      (a.from === b.from ? (a.letterId < b.letterId ? -1 : 1) : a.from < b.from ? -1 : 1),
  )
}

/** A touch of the log says that it was done, though the letter does not yet. */
function isWritten({ what, from }: LetterPrompt, personId: string, ground: Ground): boolean {
  const isDone = (asked: Parameters<typeof firstContact>[2]) =>
    firstContact(ground, personId, asked, from, ground.until) !== null
  switch (what) {
    case 'packet':
      return isDone({ templates: ['T14'] })
    case 'thank':
      return isDone({ templates: [], kinds: ['thanks'] })
    case 'tell':
      return isDone({ templates: ['T25'], kinds: ['closing-thanks'] })
    case 'answer':
    case 'remind':
    case 'nudge':
      return false
  }
}

/** Letters that the badge counts: packet, reminder and nudge when they are apt, thanks once they are late. */
export function countPressingLetters(views: readonly LetterView[]): number {
  return views.filter(({ what, late }) => {
    return what === 'packet' || what === 'remind' || what === 'nudge' || (what === 'thank' && late)
  }).length
}
