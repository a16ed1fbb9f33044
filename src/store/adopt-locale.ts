import type { Inbound } from '../core/inbound.ts'
import type { Parts } from './parts.ts'
import { openTicket } from './open-ticket.ts'

/**
 * What an app is set to may be told late: Discord's messages do not say it. From then on its owner is spoken to in it, the answer to this
 * very tap included. Says whether a ticket has changed by it.
 */
export function adoptLocale(parts: Parts, { sender, event }: Inbound, now: number): boolean {
  // What is said comes too often to look.
  if (!sender.locale || event.kind === 'message') return false
  const user = parts.people.find(sender)
  if (!user || !parts.people.adoptLocale(user.id, sender.locale)) return false
  if (parts.line.waitingSince(user.id) === undefined) return false
  openTicket(parts, user.id, now)
  return true
}
