// Looks in the recipient's chat for a message whose sending had no outcome.

import type { APIMessage } from 'discord.js'

import type { Delivery, Receipt } from '../../src/core/action.ts'
import { ref } from '../../src/core/address.ts'
import type { Api } from './api.ts'
import { render } from './format.ts'
import { pageSize, readPage } from './history.ts'
import { channelIdOf, snowflakeAt } from './ids.ts'

/** Our clock and Discord's may differ by so much: by far more than time servers allow, and less than people take to say the same again. */
const clockSkewMs = 5000

/**
 * Looks only behind `lastKnown`, the latest message of ours that surely arrived in this chat: a lane sends one after the other.
 * A message that shows a nonce is told by it. Discord does not document that history shows nonces; one without is told by its words and
 * what it answers, so that of two equal messages within 5 seconds around a restart, when `lastKnown` is lost, the first can be taken for
 * the second.
 */
export async function findDelivery(
  api: Api,
  botId: string,
  delivery: Delivery,
  sinceMs: number,
  lastKnown: string | undefined,
  signal: AbortSignal,
): Promise<Receipt | undefined> {
  const { to, action } = delivery
  if (action.kind !== 'send') return undefined
  const content = render(action.text).trim()
  const earliest = snowflakeAt(sinceMs - clockSkewMs)
  const start =
    lastKnown !== undefined && BigInt(lastKnown) > BigInt(earliest) ? lastKnown : earliest
  let alike: APIMessage | undefined
  for (let after = start, isLast = false; !isLast;) {
    const page = await readPage(api, channelIdOf(to), after, signal)
    for (const message of page) {
      if (message.author.id !== botId) continue
      if (message.nonce === delivery.key) return { refs: [ref(message.id)] }
      const isAlike =
        message.nonce === undefined &&
        message.content.trim() === content &&
        answers(message, action.replyTo)
      if (isAlike) alike = message
    }
    after = page.at(-1)?.id ?? after
    isLast = page.length < pageSize
  }
  return alike && { refs: [ref(alike.id)] }
}

/** A reply to a message that was gone arrives as no reply. */
function answers(message: APIMessage, replyTo: string | undefined): boolean {
  const answered = message.message_reference?.message_id
  return answered === undefined || answered === replyTo
}
