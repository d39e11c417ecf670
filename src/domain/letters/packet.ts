import type { TemplateValues } from '../templates/fill-template'
import { slotKey } from '../templates/parse-template'
import type { TemplateSeed } from '../templates/template-seed'
import type { Letter } from './letter'

/** Points that a packet lists (R4.9): fewer say little, more are not read. */
export const packetPoints = { min: 3, max: 4 } as const

/** The longest point; the record holds no more. */
export const pointLength = 300

/**
 * The points of a letter as values of the packet's mail (T14): its slots for points, in their order. `due` is the agreed
 * day in words, or empty.
 */
export function listPacketValues(
  slots: TemplateSeed['slots'],
  letter: Pick<Letter, 'highlights'>,
  due: string,
): TemplateValues {
  const values: TemplateValues = {}
  const places = slots.filter((slot) => /\bpoint\b/.test(slot.label))
  for (const [at, slot] of places.entries()) {
    const point = letter.highlights[at]
    if (point) values[slotKey(slot.label)] = point
  }
  const deadline = slots.find((slot) => /\bdeadline\b/.test(slot.label))
  if (deadline && due) values[slotKey(deadline.label)] = due
  return values
}
