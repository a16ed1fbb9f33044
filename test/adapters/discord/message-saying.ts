import { createCdn } from '../../../adapters/discord/cdn.ts'
import { fromMessage, type HeardMessage } from '../../../adapters/discord/inbound.ts'
import type { Content } from '../../../src/core/content.ts'

const us = { botId: '1090000000000000001', cdn: createCdn('https://discord.com/api') }

/** What a message of Ann's with these fields says, as it comes over the wire. */
export function messageSaying(fields: object): Content | undefined {
  const heard = {
    id: '1100000000000000003',
    channel_id: '1100000000000000002',
    channel_type: 1,
    author: { id: '1100000000000000001', username: 'annabel' },
    content: '',
    type: 0,
    attachments: [],
    ...fields,
  }
  const message: HeardMessage = JSON.parse(JSON.stringify(heard))
  const event = fromMessage(message, us)?.event
  return event?.kind === 'message' ? event.content : undefined
}
