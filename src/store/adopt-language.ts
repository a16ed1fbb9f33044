import type { Inbound } from '../core/inbound.ts'
import { learnLanguage } from './learn-language.ts'
import { openTicket } from './open-ticket.ts'
import type { Parts } from './parts.ts'

/**
 * What an app is set to may be told late: Discord's messages do not say it. From then on its owner is spoken to in it, the answer to this
 * very tap included, or taken to speak it. Says whether a ticket has changed by it.
 */
export function adoptLanguage(parts: Parts, { sender, event }: Inbound, now: number): boolean {
  // What is said comes too often to look.
  if (!sender.language || event.kind === 'message') return false
  const user = parts.people.find(sender)
  if (!user || !learnLanguage(parts, user.id, sender.language)) return false
  if (parts.line.waitingSince(user.id) === undefined) return false
  openTicket(parts, user.id, now)
  return true
}
