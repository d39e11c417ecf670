import type { ComponentChildren, JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Icon } from '../shared/icon'

/** A line that opens. What is in it is drawn once it is open. */
export function Fold(props: { title: string; note: string; children: ComponentChildren }): JSX.Element {
  const [isOpen, setOpen] = useState(false)
  return (
    <details class="fold" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Icon name="chevron" />
        <span class="fold-title">{props.title}</span>
        {props.note && <span class="goal-progress">{props.note}</span>}
      </summary>
      {isOpen && <div class="fold-body">{props.children}</div>}
    </details>
  )
}
