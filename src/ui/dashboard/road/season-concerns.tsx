import type { JSX } from 'preact'
import type { Profile } from '../../../domain/profile/profile'
import { Field } from '../../shared/field'
import { Select } from '../../shared/select'
import { roadPage } from '../../shared/words/en'
import { sayError } from '../../shared/words/say-message'
import type { PageTools } from '../doors'
import { LiveTick } from '../pieces/live-tick'
import { useWish } from '../pieces/use-wish'

const words = roadPage

/** Degree and military match: they decide which exams and dates concern the student. Saved at once, with a way back. */
export function SeasonConcerns(props: PageTools & { profile: Profile }): JSX.Element {
  const { store, doors, note, profile } = props
  const change = async (part: Partial<Profile>) => {
    try {
      const before = await store.profile.get()
      const { changeId } = await store.profile.set({ ...before, ...part }, doors.momentNow())
      note(words.concernsSaved, changeId)
      return true
    } catch (error) {
      note(sayError(error))
      return false
    }
  }
  const [degree, chooseDegree] = useWish<string>(profile.degree, (value) =>
    change({ degree: value as Profile['degree'] }),
  )
  return (
    <fieldset class="signs">
      <legend>{words.concerns}</legend>
      <div class="columns concerns">
        <Field label={words.degree} hint={words.concernsHint}>
          {(links) => (
            <Select
              {...links}
              value={degree}
              options={Object.entries(words.degrees)}
              onChange={chooseDegree}
            />
          )}
        </Field>
        <LiveTick isOn={profile.military} onChange={(military) => change({ military })}>
          {words.military}
        </LiveTick>
      </div>
    </fieldset>
  )
}
