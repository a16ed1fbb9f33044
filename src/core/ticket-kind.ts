// All that the hard wishes of a ticket say, as one small number: the line is kept by it, and whole kinds suit each other or do not.

import { type Platform, platforms } from './platform.ts'
import { type Gender, genders, type Seeking, seekings, soughtIn } from './profile.ts'
import { type PlatformWish, platformWishes } from './settings.ts'
import { must } from '../lib/must.ts'

export interface HardWishes {
  readonly gender: Gender
  readonly seeking: Seeking
  readonly platform: Platform
  readonly platformWish: PlatformWish
}

/** Tickets are kept under it over restarts: whoever adds to one of the lists that it is counted by renews the tickets in a migration. */
export type TicketKind = number

/**
 * Who takes anyone is of a kind of their own: of the others of a kind, the longest waiting insists on least, and whoever is behind them in
 * line need not be looked at.
 */
export function kindOf(ticket: HardWishes & { readonly widened?: boolean }): TicketKind {
  return indexOf(ticket) + (ticket.widened === true ? every.length : 0)
}

function indexOf({ gender, seeking, platform, platformWish }: HardWishes): number {
  return (
    ((genders.indexOf(gender) * seekings.length + seekings.indexOf(seeking)) * platforms.length +
      platforms.indexOf(platform)) *
      platformWishes.length +
    platformWishes.indexOf(platformWish)
  )
}

const every: readonly HardWishes[] = genders.flatMap((gender) =>
  seekings.flatMap((seeking) =>
    platforms.flatMap((platform) =>
      platformWishes.map((platformWish) => ({ gender, seeking, platform, platformWish })),
    ),
  ),
)

export const wishesOf = (kind: TicketKind): HardWishes =>
  must(every[kind % every.length], 'a kind is one of those there are')

const soughtAs = { woman: 'women', man: 'men', other: 'others', unsaid: undefined } as const

/** Read apart once: it is asked of every two who are compared. */
const soughtBy = new Map(seekings.map((seeking) => [seeking, new Set(soughtIn(seeking))]))

export function seeks(seeking: Seeking, gender: Gender): boolean {
  const sought = soughtAs[gender]
  return (
    seeking === 'anyone' || (sought !== undefined && soughtBy.get(seeking)?.has(sought) === true)
  )
}

function takesPlatform({ platform, platformWish }: HardWishes, other: Platform): boolean {
  return platformWish === 'any' || (platformWish === 'same') === (platform === other)
}

/** Each is what the other looks for, where the other looks for it. */
export const agree = (a: HardWishes, b: HardWishes): boolean =>
  seeks(a.seeking, b.gender) &&
  seeks(b.seeking, a.gender) &&
  takesPlatform(a, b.platform) &&
  takesPlatform(b, a.platform)

const agreeing: readonly ReadonlySet<TicketKind>[] = every.map(
  (mine) => new Set(every.flatMap((theirs, kind) => (agree(mine, theirs) ? [kind] : []))),
)

/** Whether two of these kinds may meet. */
export const kindsAgree = (a: TicketKind, b: TicketKind): boolean =>
  agreeing[a % every.length]?.has(b % every.length) === true
