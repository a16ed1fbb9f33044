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
export type EndWaiting = (listener: Listener, place: Ref, how: WaitingEnd) => readonly Action[]

/** They have met somebody, or have not. */
type WaitingEnd = 'waited' | 'search-over'

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
  const setUnasked = prepare((a: { user: number; now: number }) =>
    query
      .updateTable('ticket')
      .set({ asked_at: null, kept_at: a.now })
      .where('user_id', '=', a.user)
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

  const end = (user: UserId, place: Ref, how: WaitingEnd, now: number): void => {
    const listener = people.get(user)
    if (!listener) return
    for (const action of endWaiting(listener, place, how))
      outbox.add(user, action, { ...toNothing, purpose: 'edit', mark: 'in-place' }, now)
  }

  /** What became of a search that had begun by then and is over. */
  const endingSince = (user: UserId, began: number): WaitingEnd =>
    rooms.ofUser(user) || rooms.endedSince(user, began - 1) ? 'waited' : 'search-over'

  const placeOf = (user: UserId): Ref | undefined => {
    const place = find.get({ user })?.notice_ref
    return place ? ref(keyring.open(place)) : undefined
  }

  /** The message of a search has come, in the stead of one that refused to be changed if there was one. Where the search is over, it says so. */
  const arrived = (
    { lane_id: user, created_at: saidAt }: OutboxRow,
    place: Ref,
    refused: Ref | undefined,
    now: number,
  ): void => {
    const ticket = find.get({ user })
    if (!ticket || saidAt < ticket.since) {
      end(user, place, endingSince(user, saidAt), now)
      return
    }
    const earlier = placeOf(user)
    // What has just refused an edit would refuse the next one as well.
    if (earlier !== undefined && earlier !== refused)
      end(user, earlier, endingSince(user, saidAt), now)
    setPlace.run({ user, place: keyring.seal(place) })
  }

  return {
    placeOf,
    /** Whether this says anything else than the message does by now. */
    isNews(user: UserId, action: Action): boolean {
      const shown = find.get({ user })?.shown
      return !shown?.equals(hashOf(action))
    },
    /** This is what it says from now on. Where none is known, the message that is changed so is the one. */
    shows(user: UserId, action: Action): void {
      setShown.run({ user, shown: hashOf(action) })
      if (action.kind === 'edit' && placeOf(user) === undefined)
        setPlace.run({ user, place: keyring.seal(action.ref) })
    },
    /** What a marked request says stands in a new message: asked for, or because the one to be changed refused. */
    delivered(row: OutboxRow, action: Action, [place]: readonly Ref[], now: number): void {
      if (place === undefined) return
      if (row.mark === 'waiting')
        arrived(row, place, action.kind === 'edit' ? action.ref : undefined, now)
      // Who could not hear the question could not answer it.
      if (row.mark === 'still-there') setAsked.run({ user: row.lane_id, now })
    },
    /** It never reached them: a question is put anew when they have been silent for as long again. */
    givenUp({ mark, lane_id: user }: Pick<OutboxRow, 'mark' | 'lane_id'>, now: number): void {
      if (mark === 'still-there') setUnasked.run({ user, now })
    },
    /** At the start: whoever has been asked has the whole time to answer from here on. */
    askedAnew: (now: number): void => void setAllAsked.run({ now }),
    /** It could not be changed: they have deleted it. It is not tried again. What has its place since then is not meant. */
    lost({ mark, lane_id: user }: OutboxRow, action: Action): void {
      if (mark === 'in-place' && action.kind === 'edit' && action.ref === placeOf(user))
        setPlace.run({ user, place: null })
    },
    /** They have met somebody: to be called before the ticket goes. */
    paired(user: UserId, now: number): void {
      const place = placeOf(user)
      if (place !== undefined) end(user, place, 'waited', now)
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
