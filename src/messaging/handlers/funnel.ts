import type { LocalDate } from '../../domain/dates'
import { readReach } from '../../domain/funnel/reach'
import { isInFunnel, standOn } from '../../domain/funnel/standing'
import type { Store } from '../../store/api'
import type { Response } from '../protocol'

type Checked = Omit<Response<'capture.check'>, 'funnel'>

/** Adds what the search for a research mentor says of somebody on a page: their standing, and R9.1 before a fourth letter. */
export async function addFunnel(
  store: Store,
  checked: Checked,
  today: LocalDate,
): Promise<Response<'capture.check'>> {
  const { person } = checked
  const [view, touches] = await Promise.all([
    store.month.refresh(today),
    person ? store.touches.of(person.id) : [],
  ])
  const candidate = person && {
    roles: person.roles,
    friendly: person.studentFriendly.answer,
    reach: readReach(touches),
  }
  const awaited = view.waiting.find((one) => one.person.id === person?.id) ?? null
  const others = view.cold.people.filter((one) => one.id !== person?.id)
  const names = view.funnel.steps.find((step) => step.id === 'names')
  return {
    ...checked,
    funnel: {
      standing: candidate && isInFunnel(candidate) ? standOn(candidate, awaited, today) : null,
      names: names ? { count: names.count, min: names.min, max: names.max } : null,
      cold: others.length >= view.cold.most ? others.map((one) => one.shown) : [],
    },
  }
}
