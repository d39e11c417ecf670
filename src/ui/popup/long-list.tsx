import type { ComponentChildren, JSX } from 'preact'
import { useState } from 'preact/hooks'
import { popup } from '../shared/words/en'
import { say } from '../shared/words/say'

const fewLines = 5

/** The first few lines, and the rest on request. */
export function LongList(props: { lines: readonly ComponentChildren[] }): JSX.Element {
  const [isWhole, setWhole] = useState(false)
  const { lines } = props
  return (
    <>
      <ul class="person-lines">{isWhole ? lines : lines.slice(0, fewLines)}</ul>
      {lines.length > fewLines && (
        <button type="button" class="link" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? popup.showFewer : say(popup.showAll, { count: lines.length })}
        </button>
      )}
    </>
  )
}
