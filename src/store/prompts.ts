import { sql } from 'kysely'
import type { Ref } from '../core/address.ts'
import type { ClosedPrompt, NoticeMarkedAs } from '../core/change.ts'
import { limits } from '../core/limits.ts'
import type { Platform } from '../core/platform.ts'
import type { RoomId, UserId } from '../core/room.ts'
import { type PromptKind, promptKinds } from '../core/settings.ts'
import type { Database } from './database.ts'

export type Prompts = ReturnType<typeof createPrompts>

/** What a message that is marked so asks for, and whether any text answers it. */
export function askedFor(
  mark: NoticeMarkedAs | null,
): { readonly what: PromptKind; readonly isOpen: boolean } | undefined {
  const asked = promptKinds.find((what) => mark === what || mark === `closed-${what}`)
  return asked && { what: asked, isOpen: mark === asked }
}

const asClosed = sql<ClosedPrompt>`'closed-' || mark`

/**
 * Questions to be answered in words, where they are messages. Until it is forgotten, a reply to one is an answer to it, also a second reply.
 * Any other text is one only while the question is new and open: nothing that was said to a partner, after an answer, or after anything else
 * that they did becomes another.
 */
export function createPrompts({ query, prepare, keyring }: Database) {
  const add = prepare(
    (a: { hash: Buffer; user: number; what: PromptKind; now: number; open: number }) =>
      query
        .insertInto('prompt')
        .values({ ref_hash: a.hash, user_id: a.user, what: a.what, at: a.now, open: a.open })
        .onConflict((clash) => clash.doNothing())
        .compile(),
  )
  const at = prepare((a: { hash: Buffer; user: number; after: number }) =>
    query
      .selectFrom('prompt')
      .select('what')
      .where('ref_hash', '=', a.hash)
      .where('user_id', '=', a.user)
      .where('at', '>', a.after)
      .compile(),
  )
  const newestOpen = prepare((a: { user: number; after: number }) =>
    query
      .selectFrom('prompt')
      .select('what')
      .where('user_id', '=', a.user)
      .where('open', '=', 1)
      .where('at', '>', a.after)
      .orderBy('at', 'desc')
      .orderBy(sql`rowid`, 'desc')
      .limit(1)
      .compile(),
  )
  const close = prepare((a: { user: number }) =>
    query
      .updateTable('prompt')
      .set({ open: 0 })
      .where('user_id', '=', a.user)
      .where('open', '=', 1)
      .compile(),
  )
  const closeInRoom = prepare((a: { room: number }) =>
    query
      .updateTable('prompt')
      .set({ open: 0 })
      .where('user_id', 'in', (seats) =>
        seats.selectFrom('seat').select('seat.user_id').where('seat.room_id', '=', a.room),
      )
      .where('open', '=', 1)
      .compile(),
  )
  const forgetOldest = prepare((a: { user: number }) =>
    query
      .deleteFrom('prompt')
      .where('ref_hash', 'in', (prompts) =>
        prompts
          .selectFrom('prompt')
          .select('prompt.ref_hash')
          .where('user_id', '=', a.user)
          .orderBy('at', 'desc')
          .orderBy(sql`rowid`, 'desc')
          // Without end: https://sqlite.org/lang_select.html#limitoffset
          .limit(-1)
          .offset(limits.mostPrompts),
      )
      .compile(),
  )
  const underWay = prepare((a: { user: number }) =>
    query
      .selectFrom('outbox')
      .select('id')
      .where('lane_id', '=', a.user)
      .where('mark', 'in', promptKinds)
      .limit(1)
      .compile(),
  )
  const closeUnderWay = prepare((a: { user: number }) =>
    query
      .updateTable('outbox')
      .set({ mark: asClosed })
      .where('lane_id', '=', a.user)
      .where('mark', 'in', promptKinds)
      .compile(),
  )
  const closeUnderWayInRoom = prepare((a: { room: number }) =>
    query
      .updateTable('outbox')
      .set({ mark: asClosed })
      .where('lane_id', 'in', (seats) =>
        seats.selectFrom('seat').select('seat.user_id').where('seat.room_id', '=', a.room),
      )
      .where('mark', 'in', promptKinds)
      .compile(),
  )
  const forget = prepare((a: { before: number }) =>
    query.deleteFrom('prompt').where('at', '<=', a.before).compile(),
  )

  const hashOf = (platform: Platform, place: Ref): Buffer =>
    keyring.hash('ref', `${platform} ${place}`)

  return {
    add(
      user: UserId,
      platform: Platform,
      asked: { readonly place: Ref; readonly what: PromptKind; readonly isOpen: boolean },
      now: number,
    ): void {
      const { place, what, isOpen } = asked
      add.run({ hash: hashOf(platform, place), user, what, now, open: Number(isOpen) })
      forgetOldest.run({ user })
    },
    /** What the message at this place of the user's chat asks for, if it does. */
    at: (user: UserId, platform: Platform, place: Ref, now: number): PromptKind | undefined =>
      at.get({ hash: hashOf(platform, place), user, after: now - limits.promptRepliesMs })?.what,
    newestOpen: (user: UserId, now: number): PromptKind | undefined =>
      newestOpen.get({ user, after: now - limits.promptMs })?.what,
    /** One is open, or will be once it has arrived. */
    isAsking: (user: UserId, now: number): boolean =>
      newestOpen.get({ user, after: now - limits.promptMs }) !== undefined ||
      underWay.get({ user }) !== undefined,
    close(user: UserId): void {
      close.run({ user })
      closeUnderWay.run({ user })
    },
    /** The room ends, and what is typed at that moment is meant for the partner. */
    forgetRoom(room: RoomId): void {
      closeInRoom.run({ room })
      closeUnderWayInRoom.run({ room })
    },
    sweep: (before: number): void => void forget.run({ before }),
  }
}
