import type { JSX } from 'preact'
import type { WatchedRule } from '../../../domain/benchmarks/watched-rule'

/** What a watched rule (R9) says: what was seen, why it matters, what could come next. The student decides. */
export function WatchNotice(props: {
  rules: readonly WatchedRule[]
  ids: readonly string[]
}): JSX.Element | null {
  const seen = props.rules.filter((rule) => props.ids.includes(rule.id))
  if (seen.length === 0) return null
  return (
    <div class="watch" role="note">
      {seen.map((rule) => (
        <p key={rule.id} class="notice">
          <span>
            <strong>{rule.title}.</strong> {rule.why} {rule.next}
          </span>
        </p>
      ))}
    </div>
  )
}
