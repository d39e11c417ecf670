import type { ComponentChildren, JSX } from 'preact'
import { useErrorBoundary } from 'preact/hooks'
import { common } from './words/en'

/** Catches a fault while drawing: says that nothing is lost, and offers to start the page again. */
export function ErrorBoundary(props: { children: ComponentChildren }): JSX.Element {
  const [error] = useErrorBoundary((cause) => console.error(cause))
  if (!error) return <>{props.children}</>
  return (
    <div class="notice" role="alert">
      <p>{common.unexpected}</p>
      <button type="button" class="button" onClick={() => location.reload()}>
        {common.reload}
      </button>
    </div>
  )
}
