import type { RoomId, UserId } from '../core/room.ts'
import type { Database } from './database.ts'

export type AgainWishes = ReturnType<typeof createAgainWishes>

/** Two who both would meet again. */
export interface Reunion {
  readonly room: RoomId
  readonly pair: Buffer
  readonly endedAt: number
  readonly users: readonly [UserId, UserId]
}

/**
 * Who would meet whom again, as it stands in past rooms. A room is due when the second of the two has said so, and again whenever one of
 * them leaves another room: nobody need look through all wishes.
 */
export function createAgainWishes({ query, prepare }: Database) {
  const columns = ['wants_0', 'wants_1'] as const
  const set = columns.map((mine) =>
    prepare((a: { room: number; user: number }) =>
      query
        .updateTable('past_room')
        .set({ [mine]: a.user })
        .where('room_id', '=', a.room)
        .compile(),
    ),
  )
  const setDue = prepare((a: { room: number }) =>
    query
      .updateTable('past_room')
      .set({ due: 1 })
      .where('room_id', '=', a.room)
      .where('wants_0', 'is not', null)
      .where('wants_1', 'is not', null)
      .compile(),
  )
  const clearDue = prepare((a: { room: number }) =>
    query.updateTable('past_room').set({ due: 0 }).where('room_id', '=', a.room).compile(),
  )
  const free = columns.map((mine) =>
    prepare((a: { room: number }) =>
      query
        .updateTable('past_room')
        .set({ due: 1 })
        .where(mine, 'in', (seats) =>
          seats
            .selectFrom('seat')
            .select('user_id')
            .where('room_id', '=', a.room)
            .where('user_id', 'is not', null),
        )
        .where(mine === 'wants_0' ? 'wants_1' : 'wants_0', 'is not', null)
        .compile(),
    ),
  )
  const drop = columns.map((mine) =>
    prepare((a: { user: number }) =>
      query
        .updateTable('past_room')
        .set({ [mine]: null, due: 0 })
        .where(mine, '=', a.user)
        .compile(),
    ),
  )
  const dropPair = columns.map((mine) =>
    prepare((a: { user: number; pair: Buffer }) =>
      query
        .updateTable('past_room')
        .set({ [mine]: null, due: 0 })
        .where('pair', '=', a.pair)
        .where(mine, '=', a.user)
        .compile(),
    ),
  )
  const due = prepare((a: { most: number }) =>
    query
      .selectFrom('past_room')
      .select(['room_id', 'pair', 'ended_at', 'wants_0', 'wants_1'])
      .where('due', '=', 1)
      .orderBy('room_id')
      .limit(a.most)
      .compile(),
  )
  /** Until when what is due is left alone. Of this process: after a restart it is tried at once. */
  const putOffUntil = new Map<RoomId, number>()
  const firstDue = () =>
    due.all({ most: putOffUntil.size + 1 }).find(({ room_id }) => !putOffUntil.has(room_id))

  return {
    /** `seat` is theirs in that room. */
    want(room: RoomId, seat: 0 | 1, user: UserId): void {
      set[seat]?.run({ room, user })
      setDue.run({ room })
    },
    /** The room has ended: whoever was in it may meet somebody again. */
    freed(room: RoomId): void {
      for (const statement of free) statement.run({ room })
    },
    /** The user has blocked the other one. What that one has wished for stays as they see it, and comes to nothing. */
    dropOf(pair: Buffer, user: UserId): void {
      for (const statement of dropPair) statement.run({ pair, user })
    },
    /** The user cannot be reached any more. */
    dropAll(user: UserId): void {
      for (const statement of drop) statement.run({ user })
    },
    isAnyDue: (): boolean => firstDue() !== undefined,
    /** The next that is due, and is not any more. */
    takeDue(now: number): Reunion | undefined {
      for (const [room, until] of putOffUntil) if (until <= now) putOffUntil.delete(room)
      for (;;) {
        const row = firstDue()
        if (!row) return undefined
        const { room_id: room, pair, ended_at: endedAt, wants_0, wants_1 } = row
        clearDue.run({ room })
        // Unless one of them has been forgotten since.
        if (wants_0 !== null && wants_1 !== null)
          return { room, pair, endedAt, users: [wants_0, wants_1] }
      }
    },
    /** What has been taken is due once more, at `until`. */
    putOff(room: RoomId, until: number): void {
      setDue.run({ room })
      putOffUntil.set(room, until)
    },
    /** When the first of what has been put off is to be looked at. */
    nextDueAt: (): number | undefined =>
      putOffUntil.size === 0 ? undefined : Math.min(...putOffUntil.values()),
  }
}
