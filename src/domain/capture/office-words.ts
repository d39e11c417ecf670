import type { LocalPart } from './email-owner'

/** Local parts that belong to an office, whoever stands beside them. */
const officeWords = new Set(
  (
    'info contact contacts office admin administration administrator secretary secretariat sekretariat department dept division mail email post ' +
    'enquiries inquiries enquiry inquiry reception webmaster postmaster press media news help helpdesk support service services noreply reply ' +
    'editor editorial journal library research studies study trial trials registry lab laboratory clinic hospital school college university ' +
    'faculty institute center centre team group consortium committee correspondence corresponding author'
  ).split(' '),
)

/** True for the local part of an office: "info", "surgery.admissions-office". */
export function isOfficePart({ pieces }: LocalPart): boolean {
  return pieces.some((piece) => officeWords.has(piece))
}
