import type { ComponentChildren, JSX } from 'preact'
import { useWish } from './use-wish'

/** A labelled check box whose state is in the log. `onChange` answers false when it could not be saved. */
export function LiveTick(props: {
  isOn: boolean
  isDisabled?: boolean
  onChange: (isOn: boolean) => Promise<boolean>
  children: ComponentChildren
}): JSX.Element {
  const [isShown, choose] = useWish(props.isOn, props.onChange)
  return (
    <label class="tick">
      <input
        type="checkbox"
        checked={isShown}
        disabled={props.isDisabled ?? false}
        onChange={(event) => choose(event.currentTarget.checked)}
      />
      <span>{props.children}</span>
    </label>
  )
}
