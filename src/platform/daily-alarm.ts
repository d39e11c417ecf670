import { browser } from './browser'
import { untilTomorrow } from './moment'

const name = 'day'

/**
 * Sees to it that an alarm goes off just after the next local midnight, when stage, due dates and badge change. Called
 * at every start of the worker, because alarms may be lost on an update or restart; a missed one goes off at once.
 */
export async function keepDailyAlarm(): Promise<void> {
  // A little after midnight, so that the date has surely changed.
  const next = Date.now() + untilTomorrow() + 5_000
  const alarm = await browser.alarms.get(name)
  if (alarm && Math.abs(alarm.scheduledTime - next) < 60_000) return
  await browser.alarms.create(name, { when: next })
}
