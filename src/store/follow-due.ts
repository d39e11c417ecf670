import type { LocalDate } from '../domain/dates'
import type { Store } from './api'

/**
 * Shows how many things are due after every change of the log, for as long as the store is open. The pages of the
 * extension do this as well as the worker: while the worker sleeps no change wakes it, and its badge would stay behind.
 */
export function followDue(
  store: Pick<Store, 'month' | 'subscribe'>,
  today: () => LocalDate,
  show: (due: number) => Promise<void>,
): void {
  const refresh = async () => {
    const view = await store.month.refresh(today())
    await show(view.due)
  }
  store.subscribe(() => {
    // What keeps the month from being made is said where the month is shown.
    refresh().catch((cause) => console.error(cause))
  })
}
