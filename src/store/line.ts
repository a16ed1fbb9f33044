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
  // Two of one kind, because the longest waiting one may be the asker.
  const longest = prepare((a: { gender: Gender; seeking: Seeking }) =>
    query
      .selectFrom('ticket')
      .selectAll()
      .where('gender', '=', a.gender)
      .where('seeking', '=', a.seeking)
      .orderBy('since')
      .orderBy('user_id')
      .limit(2)
      .compile(),
  )

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
    /** The longest waiting of each kind whose wishes and those of `ticket` agree: a handful of index look-ups, however long the line. */
    candidates({ profile }: Ticket): readonly Ticket[] {
      const suiting = genders.filter((gender) => accepted(profile.seeking).includes(gender))
      const wishing = seekings.filter((seeking) => seekingOf(profile.gender).includes(seeking))
      return suiting.flatMap((gender) =>
        wishing.flatMap((seeking) => longest.all({ gender, seeking }).map(asTicket)),
      )
    },
  }
}
