import { message } from '../domain/message'
import { emptyProfile, type Profile, profileSchema } from '../domain/profile/profile'
import type { Store } from './api'
import { commit } from './commit'
import { readLog, type StoreContext } from './context'
import { checkInputOrThrow, readRecordOrThrow, recordShapes } from './records'
import { onlyKey } from './schema'

/** The student's own calendar and signature. */
export function makeProfile(context: StoreContext): Store['profile'] {
  return {
    get: () =>
      readLog(context, async (tx) => {
        const raw = await tx.objectStore('profile').get(onlyKey)
        return raw === undefined ? emptyProfile : readRecordOrThrow<Profile>(recordShapes.profile, raw)
      }),

    async set(profile, moment) {
      const checked = checkInputOrThrow(profileSchema, profile)
      const { changeId } = await commit(context, moment, async () => ({
        edits: [{ kind: 'profile', key: onlyKey, after: checked }],
        what: message('change.profile-set'),
        needs: [],
        answer: null,
      }))
      return { changeId }
    },
  }
}
