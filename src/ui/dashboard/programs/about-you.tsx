import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { cleanLine } from '../../../domain/guards/text'
import type { Shortlist } from '../../../domain/programs/program'
import { readTags } from '../../../exchange/program-csv'
import { common, dashboard, programsPage } from '../../shared/words/en'
import { LineField, TextField } from '../pieces/text-fields'

const words = programsPage

type Part = Pick<Shortlist, 'scores' | 'interests'>

/** What the student keeps beside the list of themselves: scores if they wish, and interests. It changes no score. */
export function AboutYou(props: {
  shortlist: Shortlist | null
  specialties: string
  degree: string
  onSave: (part: Part) => Promise<boolean>
}): JSX.Element {
  const { shortlist } = props
  const saved = writeScores(shortlist?.scores ?? [])
  const savedInterests = (shortlist?.interests ?? []).join(', ')
  const [scores, setScores] = useState<string | null>(null)
  const [interests, setInterests] = useState<string | null>(null)

  const submit = async (event: Event) => {
    event.preventDefault()
    const isSaved = await props.onSave({
      scores: readScores(scores ?? saved),
      interests: readTags(interests ?? savedInterests).slice(0, 20),
    })
    if (!isSaved) return
    setScores(null)
    setInterests(null)
  }
  return (
    <section class="card" aria-labelledby="about-you">
      <h2 id="about-you">{words.aboutYou}</h2>
      <p class="hint">{words.aboutYouHint}</p>
      <dl class="facts">
        <div>
          <dt>{words.specialties}</dt>
          <dd>{props.specialties || dashboard.none}</dd>
        </div>
        <div>
          <dt>{words.degree}</dt>
          <dd>{props.degree || dashboard.none}</dd>
        </div>
      </dl>
      <form class="form" onSubmit={(event) => void submit(event)}>
        <div class="columns">
          <TextField
            label={words.scores}
            hint={words.scoresHint}
            max={1200}
            value={scores ?? saved}
            onInput={setScores}
          />
          <LineField
            label={words.interests}
            hint={words.interestsHint}
            max={2400}
            value={interests ?? savedInterests}
            onInput={setInterests}
          />
        </div>
        <div class="form-end">
          <button type="submit" class="button">
            {common.save}
          </button>
        </div>
      </form>
    </section>
  )
}

function writeScores(scores: Shortlist['scores']): string {
  return scores.map(({ exam, score }) => (score ? `${exam}: ${score}` : exam)).join('\n')
}

/** "Step 2 CK: 245", one a line. A line without a colon is an exam without a score. */
function readScores(text: string): Shortlist['scores'] {
  return text
    .split('\n')
    .map((line) => {
      const at = line.lastIndexOf(':')
      const exam = at < 0 ? line : line.slice(0, at)
      return { exam: cleanLine(exam, 60), score: at < 0 ? '' : cleanLine(line.slice(at + 1), 20) }
    })
    .filter((one) => one.exam !== '')
    .slice(0, 12)
}
