import { limits } from '../core/limits.ts'
import type { UserId } from '../core/room.ts'
import { applyWrites } from './apply-writes.ts'
import type { Database } from './database.ts'
import type { createDeliveries } from './deliveries.ts'
import { situationOfUser } from './load-situation.ts'
import type { Parts } from './parts.ts'
import type { Judge, SweepPlan } from './store.ts'
import type { Effects } from './write.ts'

/** How many rooms or messages one sweep deals with at most, so that it never holds up the relay for long. */
const bite = 200

/** What grows old is dealt with here, inside the caller's transaction; retention.ts says how old anything may grow. */
export function createUpkeep(
  parts: Parts,
  database: Database,
  deliveries: ReturnType<typeof createDeliveries>,
) {
  const { query, prepare } = database
  const quietRooms = prepare((a: { before: number }) =>
    query
      .selectFrom('room')
      .select('id')
      .where('ended_at', 'is', null)
      .where('last_word_at', '<=', a.before)
      .where('nudged', '=', 0)
      .limit(bite)
      .compile(),
  )
  const expiredRooms = prepare((a: { before: number }) =>
    query
      .selectFrom('room')
      .select('id')
      .where('ended_at', 'is', null)
      .where('last_word_at', '<=', a.before)
      .limit(bite)
      .compile(),
  )
  const nudge = prepare((a: { room: number }) =>
    query.updateTable('room').set({ nudged: 1 }).where('id', '=', a.room).compile(),
  )
  const users = prepare((a: { room: number }) =>
    query.selectFrom('seat').select('user_id').where('room_id', '=', a.room).compile(),
  )
  const forgetRooms = prepare((a: { before: number }) =>
    query.deleteFrom('room').where('ended_at', '<=', a.before).compile(),
  )
  const forgetCopies = prepare((a: { before: number }) =>
    query.deleteFrom('copy').where('at', '<=', a.before).compile(),
  )

  return {
    sweep(plan: SweepPlan): Effects {
      const { now } = plan
      const lanes = new Set<UserId>()
      const act = (user: UserId, judge: Judge): void => {
        const writes = judge(situationOfUser(parts, user, now))
        const effects = applyWrites(parts, { kind: 'user', user }, writes, now, database.randomId)
        for (const lane of effects.lanes) lanes.add(lane)
      }
      const usersOf = (room: number): number[] =>
        users.all({ room }).flatMap(({ user_id }) => (user_id === null ? [] : [user_id]))

      for (const { id } of expiredRooms.all({ before: now - limits.roomExpiresMs })) {
        for (const user of usersOf(id).slice(0, 1)) act(user, plan.expired)
      }
      for (const { id } of quietRooms.all({ before: now - limits.roomQuietMs })) {
        nudge.run({ room: id })
        for (const user of usersOf(id)) act(user, plan.quiet)
      }
      for (const row of parts.outbox.outdated(now).slice(0, bite)) {
        const why = row.unknowns > 0 ? 'unknown' : 'expired'
        for (const lane of deliveries.giveUp(row, why, now)) lanes.add(lane)
      }
      forgetRooms.run({ before: now - limits.roomRemembersMs })
      forgetCopies.run({ before: now - limits.copyExpiresMs })
      parts.people.sweep(now)
      parts.ledger.sweep(now)
      return { lanes, typing: [], ticketOpened: false }
    },
  }
}
