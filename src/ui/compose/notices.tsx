import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { compose as words } from '../shared/words/en'

/** A notice stays this long (ms) after pointer and focus have left it. */
const stay = 12_000

export interface Notice {
  key: number
  text: string
  actions: { label: string; act: () => void }[]
  /** Stays until it is answered. */
  isQuestion: boolean
}

/** Lines at the foot of the page, with what can still be done about each. */
export function Notices(props: { notices: readonly Notice[]; onGone: (key: number) => void }): JSX.Element {
  return (
    <div class="notices" role="status">
      {props.notices.map((notice) => (
        <NoticeCard key={notice.key} notice={notice} onGone={() => props.onGone(notice.key)} />
      ))}
    </div>
  )
}

function NoticeCard(props: { notice: Notice; onGone: () => void }): JSX.Element {
  const { notice } = props
  const [isHovered, setHovered] = useState(false)
  const [isFocused, setFocused] = useState(false)
  const gone = useRef(props.onGone)
  gone.current = props.onGone
  const isHeld = isHovered || isFocused || notice.isQuestion
  useEffect(() => {
    if (isHeld) return
    const timer = setTimeout(() => gone.current(), stay)
    return () => clearTimeout(timer)
  }, [isHeld])
  return (
    <div
      class={notice.isQuestion ? 'notice question' : 'notice'}
      onPointerEnter={() => setHovered(true)}
      onPointerLeave={() => setHovered(false)}
      onFocusIn={() => setFocused(true)}
      onFocusOut={() => setFocused(false)}
    >
      <span class="notice-text">{notice.text}</span>
      {notice.actions.map(({ label, act }) => (
        <button key={label} type="button" class="notice-action" onClick={(event) => event.isTrusted && act()}>
          {label}
        </button>
      ))}
      <button
        type="button"
        class="quiet"
        aria-label={words.close}
        onClick={(event) => event.isTrusted && props.onGone()}
      >
        ×
      </button>
    </div>
  )
}
