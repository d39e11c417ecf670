import { type FoldedName, fitLocalPart, readLocalPart } from './email-owner'
import { isOfficePart } from './office-words'

/** What a page says about an address beside the address itself. */
export interface AddressPlace {
  /** It stands in the person's own block (card, contact box), or is labelled as theirs. */
  isOwn: boolean
  /** No other address stands there. */
  isAlone: boolean
  /** The words around it name somebody else's post or an office ("Assistant:", "Program coordinator"). */
  isOthers: boolean
}

export interface AddressJudgement {
  /** How well the local part names the person, 0–4 as in `fitLocalPart`. */
  fit: number
  /** It may be taken without asking. */
  certain: boolean
  /** Worth asking about; an address that is neither certain nor worth it belongs to somebody else. */
  isOffered: boolean
}

/** Words around an address that make it another's. */
const othersWords =
  /\b(assistant|coordinator|co-ordinator|secretary|administrat\w+|webmaster|web ?site|scheduling|appointments?|support|help ?desk|media|press|inquir\w+|enquir\w+|questions|general|department|office manager|contact person|lab manager|reception|admissions|referrals?|feedback|accessibility)\b/i

/** True when a label or line in front of an address says that somebody else reads it; an assistant professor's does not. */
export function isOthersLabel(text: string): boolean {
  return othersWords.test(
    text
      .slice(0, 300)
      .replace(
        /\bas+is*t+[ae]nt\s+(clinical |research |teaching |adjunct )?prof\w*|\bassistant (dean|director)/gi,
        '',
      ),
  )
}

/** "jspanbau" of Spanbauer, "stu" of Stuart: what short account names leave of a name. */
function isCutName(joined: string, { families, firsts, given, initials }: FoldedName): boolean {
  if (joined.length >= 3 && given.some((one) => one.startsWith(joined))) return true
  if (joined.length < 5) return false
  return families.some((family) =>
    [family, (initials[0] ?? '') + family, initials + family, ...firsts.map((first) => first + family)].some(
      (whole) => whole.startsWith(joined),
    ),
  )
}

/** Judges whose address this is: by its local part, and by where it stands. */
export function judgeAddress(address: string, name: FoldedName, place: AddressPlace): AddressJudgement {
  const local = readLocalPart(address)
  const named = fitLocalPart(local, name)
  const fit = named < 2 && isCutName(local.joined, name) ? 2 : named
  const isPlaced = place.isOwn && !place.isOthers
  const certain = fit >= 3 || (fit === 2 && isPlaced) || (isPlaced && place.isAlone && !isOfficePart(local))
  return { fit, certain, isOffered: certain || fit > 0 || isPlaced }
}
