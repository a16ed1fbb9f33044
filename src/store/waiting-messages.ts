import type { Action } from '../core/action.ts'
import { ref, type Ref } from '../core/address.ts'
import { limits } from '../core/limits.ts'
import type { Listener } from '../core/listener.ts'
import type { UserId } from '../core/room.ts'
import type { Database } from './database.ts'
import { type Outbox, type OutboxRow, toNothing } from './outbox.ts'
import type { People } from './people.ts'
import type { Rooms } from './rooms.ts'

/** Words for a waiting message whose search is over. */
export type EndWaiting = (
  listener: Listener,
  place: Ref,
  how: 'waited' | 'search-cancelled',
) => readonly Action[]

export type WaitingMessages = ReturnType<typeof createWaitingMessages>

/** The one message of each search that tells how it stands: where it is, and what it says. It is true, or says that it is over. */
export function createWaitingMessages(
  { query, prepare, keyring }: Database,
  { people, rooms, outbox }: { people: People; rooms: Rooms; outbox: Outbox },
  endWaiting: EndWaiting,
) {
  const find = prepare((a: { user: number }) =>
    query
      .selectFrom('ticket')
      .select(['since', 'notice_ref', 'shown', 'asked_at', 'kept_at'])
      .where('user_id', '=', a.user)
      .compile(),
  )
  const setPlace = prepare((a: { user: number; place: Buffer | null }) =>
    query
      .updateTable('ticket')
      .set({ notice_ref: a.place })
      .where('user_id', '=', a.user)
      .compile(),
  )
  const setShown = prepare((a: { user: number; shown: Buffer }) =>
    query.updateTable('ticket').set({ shown: a.shown }).where('user_id', '=', a.user).compile(),
  )
  const setAsked = prepare((a: { user: number; now: number }) =>
    query
      .updateTable('ticket')
      .set({ asked_at: a.now })
      .where('user_id', '=', a.user)
      .where('asked_at', 'is not', null)
      .compile(),
  )
  const setAllAsked = prepare((a: { now: number }) =>
    query
      .updateTable('ticket')
      .set({ asked_at: a.now })
      .where('asked_at', 'is not', null)
      .compile(),
  )
  const keep = prepare((a: { user: number; now: number }) =>
    query
      .updateTable('ticket')
      .set({ kept_at: a.now, asked_at: null })
      .where('user_id', '=', a.user)
      .compile(),
  )

  const hashOf = (action: Action): Buffer =>
    keyring.hash(
      'words',
      'text' in action ? JSON.stringify([action.text, 'buttons' in action && action.buttons]) : '',
    )

  const end = (user: UserId, place: Ref, how: 'waited' | 'search-cancelled', now: number): void => {
    const listener = people.get(user)
    if (!listener) return
    for (const action of endWaiting(listener, place, how))
      outbox.add(user, action, { ...toNothing, purpose: 'edit', mark: 'in-place' }, now)
  }

  /** What became of a search that had begun by then and is over. */
  const endingSince = (user: UserId, began: number): 'waited' | 'search-cancelled' =>
    rooms.ofUser(user) || rooms.endedSince(user, began - 1) ? 'waited' : 'search-cancelled'

  /** The message of a search has been delivered. Where the search is over by then, it says so at once. */
  const arrived = (user: UserId, place: Ref, saidAt: number, now: number): void => {
    const ticket = find.get({ user })
    if (!ticket || saidAt < ticket.since) {
      end(user, place, endingSince(user, saidAt), now)
      return
    }
    if (ticket.notice_ref) {
      const earlier = ref(keyring.open(ticket.notice_ref))
      end(user, earlier, endingSince(user, saidAt), now)
    }
    setPlace.run({ user, place: keyring.seal(place) })
  }

  return {
    placeOf(user: UserId): Ref | undefined {
      const place = find.get({ user })?.notice_ref
      return place ? ref(keyring.open(place)) : undefined
    },
    /** Whether this says anything else than the message does by now. */
    isNews(user: UserId, action: Action): boolean {
      const shown = find.get({ user })?.shown
      return !shown?.equals(hashOf(action))
    },
    /** This is what it says from now on. */
    shows: (user: UserId, action: Action): void =>
      void setShown.run({ user, shown: hashOf(action) }),
    /** A marked message has been delivered. */
    delivered(row: OutboxRow, [place]: readonly Ref[], now: number): void {
      // What could not take the place of a message has come as a new one.
      if (place === undefined) return
      if (row.mark === 'waiting') arrived(row.lane_id, place, row.created_at, now)
      // Who could not hear the question could not answer it.
      if (row.mark === 'still-there') setAsked.run({ user: row.lane_id, now })
    },
    /** At the start: whoever has been asked has the whole time to answer from here on. */
    askedAnew: (now: number): void => void setAllAsked.run({ now }),
    /** It could not be changed: they have deleted it. It is not tried again. */
    lost({ mark, lane_id: user }: OutboxRow): void {
      if (mark === 'in-place') setPlace.run({ user, place: null })
    },
    /** They have met somebody: to be called before the ticket goes. */
    paired(user: UserId, now: number): void {
      const place = find.get({ user })?.notice_ref
      if (place) end(user, ref(keyring.open(place)), 'waited', now)
    },
    /** What they do now is worth noting. */
    wasSilent(user: UserId, now: number): boolean {
      const ticket = find.get({ user })
      if (!ticket) return false
      return ticket.asked_at !== null || ticket.kept_at <= now - limits.deedGrainMs
    },
    /** They are there. */
    keep: (user: UserId, now: number): void => void keep.run({ user, now }),
  }
}
