import { toInbound } from '../../../adapters/telegram/inbound.ts'
import type { Content } from '../../../src/core/content.ts'
import { messageUpdate } from './updates.ts'

/** What a message of Ann's with these fields says. */
export function contentOf(fields: Record<string, unknown>): Content | undefined {
  const event = toInbound(messageUpdate(1, fields), '123456789')?.event
  return event?.kind === 'message' ? event.content : undefined
}
