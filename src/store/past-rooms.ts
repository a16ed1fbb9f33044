import type { RoomId, UserId } from '../core/room.ts'
import { limits } from '../core/limits.ts'
import type { Database } from './database.ts'
import { must } from '../lib/must.ts'

export type PastRooms = ReturnType<typeof createPastRooms>

/**
 * What is left of rooms for a day: the pair as a keyed hash, so that people meet others first, and who of the two would meet again. Who was
 * in a room is known by a keyed hash of both, so that a tap can be believed and nothing else be read.
 */
export function createPastRooms({ query, prepare, keyring }: Database) {
  const identity = prepare((a: { user: number }) =>
    query.selectFrom('user').select('identity').where('id', '=', a.user).compile(),
  )
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

  const memberOf = (room: RoomId, user: UserId): Buffer => {
    const { identity: known } = must(identity.get({ user }), 'who is in a room is a user')
    return keyring.hash('member', `${room} ${known.toString('hex')}`)
  }

  return {
    open(
      room: RoomId,
      pair: Buffer,
      [one, other]: readonly [UserId, UserId],
      [pseudonym0, pseudonym1]: readonly [string, string],
      now: number,
    ): void {
      const members = { member0: memberOf(room, one), member1: memberOf(room, other) }
      add.run({
        room,
        pair,
        now,
        ...members,
        pseudonym0: keyring.seal(pseudonym0),
        pseudonym1: keyring.seal(pseudonym1),
      })
    },
    ended: (room: RoomId, now: number): void => void setEnded.run({ room, now }),
    /** Whether these two have talked within the last day. */
    haveMet: (pair: Buffer, now: number): boolean =>
      findPair.get({ pair, after: now - limits.pastRoomMs }) !== undefined,
    sweep: (now: number): void => void forget.run({ before: now - limits.pastRoomMs }),
  }
}
