import type { Ticket } from '../core/matchmaking.ts'
import { spokenBy } from '../core/language.ts'
import { isComplete } from '../core/profile.ts'
import type { UserId } from '../core/room.ts'
import { standingOf } from '../core/standing.ts'
import { must } from '../lib/must.ts'
import type { Parts } from './parts.ts'

/** Whether anyone is fine: as it is, from now on, or no more. Once the ticket is closed, it is not. */
export type Widening = 'as it is' | 'from now on' | 'no more'

/** The user begins to wait, or goes on waiting with what they are and wish for by now. */
export function openTicket(
  parts: Parts,
  id: UserId,
  now: number,
  widening: Widening = 'as it is',
): void {
  const user = must(parts.people.get(id), 'only a known user waits')
  const { profile, platform, settings } = user
  if (!user.accepted || !isComplete(profile)) throw new Error('a ticket without all three answers')
  const portrait = parts.portraits.of(id)
  const widened =
    widening === 'from now on' || (widening === 'as it is' && parts.line.isWidened(id))
  const ticket: Ticket = {
    user: id,
    platform,
    gender: profile.gender,
    seeking: widened ? 'anyone' : profile.seeking,
    platformWish: widened ? 'any' : settings.platformWish,
    since: now,
    languages: spokenBy(portrait, user.locale),
    interests: parts.line.topics.interestsOf(portrait.interests),
    standing: standingOf(parts.people.thumbs(id)),
    widened,
  }
  parts.line.open(ticket, now)
}
