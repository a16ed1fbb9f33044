import type { Language } from './language.ts'
import type { UserId } from './room.ts'
import { type Insistence, schedule, type SoftWish } from './schedule.ts'
import { agree, type HardWishes } from './ticket-kind.ts'
import type { Gender } from './profile.ts'

/** A place in the waiting line. */
export interface Ticket extends HardWishes {
  readonly user: UserId
  readonly since: number
  /** Never empty. */
  readonly languages: readonly Language[]
  /** Each interest as a number; who has none has the number of having none. */
  readonly interests: readonly number[]
  /** What partners have thought of them, from -1 to 1; 0 of whom nothing is known. */
  readonly standing: number
  /** Anyone is fine: they insist on nothing. */
  readonly widened: boolean
}

/** Somebody whom a ticket might be given. */
export interface Candidate {
  readonly ticket: Ticket
  /** The two have talked a while ago. */
  readonly metBefore: boolean
}

/** Whom there are too few of for those who look for nobody else. */
export type Scarce = ReadonlySet<Gender>

/** Both get what they asked for, and they are two. */
export const suits = (a: Ticket, b: Ticket): boolean => a.user !== b.user && agree(a, b)

const shareLanguage = (a: Ticket, b: Ticket): boolean =>
  a.languages.some((language) => b.languages.includes(language))

const sharedInterests = (a: Ticket, b: Ticket): number =>
  a.interests.filter((interest) => b.interests.includes(interest)).length

/** What the two do not have in common. */
export function lacking(a: Ticket, { ticket: b, metBefore }: Candidate): readonly SoftWish[] {
  return [
    ...(sharedInterests(a, b) > 0 ? [] : (['shared-interest'] as const)),
    ...(shareLanguage(a, b) ? [] : (['common-language'] as const)),
    ...(metBefore ? (['new-partner'] as const) : []),
  ]
}

/** Whether nobody insists any more on what the two lack. */
export function isReady(a: Ticket, candidate: Candidate, now: number): boolean {
  const lacks = lacking(a, candidate)
  if (lacks.length === 0) return true
  const patience = [a, candidate.ticket].map((ticket) => patienceOf(ticket, now))
  return lacks.every((wish) => givesWay(schedule[wish], patience))
}

const patienceOf = ({ since, widened }: Ticket, now: number): number =>
  widened ? Infinity : now - since

const givesWay = ({ forMs, of }: Insistence, patience: readonly number[]): boolean =>
  (of === 'either' ? Math.max(...patience) : Math.min(...patience)) >= forMs

/** What makes one partner better than another, in points; beside it, each minute of their wait is worth `aMinute`. */
const worth = {
  commonLanguage: 8,
  newPartner: 4,
  anyInterest: 3,
  eachInterest: 1,
  likeStanding: 1,
  spared: 3,
  aMinute: 0.8,
  mostMinutes: 10,
} as const

/** The best of those who are ready for `ticket`; between equals, the one who has waited longest. */
export function choosePartner(
  ticket: Ticket,
  candidates: readonly Candidate[],
  scarce: Scarce,
  now: number,
): Candidate | undefined {
  return candidates
    .filter((candidate) => suits(ticket, candidate.ticket) && isReady(ticket, candidate, now))
    .map((candidate) => ({ candidate, points: pointsOf(ticket, candidate, scarce, now) }))
    .reduce<{ candidate: Candidate; points: number } | undefined>(
      (best, next) => (best && !isBetter(next, best) ? best : next),
      undefined,
    )?.candidate
}

interface Valued {
  readonly candidate: Candidate
  readonly points: number
}

const isBetter = (a: Valued, b: Valued): boolean =>
  a.points > b.points ||
  (a.points === b.points && isEarlier(a.candidate.ticket, b.candidate.ticket))

const isEarlier = (a: Ticket, b: Ticket): boolean =>
  a.since < b.since || (a.since === b.since && a.user < b.user)

function pointsOf(a: Ticket, { ticket: b, metBefore }: Candidate, scarce: Scarce, now: number) {
  const interests = sharedInterests(a, b)
  const minutes = Math.min((now - b.since) / 60_000, worth.mostMinutes)
  return (
    (shareLanguage(a, b) ? worth.commonLanguage : 0) +
    (metBefore ? 0 : worth.newPartner) +
    (interests > 0 ? worth.anyInterest + interests * worth.eachInterest : 0) -
    Math.abs(a.standing - b.standing) * worth.likeStanding -
    (isSpent(a, b, scarce) || isSpent(b, a, scarce) ? worth.spared : 0) +
    minutes * worth.aMinute
  )
}

/** The scarce go to those who look for nobody else: who would take anyone finds another. */
const isSpent = (one: Ticket, other: Ticket, scarce: Scarce): boolean =>
  scarce.has(one.gender) && other.seeking === 'anyone'
