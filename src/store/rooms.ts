import { fallbackLocale } from '../core/locale.ts'
import { limits } from '../core/limits.ts'
import type { EndedRoom, EndReason, OpenRoom, RoomId, UserId } from '../core/room.ts'
import type { AgainWishes } from './again-wishes.ts'
import type { Copies } from './copies.ts'
import { mineAndTheirs } from './both-seats.ts'
import type { Database } from './database.ts'
import type { GatheredItems } from './gathered.ts'
import type { HeldBackItems } from './held-back.ts'
import type { PastRooms } from './past-rooms.ts'
import type { Prompts } from './prompts.ts'

export type Rooms = ReturnType<typeof createRooms>

/** What belongs to a room and ends with it. */
interface Belongings {
  readonly copies: Copies
  readonly gathered: GatheredItems
  readonly heldBack: HeldBackItems
  readonly pastRooms: PastRooms
  readonly prompts: Prompts
  readonly againWishes: AgainWishes
}

/** Rooms and their seats. */
export function createRooms(
  { query, prepare, keyring }: Database,
  { copies, gathered, heldBack, pastRooms, againWishes, prompts }: Belongings,
) {
  const findOpen = prepare((a: { user: number }) =>
    mineAndTheirs(query)
      .innerJoin('user as me', 'me.id', 'mine.user_id')
      .innerJoin('user as partner', 'partner.id', 'theirs.user_id')
      .select([
        'room.id',
        'room.opened_at',
        'room.topics',
        'mine.told_at',
        'mine.pseudonym as my_pseudonym',
        'theirs.pseudonym as partner_pseudonym',
        'me.platform as my_platform',
        'me.locale as my_locale',
        'me.media_wish as my_media_wish',
        'me.protects as my_protects',
        'me.mutes_reactions as my_mutes_reactions',
        'me.mutes_typing as my_mutes_typing',
        'me.platform_wish as my_platform_wish',
        'mine.handle as my_handle',
        'partner.id as partner_id',
        'partner.locale as partner_locale',
        'partner.media_wish as partner_media_wish',
        'partner.protects as partner_protects',
        'partner.mutes_reactions as partner_mutes_reactions',
        'partner.mutes_typing as partner_mutes_typing',
        'partner.platform_wish as partner_platform_wish',
        'theirs.handle as partner_handle',
        'partner.platform as partner_platform',
      ])
      .where('mine.user_id', '=', a.user)
      .where('mine.open', '=', 1)
      .compile(),
  )
  const findEnded = prepare((a: { user: number; since: number }) =>
    mineAndTheirs(query)
      .select(['room.id', 'room.ended_at', 'theirs.pseudonym'])
      .where('mine.user_id', '=', a.user)
      .where('room.ended_at', '>', a.since)
      .orderBy('room.ended_at', 'desc')
      .limit(1)
      .compile(),
  )
  const isOpen = prepare((a: { room: number }) =>
    query
      .selectFrom('room')
      .select('id')
      .where('id', '=', a.room)
      .where('ended_at', 'is', null)
      .compile(),
  )
  const addRoom = prepare((a: { room: number; pair: Buffer; now: number }) =>
    query
      .insertInto('room')
      .values({
        id: a.room,
        opened_at: a.now,
        last_word_at: a.now,
        ended_at: null,
        reason: null,
        pair: a.pair,
      })
      .compile(),
  )
  const addSeat = prepare((a: { room: number; number: number; user: number; pseudonym: string }) =>
    query
      .insertInto('seat')
      .values({ room_id: a.room, number: a.number, user_id: a.user, pseudonym: a.pseudonym })
      .compile(),
  )
  const setTold = prepare((a: { room: number; user: number; now: number }) =>
    query
      .updateTable('seat')
      .set({ told_at: a.now })
      .where('room_id', '=', a.room)
      .where('user_id', '=', a.user)
      .compile(),
  )
  const closeRoom = prepare((a: { room: number; now: number; reason: EndReason }) =>
    query
      .updateTable('room')
      .set({ ended_at: a.now, reason: a.reason })
      .where('id', '=', a.room)
      .where('ended_at', 'is', null)
      .compile(),
  )
  const closeSeats = prepare((a: { room: number }) =>
    query
      .updateTable('seat')
      .set({ open: 0, handle: null })
      .where('room_id', '=', a.room)
      .compile(),
  )
  const setHandle = prepare((a: { room: number; user: number; handle: Buffer | null }) =>
    query
      .updateTable('seat')
      .set({ handle: a.handle })
      .where('room_id', '=', a.room)
      .where('user_id', '=', a.user)
      .where('open', '=', 1)
      .compile(),
  )
  const rate = prepare((a: { room: number; user: number; thumb: 'up' | 'down' }) =>
    query
      .updateTable('seat')
      .set({ rated: a.thumb })
      .where('room_id', '=', a.room)
      .where('user_id', '=', a.user)
      .where('rated', 'is', null)
      .compile(),
  )
  const partnerOf = prepare((a: { room: number; user: number }) =>
    query
      .selectFrom('seat')
      .select('user_id')
      .where('room_id', '=', a.room)
      .where('user_id', '!=', a.user)
      .compile(),
  )
  const countTopic = prepare((a: { room: number }) =>
    query
      .updateTable('room')
      .set((room) => ({ topics: room('topics', '+', 1) }))
      .where('id', '=', a.room)
      .compile(),
  )
  const noteWord = prepare((a: { room: number; now: number }) =>
    query
      .updateTable('room')
      .set({ last_word_at: a.now, nudged: 0 })
      .where('id', '=', a.room)
      .where('last_word_at', '<', a.now)
      .compile(),
  )
  return {
    ofUser(user: UserId): OpenRoom | undefined {
      const row = findOpen.get({ user })
      return (
        row && {
          id: row.id,
          openedAt: row.opened_at,
          toldAt: row.told_at ?? undefined,
          mine: {
            user,
            platform: row.my_platform,
            pseudonym: row.my_pseudonym,
            locale: row.my_locale ?? fallbackLocale,
            offeredHandle: row.my_handle === null ? undefined : keyring.open(row.my_handle),
            settings: {
              mediaWish: row.my_media_wish,
              platformWish: row.my_platform_wish,
              protects: row.my_protects === 1,
              mutesReactions: row.my_mutes_reactions === 1,
              mutesTyping: row.my_mutes_typing === 1,
            },
          },
          partner: {
            user: row.partner_id,
            platform: row.partner_platform,
            pseudonym: row.partner_pseudonym,
            locale: row.partner_locale ?? fallbackLocale,
            offeredHandle:
              row.partner_handle === null ? undefined : keyring.open(row.partner_handle),
            settings: {
              mediaWish: row.partner_media_wish,
              platformWish: row.partner_platform_wish,
              protects: row.partner_protects === 1,
              mutesReactions: row.partner_mutes_reactions === 1,
              mutesTyping: row.partner_mutes_typing === 1,
            },
          },
          topics: row.topics,
          gathering: gathered.ofRoom(row.id),
        }
      )
    },
    endedSince(user: UserId, since: number): EndedRoom | undefined {
      const row = findEnded.get({ user, since })
      return row && { id: row.id, endedAt: row.ended_at ?? since, partner: row.pseudonym }
    },
    isOpen: (room: RoomId): boolean => isOpen.get({ room }) !== undefined,
    open(
      room: RoomId,
      pair: Buffer,
      users: readonly [UserId, UserId],
      pseudonyms: readonly [string, string],
      now: number,
    ): void {
      addRoom.run({ room, pair, now })
      addSeat.run({ room, number: 0, user: users[0], pseudonym: pseudonyms[0] })
      addSeat.run({ room, number: 1, user: users[1], pseudonym: pseudonyms[1] })
    },
    /** Shown to nobody before the partner has agreed to the same; gone with the room. */
    offerHandle: (room: RoomId, user: UserId, handle: string): void =>
      void setHandle.run({ room, user, handle: keyring.seal(handle) }),
    withdrawHandle: (room: RoomId, user: UserId): void =>
      void setHandle.run({ room, user, handle: null }),
    /** Whether there was none yet. */
    rate: (room: RoomId, user: UserId, thumb: 'up' | 'down'): boolean =>
      rate.run({ room, user, thumb }).changes === 1,
    /** `undefined` where they have been forgotten. */
    partnerOf: (room: RoomId, user: UserId): UserId | undefined =>
      partnerOf.get({ room, user })?.user_id ?? undefined,
    countTopic: (room: RoomId): void => void countTopic.run({ room }),
    setTold: (room: RoomId, user: UserId, now: number): void =>
      void setTold.run({ room, user, now }),
    /** No reference of a room outlives it, nor what has not been passed on. */
    close(room: RoomId, reason: EndReason, now: number): boolean {
      if (closeRoom.run({ room, now, reason }).changes === 0) return false
      closeSeats.run({ room })
      pastRooms.ended(room, now)
      againWishes.freed(room)
      for (const belongings of [copies, gathered, heldBack, prompts]) belongings.forgetRoom(room)
      return true
    },
    noteWord(room: RoomId, now: number): void {
      noteWord.run({ room, now: now - (now % limits.wordGrainMs) })
    },
  }
}
