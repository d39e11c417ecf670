import type { LocalDate } from '../dates'
import type { Remark, RemarkKind } from './remark'

/** What each kind of remark holds besides its text and day. */
export interface RemarkFields {
  /** Whom or what it is about. */
  about: boolean
  program: boolean
  tier: boolean
  /** It is open until something was done about it. */
  closes: boolean
}

const none: RemarkFields = { about: false, program: false, tier: false, closes: false }

export const remarkFields: Record<RemarkKind, RemarkFields> = {
  'realistic-tier': { ...none, tier: true, program: true },
  'would-write-to': { ...none, about: true, program: true, closes: true },
  offer: { ...none, about: true, program: true, closes: true },
  'mild-connection': { ...none, about: true, program: true },
  'friendly-service': { ...none, about: true, program: true },
  'summer-plan': none,
  'specialty-explored': { ...none, about: true },
  'carry-on': none,
}

/** True while a remark waits for something to be done: an offer without its kit, a name nobody was asked to write to. */
export function isOpenRemark(remark: Remark): boolean {
  return remarkFields[remark.kind].closes && remark.closedOn === null
}

/** The remark dealt with on `day`, or (`null`) open again. */
export function closeRemark(remark: Remark, day: LocalDate | null): Remark {
  return { ...remark, closedOn: day }
}

/** The first thing that a remark of this kind cannot do without and that is not there; null when nothing is missing. */
export function findMissingPart(
  remark: Pick<Remark, 'kind' | 'about' | 'text' | 'tier'>,
): 'about' | 'text' | 'tier' | null {
  switch (remark.kind) {
    case 'realistic-tier':
      return remark.tier === 'unknown' ? 'tier' : null
    case 'would-write-to':
    case 'mild-connection':
    case 'friendly-service':
    case 'specialty-explored':
      return remark.about === '' ? 'about' : null
    case 'offer':
    case 'summer-plan':
      return remark.text === '' && remark.about === '' ? 'text' : null
    case 'carry-on':
      return null
  }
}
