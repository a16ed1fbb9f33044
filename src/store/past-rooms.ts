import type { NamedRoom, RoomId, UserId } from '../core/room.ts'
import { limits } from '../core/limits.ts'
import { firstAndSecond } from './both-seats.ts'
import type { Database } from './database.ts'
import { identityReader } from './identity.ts'

export interface PastRoom extends Pick<NamedRoom, 'partner' | 'wantsAgain'> {
  readonly pair: Buffer
  /** Which of the two the user was. */
  readonly seat: 0 | 1
}

/** In `met`: whose wish has been used up. */
const metBit = [1, 2] as const

export type PastRooms = ReturnType<typeof createPastRooms>

/**
 * What is left of rooms for a day: the pair as a keyed hash, so that people meet others first and can still block, and who of the two would meet again. Who
 * was in a room is known by a keyed hash of both, so that a tap can be believed and nothing else be read.
 */
export function createPastRooms(database: Database) {
  const { query, prepare, keyring } = database
  const identityOf = identityReader(database)
  const add = prepare(
    (a: {
      room: number
      pair: Buffer
      now: number
      member0: Buffer
      member1: Buffer
      pseudonym0: Buffer
      pseudonym1: Buffer
    }) =>
      query
        .insertInto('past_room')
        .values({
          room_id: a.room,
          pair: a.pair,
          ended_at: a.now,
          member_0: a.member0,
          member_1: a.member1,
          pseudonym_0: a.pseudonym0,
          pseudonym_1: a.pseudonym1,
        })
        .compile(),
  )
  const setEnded = prepare((a: { room: number; now: number }) =>
    query.updateTable('past_room').set({ ended_at: a.now }).where('room_id', '=', a.room).compile(),
  )
  const findPair = prepare((a: { pair: Buffer; after: number }) =>
    query
      .selectFrom('past_room')
      .select('room_id')
      .where('pair', '=', a.pair)
      .where('ended_at', '>', a.after)
      .limit(1)
      .compile(),
  )
  const get = prepare((a: { room: number }) =>
    query.selectFrom('past_room').selectAll().where('room_id', '=', a.room).compile(),
  )
  const ofPair = prepare((a: { pair: Buffer; after: number }) =>
    query
      .selectFrom('past_room')
      .select(['room_id', 'member_0', 'member_1', 'rated_0', 'rated_1'])
      .where('pair', '=', a.pair)
      .where('ended_at', '>', a.after)
      .compile(),
  )
  const useUp = (['wants_0', 'wants_1'] as const).map((wants, seat) =>
    prepare((a: { pair: Buffer }) =>
      query
        .updateTable('past_room')
        .set((row) => ({
          met: row('met', '|', metBit[seat] ?? 0),
          [wants]: null,
          due: 0,
        }))
        .where('pair', '=', a.pair)
        .where(wants, 'is not', null)
        .compile(),
    ),
  )
  const setRated = (['rated_0', 'rated_1'] as const).map((mine) =>
    prepare((a: { room: number }) =>
      query
        .updateTable('past_room')
        .set({ [mine]: 1 })
        .where('room_id', '=', a.room)
        .compile(),
    ),
  )
  const unknown = prepare((_: object) =>
    firstAndSecond(query)
      .select(['room.id', 'room.pair', 'room.opened_at'])
      .select(['a.user_id as a', 'b.user_id as b', 'a.pseudonym as a_is', 'b.pseudonym as b_is'])
      .where('room.ended_at', 'is', null)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('past_room').select('room_id').whereRef('past_room.room_id', '=', 'room.id'),
          ),
        ),
      )
      .compile(),
  )
  const forget = prepare((a: { before: number }) =>
    query
      .deleteFrom('past_room')
      .where('ended_at', '<=', a.before)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('room')
              .select('room.id')
              .whereRef('room.id', '=', 'past_room.room_id')
              .where('room.ended_at', 'is', null),
          ),
        ),
      )
      .compile(),
  )

  const memberOf = (room: RoomId, user: UserId): Buffer =>
    keyring.hash('member', `${room} ${identityOf(user)}`)

  const seatOf = (
    row: { readonly room_id: number; readonly member_0: Buffer; readonly member_1: Buffer },
    user: UserId,
  ): 0 | 1 | undefined => {
    const me = memberOf(row.room_id, user)
    if (row.member_0.equals(me)) return 0
    return row.member_1.equals(me) ? 1 : undefined
  }

  const open = (
    room: RoomId,
    pair: Buffer,
    [one, other]: readonly [UserId, UserId],
    [pseudonym0, pseudonym1]: readonly [string, string],
    now: number,
  ): void => {
    const members = { member0: memberOf(room, one), member1: memberOf(room, other) }
    add.run({
      room,
      pair,
      now,
      ...members,
      pseudonym0: keyring.seal(pseudonym0),
      pseudonym1: keyring.seal(pseudonym1),
    })
  }

  return {
    open,
    /** Called once at the start: for rooms that an earlier version opened. */
    fill(): void {
      for (const { id, pair, a, b, a_is, b_is, opened_at } of unknown.all({}))
        if (pair && a !== null && b !== null) open(id, pair, [a, b], [a_is, b_is], opened_at)
    },
    /** The room as somebody has it who was in it; nobody else is told that it was there. */
    find(room: RoomId, user: UserId, after: number): PastRoom | undefined {
      const row = get.get({ room })
      if (!row || row.ended_at <= after) return undefined
      const seat = seatOf(row, user)
      if (seat === undefined) return undefined
      const [partner, wish] =
        seat === 0 ? [row.pseudonym_1, row.wants_0] : [row.pseudonym_0, row.wants_1]
      const wantsAgain = wish !== null || (row.met & metBit[seat]) !== 0
      return { pair: row.pair, seat, partner: keyring.open(partner), wantsAgain }
    },
    /** The two have met again: what they have wished for is used up, also of other rooms. Who has wished is told the same as before. */
    setMet(pair: Buffer): void {
      for (const statement of useUp) statement.run({ pair })
    },
    /** Whether a thumb of the user counts: it is their first for the same person since then. */
    countThumb(room: RoomId, user: UserId, after: number): boolean {
      const row = get.get({ room })
      if (!row) return true
      const others = ofPair.all({ pair: row.pair, after })
      const hasRated = others.some((other) => {
        const seat = seatOf(other, user)
        return (seat === 0 ? other.rated_0 : other.rated_1) === 1
      })
      if (hasRated) return false
      const seat = seatOf(row, user)
      if (seat !== undefined) setRated[seat]?.run({ room })
      return true
    },
    ended: (room: RoomId, now: number): void => void setEnded.run({ room, now }),
    /** Whether these two have talked within the last day. */
    haveMet: (pair: Buffer, now: number): boolean =>
      findPair.get({ pair, after: now - limits.pastRoomMs }) !== undefined,
    sweep: (now: number): void => void forget.run({ before: now - limits.pastRoomMs }),
  }
}
