import type { ComponentChildren, JSX } from 'preact'
import { fillTemplate, type MissingPiece, type TemplateValues } from '../../domain/templates/fill-template'
import { Icon } from '../shared/icon'
import { compose, popup } from '../shared/words/en'
import type { PopupSeeds } from './doors'

/** How a piece that nobody has said yet stands in a line. */
function markMissing(piece: MissingPiece): string {
  return `[${piece.kind === 'slot' ? piece.label : (compose.fields[piece.key] ?? piece.key)}]`
}

/** Lines to say (S) and questions to ask (Q), each folded away, and which letters (T) fit, by name. */
export function SayCards(props: {
  seeds: PopupSeeds
  spoken: readonly string[]
  banks: readonly string[]
  templates: readonly string[]
  /** What the log knows for a line; null while it was not asked. */
  values: TemplateValues | null
}): JSX.Element | null {
  const { seeds, values } = props
  const lines = seeds.spokenLines.filter((line) => props.spoken.includes(line.id))
  const banks = seeds.questionBanks.filter((bank) => props.banks.includes(bank.id))
  const letters = seeds.templates.filter((template) => props.templates.includes(template.id))
  if (lines.length + banks.length + letters.length === 0) return null
  return (
    <div class="say-cards">
      {lines.map((line) => (
        <Card key={line.id} kind={popup.say} title={line.title}>
          <blockquote>
            {fillTemplate({ subject: '', body: line.text, wordLimit: 0 }, values ?? {}, markMissing).body}
          </blockquote>
          <p class="soft">{line.advice}</p>
        </Card>
      ))}
      {banks.map((bank) => (
        <Card key={bank.id} kind={popup.ask} title={bank.title}>
          <ul class="question-list">
            {bank.questions.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        </Card>
      ))}
      {letters.map((letter) => (
        <p key={letter.id} class="letter-hint">
          <span class="say-kind">{popup.write}</span> {letter.title}
        </p>
      ))}
      {letters.length > 0 && <p class="soft">{popup.inMail}</p>}
    </div>
  )
}

function Card(props: { kind: string; title: string; children: ComponentChildren }): JSX.Element {
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
