import type { JSX } from 'preact'

const around = 2 * Math.PI * 7

/** How much of something is there, as a ring; full rings carry a check mark. Words beside it say the same. */
export function ProgressRing(props: { count: number; min: number; isDone: boolean }): JSX.Element {
  const share = props.isDone ? 1 : props.min === 0 ? 0 : Math.min(1, props.count / props.min)
  return (
    <svg class="ring" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
      <circle class="ring-track" cx="10" cy="10" r="7" />
      {share > 0 && (
        <circle
          class="ring-share"
          cx="10"
          cy="10"
          r="7"
          stroke-dasharray={`${share * around} ${around}`}
          transform="rotate(-90 10 10)"
        />
      )}
      {props.isDone && <path class="ring-check" d="M7 10.3l2.1 2.1 4-4.6" />}
    </svg>
  )
}
