import { sql } from 'kysely'
import { limits } from '../core/limits.ts'
import type { UserId } from '../core/room.ts'
import { applyWrites } from './apply-writes.ts'
import { type Committer, rethrowKeyTrouble } from './committer.ts'
import type { Database } from './database.ts'
import type { createDeliveries } from './deliveries.ts'
import { situationOfUser } from './load-situation.ts'
import type { Parts } from './parts.ts'
import type { Judge, SweepPlan, Swept } from './store.ts'
import { noEffects } from './write.ts'

// How much one unit of work deals with, so that none holds up the relay for long.
const roomsAtOnce = 50
const rowsAtOnce = 1000
/** More than can be under way at once: those stay, and must not hide what waits behind them. */
const requestsAtOnce = 256

const rowid = sql<number>`rowid`

/** What grows old is dealt with here, inside the caller's transaction; retention.ts says how old anything may grow. */
export function createUpkeep(
  parts: Parts,
  database: Database,
  deliveries: ReturnType<typeof createDeliveries>,
  committer: Committer,
) {
  const { query, prepare } = database
  const quietRooms = prepare((a: { before: number }) =>
    query
      .selectFrom('room')
      .select('id')
      .where('ended_at', 'is', null)
      .where('nudged', '=', 0)
      .where('last_word_at', '<=', a.before)
      .limit(roomsAtOnce)
      .compile(),
  )
  const expiredRooms = prepare((a: { before: number }) =>
    query
      .selectFrom('room')
      .select('id')
      .where('ended_at', 'is', null)
      .where('nudged', 'in', [0, 1])
      .where('last_word_at', '<=', a.before)
      .limit(roomsAtOnce)
      .compile(),
  )
  const nudge = prepare((a: { room: number }) =>
    query.updateTable('room').set({ nudged: 1 }).where('id', '=', a.room).compile(),
  )
  const users = prepare((a: { room: number }) =>
    query.selectFrom('seat').select('user_id').where('room_id', '=', a.room).compile(),
  )
  const forgetRooms = prepare((a: { before: number }) =>
    query
      .deleteFrom('room')
      .where('id', 'in', (forget) =>
        forget
          .selectFrom('room')
          .select('id')
          .where('ended_at', '<=', a.before)
          .orderBy('ended_at')
          .limit(rowsAtOnce),
      )
      .compile(),
  )
  // Row ids rise with time, here and in the outbox: the oldest are found without an index, which every message would pay for.
  const forgetCopies = prepare((a: { before: number }) =>
    query
      .deleteFrom('copy')
      .where((copy) =>
        copy(
          rowid,
          'in',
          copy
            .selectFrom(
              copy
                .selectFrom('copy')
                .select([rowid.as('row'), 'at'])
                .orderBy(rowid)
                .limit(rowsAtOnce)
                .as('oldest'),
            )
            .select('oldest.row')
            .where('oldest.at', '<=', a.before),
        ),
      )
      .compile(),
  )
  const outdatedRequests = prepare((a: { before: number }) =>
    query
      .selectFrom((oldest) =>
        oldest
          .selectFrom('outbox')
          .select(['id', 'author', 'lane_id', 'mark', 'unknowns', 'in_flight', 'created_at'])
          .orderBy('id')
          .limit(requestsAtOnce)
          .as('oldest'),
      )
      .select(['id', 'author', 'lane_id', 'mark', 'unknowns'])
      .where('created_at', '<', a.before)
      .where('in_flight', '=', 0)
      .compile(),
  )

  return {
    /** One bite of the first thing that is due. */
    sweep(plan: SweepPlan): Swept {
      const { now } = plan
      const lanes = new Set<UserId>()
      const troubles: unknown[] = []
      const alone = (part: () => Iterable<UserId>): void => {
        const attempted = committer.attempt(part)
        if ('value' in attempted) {
          for (const lane of attempted.value) lanes.add(lane)
          return
        }
        rethrowKeyTrouble(attempted.error)
        troubles.push(attempted.error)
      }
      const act = (user: UserId, judge: Judge): void =>
        alone(() => {
          const writes = judge(situationOfUser(parts, user, now))
          const actor = { kind: 'user', user } as const
          return applyWrites(parts, database, actor, writes, now).lanes
        })
      const usersOf = (room: number): number[] =>
        users.all({ room }).flatMap(({ user_id }) => (user_id === null ? [] : [user_id]))

      const giveUpOutdated = (): boolean => {
        const rows = outdatedRequests.all({ before: now - limits.deliveryExpiresMs })
        for (const row of rows) {
          alone(() => deliveries.giveUp(row, row.unknowns > 0 ? 'unknown' : 'expired', now))
          // Told or not, it may not stay.
          parts.outbox.remove(row.id)
        }
        return rows.length > 0
      }
      const closeExpired = (): boolean => {
        const rooms = expiredRooms.all({ before: now - limits.roomExpiresMs - limits.wordGrainMs })
        for (const { id } of rooms) {
          for (const user of usersOf(id).slice(0, 1)) act(user, plan.expired)
          // Told or not, it may not stay.
          parts.rooms.close(id, 'expired', now)
        }
        return rooms.length === roomsAtOnce
      }
      const nudgeQuiet = (): boolean => {
        const rooms = quietRooms.all({ before: now - limits.roomQuietMs - limits.wordGrainMs })
        for (const { id } of rooms) {
          nudge.run({ room: id })
          for (const user of usersOf(id)) act(user, plan.quiet)
        }
        return rooms.length === roomsAtOnce
      }

      // What only erases comes first: it needs no key and no words.
      const more =
        parts.ledger.sweep(now) ||
        forgetCopies.run({ before: now - limits.copyExpiresMs }).changes === rowsAtOnce ||
        forgetRooms.run({ before: now - limits.roomRemembersMs }).changes === rowsAtOnce ||
        giveUpOutdated() ||
        closeExpired() ||
        nudgeQuiet()
      if (!more) {
        parts.heldBack.sweep(now - limits.consentMs)
        parts.prompts.sweep(now - limits.promptRepliesMs)
        parts.waitCounts.sweep(now)
        parts.pastRooms.sweep(now)
        parts.people.sweep(now)
      }
      return { ...noEffects, lanes, more, troubles }
    },
  }
}
