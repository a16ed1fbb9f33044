import { sql } from 'kysely'
import { accepted, seekingOf, type Ticket } from '../core/matchmaking.ts'
import type { Platform } from '../core/platform.ts'
import {
  type CompleteProfile,
  genders,
  type Gender,
  seekings,
  type Seeking,
} from '../core/profile.ts'
import type { UserId } from '../core/room.ts'
import type { Database } from './database.ts'

interface TicketRow {
  readonly user_id: number
  readonly platform: Platform
  readonly gender: Gender
  readonly seeking: Seeking
  readonly since: number
}

const asTicket = (row: TicketRow): Ticket => ({
  user: row.user_id,
  platform: row.platform,
  profile: { gender: row.gender, seeking: row.seeking },
  since: row.since,
})

/** The first of a kind is nearly always the right one, unless it is the asker. */
const pageSize = 4

export type Line = ReturnType<typeof createLine>

/** The waiting line. A ticket is tried once when it is new or changed: from then on, whoever joins later finds it. */
export function createLine({ query, prepare }: Database) {
  const waitingSince = prepare((a: { user: number }) =>
    query.selectFrom('ticket').select('since').where('user_id', '=', a.user).compile(),
  )
  const open = prepare(
    (a: { user: number; platform: Platform; gender: Gender; seeking: Seeking; now: number }) =>
      query
        .insertInto('ticket')
        .values({
          user_id: a.user,
          platform: a.platform,
          gender: a.gender,
          seeking: a.seeking,
          since: a.now,
        })
        .onConflict((clash) =>
          clash.column('user_id').doUpdateSet({ gender: a.gender, seeking: a.seeking, tried: 0 }),
        )
        .compile(),
  )
  const close = prepare((a: { user: number }) =>
    query.deleteFrom('ticket').where('user_id', '=', a.user).compile(),
  )
  const nextUntried = prepare((_: object) =>
    query
      .selectFrom('ticket')
      .selectAll()
      .where('tried', '=', 0)
      .orderBy('since')
      .orderBy('user_id')
      .limit(1)
      .compile(),
  )
  const markTried = prepare((a: { user: number }) =>
    query.updateTable('ticket').set({ tried: 1 }).where('user_id', '=', a.user).compile(),
  )
  const next = prepare((a: { gender: Gender; seeking: Seeking; since: number; user: number }) =>
    query
      .selectFrom('ticket')
      .selectAll()
      .where('gender', '=', a.gender)
      .where('seeking', '=', a.seeking)
      .where(({ eb, refTuple, tuple }) =>
        eb(refTuple('since', 'user_id'), '>', tuple(a.since, a.user)),
      )
      .orderBy('since')
      .orderBy('user_id')
      .limit(sql.lit(pageSize))
      .compile(),
  )

  /** Those of a kind, the longest waiting first, read as they are asked for. */
  function* inOrder(gender: Gender, seeking: Seeking): Generator<Ticket, undefined> {
    let last = { since: -1, user: 0 }
    for (;;) {
      const page = next.all({ gender, seeking, ...last }).map(asTicket)
      yield* page
      const end = page.at(-1)
      if (!end || page.length < pageSize) return
      last = end
    }
  }

  return {
    waitingSince: (user: UserId): number | undefined => waitingSince.get({ user })?.since,
    open(user: UserId, platform: Platform, profile: CompleteProfile, now: number): void {
      open.run({ user, platform, gender: profile.gender, seeking: profile.seeking, now })
    },
    close: (user: UserId): boolean => close.run({ user }).changes === 1,
    nextUntried(): Ticket | undefined {
      const row = nextUntried.get({})
      return row && asTicket(row)
    },
    markTried: (user: UserId): void => void markTried.run({ user }),
    /**
     * The longest waiting of each kind whose wishes and those of `ticket` agree and whom it may meet: a handful of index look-ups, however
     * long the line, and one more for each that it may not meet.
     */
    candidates(ticket: Ticket, mayMeet: (other: Ticket) => boolean): readonly Ticket[] {
      const { profile } = ticket
      const suiting = genders.filter((gender) => accepted(profile.seeking).includes(gender))
      const wishing = seekings.filter((seeking) => seekingOf(profile.gender).includes(seeking))
      return suiting.flatMap((gender) =>
        wishing.flatMap((seeking) => {
          const found = inOrder(gender, seeking).find(
            (other) => other.user !== ticket.user && mayMeet(other),
          )
          return found ? [found] : []
        }),
      )
    },
  }
}
