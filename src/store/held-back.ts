import { limits } from '../core/limits.ts'
import type { HeldBack } from '../core/situation.ts'
import type { RoomId, UserId } from '../core/room.ts'
import type { Database } from './database.ts'

export type HeldBackItems = ReturnType<typeof createHeldBack>

/** What waits for its author's yes, sealed. None outlives its room. */
export function createHeldBack({ query, prepare, keyring }: Database) {
  const add = prepare(
    (a: { id: number; room: number; author: number; hour: number; body: Buffer; now: number }) =>
      query
        .insertInto('held_back')
        .values({
          id: a.id,
          room_id: a.room,
          author: a.author,
          hour: a.hour,
          body: a.body,
          at: a.now,
        })
        .onConflict((clash) => clash.column('id').doUpdateSet({ hour: a.hour, body: a.body }))
        .compile(),
  )
  const select = prepare((a: { room: number; author: number; after: number }) =>
    query
      .selectFrom('held_back')
      .select(['hour', 'body'])
      .where('room_id', '=', a.room)
      .where('author', '=', a.author)
      .where('at', '>', a.after)
      .orderBy('at')
      .compile(),
  )
  const remove = prepare((a: { id: number }) =>
    query.deleteFrom('held_back').where('id', '=', a.id).compile(),
  )
  const forgetRoom = prepare((a: { room: number }) =>
    query.deleteFrom('held_back').where('room_id', '=', a.room).compile(),
  )
  const forget = prepare((a: { before: number }) =>
    query.deleteFrom('held_back').where('at', '<=', a.before).compile(),
  )

  const ofAuthor = (room: RoomId, author: UserId, now: number): readonly HeldBack[] =>
    select.all({ room, author, after: now - limits.consentMs }).flatMap((row) => {
      const body = keyring.openContent({ hour: row.hour, bytes: row.body })
      // The body is what `add` wrote, unchanged: its seal says so.
      return body === undefined ? [] : [JSON.parse(body) as HeldBack]
    })

  return {
    /** What waits already is changed and keeps its time. */
    add(held: HeldBack, room: RoomId, author: UserId, now: number): void {
      const { hour, bytes } = keyring.sealContent(JSON.stringify(held), now)
      add.run({ id: held.id, room, author, hour, body: bytes, now })
    },
    ofAuthor,
    /** Only what this person has said in this room, and not too long ago. */
    find: (id: number, room: RoomId, author: UserId, now: number): HeldBack | undefined =>
      ofAuthor(room, author, now).find((held) => held.id === id),
    remove: (id: number): void => void remove.run({ id }),
    forgetRoom: (room: RoomId): void => void forgetRoom.run({ room }),
    sweep: (before: number): void => void forget.run({ before }),
  }
}
