import type { NamedRoom, RoomId, UserId } from '../core/room.ts'
import { firstAndSecond, mineAndTheirs } from './both-seats.ts'
import type { Database } from './database.ts'
import { identityReader } from './identity.ts'
import { must } from '../lib/must.ts'

export type Blocks = ReturnType<typeof createBlocks>

/**
 * Who never meets again. A pair is known by a keyed hash of both identities, whoever is named first: it says nothing without the key, needs
 * no user row, and is the same when somebody comes back with a new one.
 */
export function createBlocks(database: Database) {
  const { query, prepare, keyring } = database
  const identityOf = identityReader(database)
  const find = prepare((a: { pair: Buffer }) =>
    query.selectFrom('blocked_pair').select('pair').where('pair', '=', a.pair).compile(),
  )
  const add = prepare((a: { pair: Buffer }) =>
    query
      .insertInto('blocked_pair')
      .values({ pair: a.pair })
      .onConflict((clash) => clash.doNothing())
      .compile(),
  )
  const pairOfRoom = prepare((a: { room: number }) =>
    query.selectFrom('room').select('pair').where('id', '=', a.room).compile(),
  )
  const pairOfPastRoom = prepare((a: { room: number }) =>
    query.selectFrom('past_room').select('pair').where('room_id', '=', a.room).compile(),
  )
  const named = prepare((a: { room: number; user: number; since: number }) =>
    mineAndTheirs(query)
      .select(['theirs.pseudonym', 'room.pair', 'mine.rated'])
      .where('mine.room_id', '=', a.room)
      .where('mine.user_id', '=', a.user)
      .where('room.pair', 'is not', null)
      .where(({ or, eb }) =>
        or([eb('room.ended_at', 'is', null), eb('room.ended_at', '>', a.since)]),
      )
      .compile(),
  )
  // Also what is on its way at this moment: should it fail, it is not tried again.
  const dropWaiting = prepare((a: { lane: number; pair: Buffer }) =>
    query
      .deleteFrom('outbox')
      .where('lane_id', '=', a.lane)
      .where('author', 'is not', null)
      .where(({ or, exists, selectFrom }) =>
        or([
          exists(
            selectFrom('room')
              .select('room.id')
              .whereRef('room.id', '=', 'outbox.room_id')
              .where('room.pair', '=', a.pair),
          ),
          exists(
            selectFrom('past_room')
              .select('past_room.room_id')
              .whereRef('past_room.room_id', '=', 'outbox.room_id')
              .where('past_room.pair', '=', a.pair),
          ),
        ]),
      )
      .compile(),
  )
  const pairless = prepare((_: object) =>
    firstAndSecond(query)
      .select(['room.id', 'a.user_id as a', 'b.user_id as b'])
      .where('room.pair', 'is', null)
      .compile(),
  )
  const setPair = prepare((a: { room: number; pair: Buffer }) =>
    query.updateTable('room').set({ pair: a.pair }).where('id', '=', a.room).compile(),
  )

  const pairsOf = (a: UserId): ((b: UserId) => Buffer) => {
    const known = identityOf(a)
    return (b) => keyring.hash('pair', [known, identityOf(b)].toSorted().join(' '))
  }
  const pairOf = (a: UserId, b: UserId): Buffer => pairsOf(a)(b)

  const isOf = (room: RoomId, pair: Buffer): boolean =>
    pairOfRoom.get({ room })?.pair?.equals(pair) ?? false

  return {
    pairOf,
    /** Whether the two of this room are that pair. */
    isOf,
    /** For somebody who is looked at with several others in turn. */
    pairsOf,
    isBlocked: (pair: Buffer): boolean => find.get({ pair }) !== undefined,
    /** From here on the two of this room never meet again, and nothing that waits for `user` from the other one arrives. Returns the pair. */
    block(room: RoomId, user: UserId): Buffer {
      const { pair } = pairOfRoom.get({ room }) ?? pairOfPastRoom.get({ room }) ?? { pair: null }
      const known = must(pair ?? undefined, 'of a room that can be named the pair is known')
      add.run({ pair: known })
      dropWaiting.run({ lane: user, pair: known })
      return known
    },
    named(room: RoomId, user: UserId, since: number, present?: RoomId): NamedRoom | undefined {
      const row = named.get({ room, user, since })
      if (!row?.pair) return undefined
      const isPresent = present !== undefined && isOf(present, row.pair)
      return {
        id: room,
        partner: row.pseudonym,
        isPresent,
        rated: row.rated ?? undefined,
        wantsAgain: false,
        isRemembered: true,
      }
    },
    /** Called once at the start: for rooms that an earlier version opened. */
    fillPairs(): void {
      for (const { id, a, b } of pairless.all({}))
        if (a !== null && b !== null) setPair.run({ room: id, pair: pairOf(a, b) })
    },
  }
}
