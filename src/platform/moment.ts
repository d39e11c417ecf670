/** Time and ids for a write, in the shape `Store` asks for. */
interface DeviceMoment {
  /** ISO time with the device's offset. */
  now: string
  /** The device's calendar date, `YYYY-MM-DD`. */
  today: string
  /** A new random id at each call. */
  newId: () => string
}

/** The moment as this device has it: its clock, its zone, its randomness. `clock` is for tests. */
export function momentNow(clock: Date = new Date()): DeviceMoment {
  return { now: isoWithOffset(clock), today: localDateOf(clock), newId: () => crypto.randomUUID() }
}

/** IANA name of the device's time zone; empty when the browser does not tell. */
export function deviceZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone ?? ''
}

/** Milliseconds until the device's next midnight, which is 23 to 25 hours after the last one. */
export function untilTomorrow(clock: Date = new Date()): number {
  const midnight = new Date(clock.getFullYear(), clock.getMonth(), clock.getDate() + 1)
  return midnight.getTime() - clock.getTime()
}

function localDateOf(clock: Date): string {
  return `${String(clock.getFullYear()).padStart(4, '0')}-${pad(clock.getMonth() + 1)}-${pad(clock.getDate())}`
}

/** `2026-11-22T09:05:03.120-06:00` */
function isoWithOffset(clock: Date): string {
  const offset = -clock.getTimezoneOffset()
  const sign = offset < 0 ? '-' : '+'
  const zone = `${sign}${pad(Math.floor(Math.abs(offset) / 60))}:${pad(Math.abs(offset) % 60)}`
  const time = [clock.getHours(), clock.getMinutes(), clock.getSeconds()].map(pad).join(':')
  return `${localDateOf(clock)}T${time}.${String(clock.getMilliseconds()).padStart(3, '0')}${zone}`
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}
