import type { ComponentChildren } from 'preact'
import { useId, useState } from 'preact/hooks'
import { capture as words } from '../shared/words/en'
import type { PageReading, PanelParts } from './page-reading'
import { PersonEditor, type Saved } from './person-editor'
import type { PersonForm } from './person-form'
import { trusted } from './trusted'

export interface PanelProps {
  reading: PageReading
  parts: PanelParts
  /** The author whose control was used; -1 proposes the last. */
  start: number
  /** Forms of this page, so that closing the panel loses nothing that was typed. */
  kept: Map<number, PersonForm>
  onSaved: (saved: Saved) => void
  onClose: () => void
}

/** The panel in which a mentor is looked over and saved. */
export function Panel({ reading, parts, start, kept, onSaved, onClose }: PanelProps) {
  const [index, setIndex] = useState(start)
  const chosen = reading.people.find((person) => person.index === index) ?? reading.people.at(-1)
  const titleId = useId()
  if (!chosen) {
    return (
      <Frame titleId={titleId} onClose={onClose}>
        <div class="scroll">
          <p role="alert">{words.nothing}</p>
        </div>
      </Frame>
    )
  }
  return (
    <Frame titleId={titleId} onClose={onClose}>
      <PersonEditor
        key={chosen.index}
        base={chosen.draft}
        chooser={
          reading.people.length > 1 && (
            <AuthorChooser reading={reading} index={chosen.index} onChoose={setIndex} />
          )
        }
        reading={reading}
        parts={parts}
        first={kept.get(chosen.index)}
        onChange={(form) => kept.set(chosen.index, form)}
        onSaved={(saved) => {
          kept.delete(chosen.index)
          onSaved(saved)
        }}
        onClose={onClose}
      />
    </Frame>
  )
}

function Frame({
  titleId,
  onClose,
  children,
}: {
  titleId: string
  onClose: () => void
  children: ComponentChildren
}) {
  return (
    <section class="panel" role="dialog" aria-labelledby={titleId}>
      <div class="top">
        <h2 id={titleId}>{words.title}</h2>
        <button
          type="button"
          class="icon"
          aria-label={words.close}
          title={words.close}
          onClick={trusted(onClose)}
        >
          ×
        </button>
      </div>
      {children}
    </section>
  )
}

function AuthorChooser(props: { reading: PageReading; index: number; onChoose: (index: number) => void }) {
  const id = useId()
  return (
    <div class="field">
      <label for={id}>{props.reading.kind === 'article' ? words.chooseAuthor : words.chooseQueried}</label>
      <select
        id={id}
        value={props.index}
        onChange={(event) => props.onChoose(Number(event.currentTarget.value))}
      >
        {props.reading.people.map(({ index, draft }) => (
          <option key={index} value={index}>
            {draft.names.shown}
          </option>
        ))}
      </select>
    </div>
  )
}
