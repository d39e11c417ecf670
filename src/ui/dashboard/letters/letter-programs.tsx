import type { JSX } from 'preact'
import type { Letter } from '../../../domain/letters/letter'
import { countByProgram, lettersPerProgram } from '../../../domain/letters/letter-rules'
import type { Program } from '../../../domain/programs/program'
import { lettersPage } from '../../shared/words/en'
import { say } from '../../shared/words/say'
import { LiveTick } from '../pieces/live-tick'

const words = lettersPage.programs

/** The programs a letter goes to. Each takes four letters: the fifth is pointed out. */
export function LetterPrograms(props: {
  letter: Letter
  letters: readonly Letter[]
  programs: readonly Program[]
  onToggle: (program: Program, isOn: boolean) => Promise<boolean>
}): JSX.Element {
  const { letter, letters, programs } = props
  const counts = countByProgram(letters)
  const sorted = [...programs].sort((a, b) => a.name.localeCompare(b.name))
  const crowded = sorted.filter(
    (program) => letter.programIds.includes(program.id) && (counts.get(program.id) ?? 0) > lettersPerProgram,
  )
  return (
    <section class="card" aria-labelledby="programs">
      <h2 id="programs">{words.title}</h2>
      {sorted.length === 0 ? (
        <p class="soft">{words.empty}</p>
      ) : (
        <fieldset class="ticks">
          <legend>{say(words.legend, { most: lettersPerProgram })}</legend>
          {sorted.map((program) => (
            <LiveTick
              key={program.id}
              isOn={letter.programIds.includes(program.id)}
              onChange={(isOn) => props.onToggle(program, isOn)}
            >
              {program.name}{' '}
              <span class="soft">
                {say(words.count, { count: counts.get(program.id) ?? 0, most: lettersPerProgram })}
              </span>
            </LiveTick>
          ))}
        </fieldset>
      )}
      <div role="status" class="live">
        {crowded.map((program) => (
          <p key={program.id} class="notice">
            {say(lettersPage.programCrowded, {
              program: program.name,
              count: counts.get(program.id) ?? 0,
              most: lettersPerProgram,
            })}
          </p>
        ))}
      </div>
    </section>
  )
}
