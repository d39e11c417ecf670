import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import { templatesPage } from '../../shared/words/en'
import { say } from '../../shared/words/say'

const words = templatesPage

/** One letter or goal with where it comes from, and what can be done with it. */
export function EditedLine(props: {
  label: string
  title: string
  state: 'original' | 'edited' | 'own'
  isHidden: boolean
  onEdit?: () => void
  onHide?: (isHidden: boolean) => Promise<void>
  /** Takes the student's words away; left out while there are none. */
  onReset?: (() => Promise<void>) | undefined
}): JSX.Element {
  const { label, title, state, isHidden, onEdit, onHide, onReset } = props
  const line = useRef<HTMLDivElement>(null)
  const isOwn = state === 'own'
  return (
    <div ref={line} class="person-head" tabIndex={-1}>
      <p class={isHidden ? 'record-name muted' : 'record-name'}>
        {label && <span class="soft">{label}</span>}
        {title}
        {state !== 'original' && <span class="outcome">{isOwn ? words.own : words.edited}</span>}
        {isHidden && <span class="outcome">{words.hidden}</span>}
      </p>
      <div class="touch-acts">
        {onEdit && (
          <button
            type="button"
            class="button small quiet"
            aria-label={say(words.editName, { title })}
            onClick={onEdit}
          >
            {words.edit}
          </button>
        )}
        {onHide && (
          <button
            type="button"
            class="button small quiet"
            aria-label={say(isHidden ? words.showName : words.hideName, { title })}
            onClick={() => void onHide(!isHidden)}
          >
            {isHidden ? words.show : words.hide}
          </button>
        )}
        {onReset && (isOwn || state === 'edited') && (
          <button
            type="button"
            class="button small quiet"
            aria-label={say(isOwn ? words.removeName : words.resetName, { title })}
            onClick={() => {
              // The button goes with the student's words.
              line.current?.focus({ preventScroll: true })
              void onReset()
            }}
          >
            {isOwn ? words.remove : words.reset}
          </button>
        )}
      </div>
    </div>
  )
}
