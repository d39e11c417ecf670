import type { JSX } from 'preact'
import type { QuestionBank } from '../../../domain/questions/question-bank'
import type { SpokenLine } from '../../../domain/spoken/spoken-line'
import { fillTemplate, type MissingPiece, type TemplateValues } from '../../../domain/templates/fill-template'
import type { TemplateSeed } from '../../../domain/templates/template-seed'
import { Icon } from '../../shared/icon'
import { compose, rotationsPage } from '../../shared/words/en'
import { say } from '../../shared/words/say'

const words = rotationsPage.cards

/** How a piece that nobody has said yet stands in a text. */
function markMissing(piece: MissingPiece): string {
  return `[${piece.kind === 'slot' ? piece.label : (compose.fields[piece.key] ?? piece.key)}]`
}

/** A line to say aloud (S), filled in as far as the log knows. */
export function SpokenCard(props: { line: SpokenLine; values: TemplateValues }): JSX.Element {
  const { line, values } = props
  const { body } = fillTemplate({ subject: '', body: line.text, wordLimit: 0 }, values, markMissing)
  return (
    <Card kind={words.say} title={line.title}>
      <blockquote>{body}</blockquote>
      <p class="soft">{line.advice}</p>
    </Card>
  )
}

/** Questions worth asking (Q). */
export function QuestionCard({ bank }: { bank: QuestionBank }): JSX.Element {
  return (
    <Card kind={words.ask} title={bank.title}>
      <ol class="questions">
        {bank.questions.map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ol>
    </Card>
  )
}

/** A mail to write (T), filled in as far as the log knows, to be copied or found in the webmail by its title. */
export function MailCard(props: {
  template: TemplateSeed
  values: TemplateValues
  note: (text: string) => void
}): JSX.Element {
  const { template, values, note } = props
  const filled = fillTemplate(template, values, markMissing)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(filled.body)
      note(words.copied)
    } catch {
      note(words.copyFailed)
    }
  }
  return (
    <Card kind={words.write} title={template.title}>
      {filled.subject && (
        <p>
          <strong>{words.subject}</strong> {filled.subject}
        </p>
      )}
      <p class="note-text mail-text">{filled.body}</p>
      <p class="card-foot">
        <button
          type="button"
          class="button small"
          aria-label={say(words.copyName, { title: template.title })}
          onClick={() => void copy()}
        >
          {words.copy}
        </button>
        <span class="soft">{words.inMail}</span>
      </p>
    </Card>
  )
}

function Card(props: {
  kind: string
  title: string
  children: JSX.Element | (JSX.Element | '' | false)[]
}): JSX.Element {
  return (
    <details class="say-card">
      <summary>
        <Icon name="chevron" />
        <span>
          <span class="say-kind">{props.kind}</span> {props.title}
        </span>
      </summary>
      <div class="say-body">{props.children}</div>
    </details>
  )
}
