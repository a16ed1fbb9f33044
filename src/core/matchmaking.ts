import type { Platform } from './platform.ts'
import type { CompleteProfile, Gender, Seeking } from './profile.ts'
import type { UserId } from './room.ts'

/** A place in the waiting line. */
export interface Ticket {
  readonly user: UserId
  readonly platform: Platform
  readonly profile: CompleteProfile
  readonly since: number
}

/** Who `seeking` accepts. Who would rather not say is found by those who look for anyone. */
export function accepted(seeking: Seeking): readonly Gender[] {
  switch (seeking) {
    case 'women':
      return ['woman']
    case 'men':
      return ['man']
    case 'anyone':
      return ['woman', 'man', 'other', 'unsaid']
  }
}

/** The wishes that accept `gender`. */
export function seekingOf(gender: Gender): readonly Seeking[] {
  switch (gender) {
    case 'woman':
      return ['women', 'anyone']
    case 'man':
      return ['men', 'anyone']
    case 'other':
    case 'unsaid':
      return ['anyone']
  }
}

/** Both get what they asked for, and they are two. */
export function suits(a: Ticket, b: Ticket): boolean {
  return (
    a.user !== b.user &&
    accepted(a.profile.seeking).includes(b.profile.gender) &&
    accepted(b.profile.seeking).includes(a.profile.gender)
  )
}

/** The partner for `ticket` among those who wait: the one who has waited longest. */
export function choosePartner(ticket: Ticket, waiting: readonly Ticket[]): Ticket | undefined {
  return waiting
    .filter((other) => suits(ticket, other))
    .reduce<Ticket | undefined>(
      (best, other) => (best && !isEarlier(other, best) ? best : other),
      undefined,
    )
}

const isEarlier = (a: Ticket, b: Ticket): boolean =>
  a.since < b.since || (a.since === b.since && a.user < b.user)
