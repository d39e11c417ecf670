import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'

/** A toast stays this long (ms) after the pointer or the focus has left it. */
const stay = 12_000

/**
 * One line at the foot of the page with what can still be done about it. It stays at least ten seconds, and while it
 * is hovered or focused.
 */
export function Toast(props: {
  text: string
  actions: { label: string; act: () => void }[]
  onGone: () => void
}): JSX.Element {
  const [isHeld, setHeld] = useState(false)
  const gone = useRef(props.onGone)
  gone.current = props.onGone
  useEffect(() => {
    if (isHeld) return
    const timer = setTimeout(() => gone.current(), stay)
    return () => clearTimeout(timer)
  }, [isHeld, props.text])
  return (
    // Not a control: these only hold the toast while someone is at it.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <div
      class="toast"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocusIn={() => setHeld(true)}
      onFocusOut={() => setHeld(false)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.onGone()
      }}
    >
      <p role="status">{props.text}</p>
      {props.actions.map(({ label, act }) => (
        <button
          key={label}
          type="button"
          class="link"
          onClick={(event) => {
            if (event.isTrusted) act()
          }}
        >
          {label}
        </button>
      ))}
    </div>
  )
}
