import type { ComponentChildren } from 'preact'
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { PersonDraft } from '../../domain/person/person'
import { capture as words } from '../shared/words/en'
import { Listing, type ListingWork, type SavedMany } from './listing'
import { listPeople } from './listing-state'
import type { PageReading, PanelParts } from './page-reading'
import { type PanelView, readingOf } from './panel-view'
import { PersonEditor, type Saved } from './person-editor'
import type { PersonForm } from './person-form'
import type { SaveProgress } from './save-progress'
import { trusted } from './trusted'
import { useMarks } from './use-marks'

/** Forms and ticks of this page, so that closing the panel loses nothing that was done. */
export interface KeptWork {
  forms: Map<number, PersonForm>
  listing: ListingWork
}

export interface PanelProps {
  view: PanelView
  parts: PanelParts
  kept: KeptWork
  progress: SaveProgress
  onStop: () => void
  onReadAgain: () => void
  onSaved: (saved: Saved) => void
  onSavedMany: (saved: SavedMany) => void
  onClose: () => void
  /** How Escape goes one step back; null when there is none but closing. */
  onBackChange: (back: (() => void) | null) => void
  /** Whether the focus may be moved into the panel: not when the student has gone on with the page. */
  mayTakeFocus: () => boolean
}

/** The panel in which people are looked over and saved. */
export function Panel(props: PanelProps) {
  const { view, onClose } = props
  switch (view.state) {
    case 'reading':
      return (
        <Frame title={words.title} onClose={onClose} mayTakeFocus={props.mayTakeFocus}>
          <div class="scroll">
            <div class="row">
              <span role="status">{words.readingPage}</span>
              <button type="button" class="start" onClick={trusted(props.onStop)}>
                {words.stop}
              </button>
            </div>
            <progress aria-label={words.readingPage} />
          </div>
        </Frame>
      )
    case 'person':
      return <OnePerson {...props} reading={view.reading} start={view.start} title={words.title} />
    case 'list':
      return <ManyPeople {...props} reading={view.reading} />
    case 'nobody':
      return <Nobody {...props} view={view} />
  }
}

function OnePerson(props: PanelProps & { reading: PageReading; start: number; title: string }) {
  const { reading, parts, kept, onSaved, onClose } = props
  const [index, setIndex] = useState(props.start)
  const chosen = reading.people.find((person) => person.index === index) ?? reading.people.at(-1)
  if (!chosen) return null
  return (
    <Frame title={props.title} onClose={onClose} mayTakeFocus={props.mayTakeFocus}>
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
        first={kept.forms.get(chosen.index)}
        onChange={(form) => kept.forms.set(chosen.index, form)}
        onSaved={(saved) => {
          kept.forms.delete(chosen.index)
          onSaved(saved)
        }}
        onClose={onClose}
      />
    </Frame>
  )
}

/** A listing: the table, and from it one person's form and back. */
function ManyPeople(props: PanelProps & { reading: PageReading }) {
  const { reading, kept, parts, onClose, onBackChange } = props
  const people = useMemo(() => listPeople(reading.people), [reading])
  const [work, setWork] = useState(kept.listing)
  const [closeTo, setCloseTo] = useState<number | null>(null)
  const { marks, hasFailed, again } = useMarks(people)
  const close = closeTo === null ? undefined : reading.people.find(({ index }) => index === closeTo)
  const back = () => setCloseTo(null)
  useEffect(() => {
    onBackChange(close ? back : null)
    return () => onBackChange(null)
  }, [close])
  const change = (part: Partial<ListingWork>) =>
    setWork((old) => {
      // Scrolling is kept without drawing anything anew.
      kept.listing = { ...old, ...part, scrollTop: kept.listing.scrollTop }
      return kept.listing
    })
  if (close) {
    return (
      <Frame key="one" title={words.title} onClose={onClose} mayTakeFocus={props.mayTakeFocus}>
        <PersonEditor
          base={close.draft}
          chooser={
            <div>
              <button type="button" class="link start" onClick={trusted(back)}>
                {words.back}
              </button>
            </div>
          }
          reading={readingOf(close.draft)}
          parts={parts}
          first={kept.forms.get(close.index)}
          onChange={(form) => kept.forms.set(close.index, form)}
          onSaved={(saved) => {
            kept.forms.delete(close.index)
            const key = people.find(({ index }) => index === close.index)?.key
            change({ ticks: new Map([...work.ticks].filter(([one]) => one !== key)) })
            back()
            void again()
            props.onSaved(saved)
          }}
          onClose={back}
        />
      </Frame>
    )
  }
  return (
    <Frame key="many" title={words.list.title} onClose={onClose} mayTakeFocus={props.mayTakeFocus} isWide>
      <Listing
        people={people}
        marks={marks}
        hasFailedMarks={hasFailed}
        askAgain={again}
        work={work}
        scrollTop={kept.listing.scrollTop}
        onWork={change}
        onScroll={(scrollTop) => {
          kept.listing.scrollTop = scrollTop
        }}
        more={reading.more}
        progress={props.progress}
        onDetails={setCloseTo}
        onReadAgain={props.onReadAgain}
        onSaved={(saved) => {
          kept.listing = { ...work, ticks: new Map() }
          props.onSavedMany(saved)
        }}
        onClose={onClose}
      />
    </Frame>
  )
}

/** One kind sentence, and the way to go on without the page. */
function Nobody(props: PanelProps & { view: PanelView & { state: 'nobody' } }) {
  const { why, byHand } = props.view
  const [draft, setDraft] = useState<PersonDraft | null>(null)
  if (draft) {
    return <OnePerson {...props} reading={readingOf(draft)} start={0} title={words.byHandTitle} />
  }
  const canReadAgain = why === 'stopped' || why === 'failed'
  return (
    <Frame title={words.nobodyTitle} onClose={props.onClose} mayTakeFocus={props.mayTakeFocus}>
      <div class="scroll">
        <p role={why === 'failed' ? 'alert' : 'status'}>{words[why]}</p>
      </div>
      <div class="bottom">
        {canReadAgain && (
          <button type="button" onClick={trusted(props.onReadAgain)}>
            {words.readAgain}
          </button>
        )}
        <button type="button" class="primary start" onClick={trusted(() => setDraft(byHand))}>
          {words.addByHand}
        </button>
      </div>
    </Frame>
  )
}

interface FrameProps {
  title: string
  isWide?: boolean
  onClose: () => void
  mayTakeFocus: () => boolean
  children: ComponentChildren
}

function Frame({ title, isWide, onClose, mayTakeFocus, children }: FrameProps) {
  const id = useId()
  const frame = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    if (!mayTakeFocus()) return
    // On the question that has an answer already, where Enter saves and arrows choose; else where one begins.
    const find = (selector: string) => frame.current?.querySelector<HTMLElement>(selector)
    const start = find('.chip input:checked') ?? find('.start') ?? find('.chip input') ?? find('button')
    start?.focus()
  }, [])
  return (
    <section class="panel" role="dialog" aria-labelledby={id} data-wide={isWide} ref={frame}>
      <div class="top">
        <h2 id={id}>{title}</h2>
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
