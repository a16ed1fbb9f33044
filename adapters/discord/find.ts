// Looks in the recipient's chat for a message whose sending had no outcome.

import { AttachmentFlags, type APIMessage } from 'discord.js'

import type { Delivery, Receipt, SendAction } from '../../src/core/action.ts'
import { ref } from '../../src/core/address.ts'
import type { Api } from './api.ts'
import { render } from './format.ts'
import { pageSize, readPage } from './history.ts'
import { channelIdOf, snowflakeAt } from './ids.ts'
import { readName } from './upload.ts'
import { captionOf } from './words-beside.ts'

/** Our clock and Discord's may differ by so much: by far more than time servers allow, and less than people take to say the same again. */
const clockSkewMs = 5000

type Sent = Exclude<SendAction, { readonly kind: 'send-place' }>

/**
 * Looks only behind `lastKnown`, the latest message of ours that surely arrived in this chat: a lane sends one after the other.
 * A message that shows a nonce is told by it. Discord does not document that history shows nonces; one without is told by its words, its
 * files and what it answers, so that of two equal messages within 5 seconds around a restart, when `lastKnown` is lost, the first can be taken for
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
  if (action.kind !== 'send' && action.kind !== 'send-files') return undefined
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
        says(message, action) &&
        hasFiles(message, action) &&
        answers(message, action.replyTo)
      if (isAlike) alike = message
    }
    after = page.at(-1)?.id ?? after
    isLast = page.length < pageSize
  }
  return alike && { refs: [ref(alike.id)] }
}

function says({ content }: APIMessage, action: Sent): boolean {
  if (action.kind === 'send') return content.trim() === render(action.text).trim()
  const caption = render(captionOf(action.files)).trim()
  // Words may stand in for a sticker: behind the caption, as words-beside.ts puts them.
  const mayStandIn = action.files.some(({ media }) => media.kind === 'sticker')
  return mayStandIn ? content.startsWith(caption) : content.trim() === caption
}

/** What became of a file is not known here, but how many there are and that each bears its number. */
function hasFiles({ attachments }: APIMessage, action: Sent): boolean {
  const wanted = action.kind === 'send' ? [] : action.files
  return (
    attachments.length === wanted.length &&
    wanted.every(({ number, spoiler }, index) => {
      const attachment = attachments[index]
      const name = readName(attachment?.filename ?? '')
      const isSpoiler = ((attachment?.flags ?? 0) & AttachmentFlags.IsSpoiler) !== 0
      return name?.number === number && (name.isSpoiler || isSpoiler) === spoiler
    })
  )
}

/** A reply to a message that was gone arrives as no reply. */
function answers(message: APIMessage, replyTo: string | undefined): boolean {
  const answered = message.message_reference?.message_id
  return answered === undefined || answered === replyTo
}
