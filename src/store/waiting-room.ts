import { limits } from '../core/limits.ts'
import type { UserId } from '../core/room.ts'
import { nextRefreshAt } from '../core/waiting.ts'
import { applyWrites } from './apply-writes.ts'
import { type Committer, rethrowKeyTrouble } from './committer.ts'
import type { Database } from './database.ts'
import { situationOfUser } from './load-situation.ts'
import type { Parts } from './parts.ts'
import type { Attended, AttendPlan, Judge } from './store.ts'
import { noEffects } from './write.ts'

/** Most of those who are looked at get an edit; where nothing has changed for many, the next bite goes on with them. */
const looksAtOnce = 50
/** Whose lane holds something else is looked at again so soon. */
const againMs = 60_000

/** Those who wait are kept informed, asked whether they still do, and let go when they do not answer; inside the caller's transaction. */
export function createWaitingRoom(parts: Parts, database: Database, committer: Committer) {
  const { query, prepare } = database
  const outdated = prepare((a: { now: number }) =>
    query
      .selectFrom('ticket')
      .select(['user_id', 'since', 'notice_ref'])
      .where('refresh_at', '<=', a.now)
      .orderBy('refresh_at')
      .limit(looksAtOnce)
      .compile(),
  )
  const silent = prepare((a: { before: number; most: number }) =>
    query
      .selectFrom('ticket')
      .select('user_id')
      .where('asked_at', 'is', null)
      .where('kept_at', '<=', a.before)
      .orderBy('kept_at')
      .limit(a.most)
      .compile(),
  )
  const unanswered = prepare((a: { before: number; most: number }) =>
    query
      .selectFrom('ticket')
      .select('user_id')
      .where('asked_at', '<=', a.before)
      .orderBy('asked_at')
      .limit(a.most)
      .compile(),
  )
  type Moment = 'refresh_at' | 'kept_at' | 'asked_at'
  const setTo = (moment: Moment) =>
    prepare((a: { user: number; at: number }) =>
      query
        .updateTable('ticket')
        .set({ [moment]: a.at })
        .where('user_id', '=', a.user)
        .compile(),
    )
  const [setRefresh, setKept, setAsked] = [setTo('refresh_at'), setTo('kept_at'), setTo('asked_at')]
  const firstOf = (moment: 'refresh_at' | 'asked_at') =>
    prepare((_: object) =>
      query
        .selectFrom('ticket')
        .select(`${moment} as at`)
        .where(moment, 'is not', null)
        .orderBy(moment)
        .limit(1)
        .compile(),
    )
  const [firstRefresh, firstAsked] = [firstOf('refresh_at'), firstOf('asked_at')]
  const firstKept = prepare((_: object) =>
    query
      .selectFrom('ticket')
      .select('kept_at as at')
      .where('asked_at', 'is', null)
      .orderBy('kept_at')
      .limit(1)
      .compile(),
  )

  const runsOutAt = (since: number | null | undefined): number | undefined =>
    typeof since === 'number' ? since + limits.stillThereMs : undefined
  const nextAt = (): Attended['nextAt'] => ({
    refresh: firstRefresh.get({})?.at ?? undefined,
    ask: runsOutAt(firstKept.get({})?.at),
    endSearch: runsOutAt(firstAsked.get({})?.at),
  })

  return {
    /** One bite of what is due. */
    attend(plan: AttendPlan): Attended {
      const { now } = plan
      const lanes = new Set<UserId>()
      const troubles: unknown[] = []
      let { edits, questions } = plan.most
      const act = (user: UserId, judge: Judge): boolean => {
        const attempted = committer.attempt(() => {
          const writes = judge(situationOfUser(parts, user, now))
          const isNews = writes.some(
            (write) =>
              write.kind !== 'post' ||
              write.mark !== 'in-place' ||
              write.actions.some((action) => parts.waitingMessages.isNews(user, action)),
          )
          if (!isNews) return false
          applyWrites(parts, database, { kind: 'user', user }, writes, now)
          return true
        })
        if ('error' in attempted) {
          rethrowKeyTrouble(attempted.error)
          troubles.push(attempted.error)
          return false
        }
        if (attempted.value) lanes.add(user)
        return attempted.value
      }
      /** What waits there would only come late; and who hears nothing from us is not asked, nor let go. */
      const hears = (user: UserId): boolean => parts.outbox.head(user) === undefined
      const before = now - limits.stillThereMs
      // Both say from when on silence counts, before the question and after it: moved on so far, it runs out in a minute.
      const almost = before + againMs

      // Each is put off first: what our code fails on is not due again at once.
      const letGo = unanswered.all({ before, most: Math.min(questions, edits) })
      for (const { user_id: user } of letGo) {
        setAsked.run({ user, at: almost })
        if (!hears(user) || !act(user, plan.endSearch)) continue
        questions -= 1
        edits -= 1
      }
      const asked = silent.all({ before, most: questions })
      for (const { user_id: user } of asked) {
        setKept.run({ user, at: almost })
        if (!hears(user) || !act(user, plan.ask)) continue
        setAsked.run({ user, at: now })
        questions -= 1
      }
      for (const { user_id: user, since, notice_ref: place } of outdated.all({ now })) {
        if (edits === 0) break
        setRefresh.run({ user, at: nextRefreshAt(since, now) })
        if (place && hears(user) && act(user, plan.refresh)) edits -= 1
      }
      return { ...noEffects, lanes, left: { edits, questions }, nextAt: nextAt(), troubles }
    },
  }
}
