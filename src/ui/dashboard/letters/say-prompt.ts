import type { LocalDate } from '../../../domain/dates'
import type { Letter } from '../../../domain/letters/letter'
import type { LetterPrompt } from '../../../domain/letters/letter-rules'
import { lettersPage } from '../../shared/words/en'
import { say } from '../../shared/words/say'
import { showDate } from '../../shared/words/show-date'

/**
 * What a letter needs next, in words, with its days. Late is called late only where the calendar is the student's own;
 * how to mend it stands in the same sentence.
 */
export function sayPrompt(
  prompt: LetterPrompt,
  letter: Letter,
  name: string,
  today: LocalDate,
  isAssumed: boolean,
): string {
  const isLate = prompt.lateAfter !== null && today > prompt.lateAfter && !isAssumed
  const words = isLate ? lettersPage.promptsLate : lettersPage.prompts
  return say(words[prompt.what] ?? '', {
    name,
    from: showDate(prompt.from, today),
    by: prompt.lateAfter ? showDate(prompt.lateAfter, today) : '',
    due: letter.dueOn ? showDate(letter.dueOn, today) : '',
  })
}
