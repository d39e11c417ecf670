import type { JSX } from 'preact'

/** A name that leads to its page in the dashboard. */
export function NameLink(props: { text: string; onOpen: () => void }): JSX.Element {
  return (
    <button type="button" class="person-name" onClick={props.onOpen}>
      {props.text}
    </button>
  )
}
