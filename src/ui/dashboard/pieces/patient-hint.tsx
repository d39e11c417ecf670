import type { JSX } from 'preact'
import { findPatientIdentifiers } from '../../../domain/guards/patient-identifiers'
import { rotationsPage } from '../../shared/words/en'
import { say } from '../../shared/words/say'

/**
 * Says while the student types that something looks like a detail of a patient. It never stands in the way: the student
 * decides. The region is always there, so that what comes into it is read out.
 */
export function PatientHint({ text }: { text: string }): JSX.Element {
  const found = findPatientIdentifiers(text)
  const kinds = [...new Set(found.map((one) => rotationsPage.identifiers[one.kind] ?? ''))].filter(Boolean)
  return (
    <div role="status" class="live">
      {kinds.length > 0 && (
        <p class="notice">
          {say(rotationsPage.patientFound, {
            kinds: kinds.join(', '),
            text: found[0] ? text.slice(found[0].start, found[0].end) : '',
          })}
        </p>
      )}
    </div>
  )
}
