import type { JSX } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { cleanLine } from '../../../domain/guards/text'
import { common, funnelPage as words } from '../../shared/words/en'
import { LineField } from '../pieces/text-fields'

/** Whether somebody is good to students, and who said so (Q12). */
export function FriendlyForm(props: {
  saidBy: string
  onSave: (answer: 'yes' | 'no', saidBy: string) => Promise<void>
  onCancel: () => void
}): JSX.Element {
  const form = useRef<HTMLFormElement>(null)
  const [saidBy, setSaidBy] = useState(props.saidBy)
  useLayoutEffect(() => form.current?.querySelector('input')?.focus(), [])
  const save = (answer: 'yes' | 'no') => void props.onSave(answer, cleanLine(saidBy, 240))
  return (
    <form
      ref={form}
      class="form"
      onSubmit={(event) => {
        event.preventDefault()
        save('yes')
      }}
    >
      <LineField
        label={words.whoSaid}
        hint={words.whoSaidHint}
        value={saidBy}
        max={240}
        onInput={setSaidBy}
      />
      <div class="form-end">
        <button type="button" class="button" onClick={props.onCancel}>
          {common.cancel}
        </button>
        <button type="button" class="button" onClick={() => save('no')}>
          {words.friendlyNo}
        </button>
        <button type="submit" class="button primary">
          {words.friendlyYes}
        </button>
      </div>
    </form>
  )
}
