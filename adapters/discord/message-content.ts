// What a message holds, in canonical form or refused.

import {
  MessageReferenceType,
  MessageType,
  type APIMessage,
  type APIPartialEmoji,
  type APIPoll,
} from 'discord.js'

import { isBlank } from '../../src/core/clean.ts'
import type { Content } from '../../src/core/content.ts'
import { plain, type RichText } from '../../src/core/rich-text.ts'
import type { Cdn } from './cdn.ts'
import { withoutIds } from './discord-names.ts'
import { filesOf, gifOf, type MessagePlace, type Said } from './media.ts'
import { parse } from './parse.ts'

/** Lines that Discord itself writes in somebody's name: https://docs.discord.com/developers/resources/message#message-object-message-types */
const notSaid: ReadonlySet<MessageType> = new Set([
  MessageType.RecipientAdd,
  MessageType.RecipientRemove,
  MessageType.Call,
  MessageType.ChannelNameChange,
  MessageType.ChannelIconChange,
  MessageType.ChannelPinnedMessage,
  MessageType.ChatInputCommand,
  MessageType.ContextMenuCommand,
  MessageType.PollResult,
])

export function isSaid(message: APIMessage): boolean {
  return !notSaid.has(message.type)
}

export function contentOf(message: APIMessage, cdn: Cdn): Content {
  if (message.type !== MessageType.Default && message.type !== MessageType.Reply) return unknown
  const place = { channelId: message.channel_id, messageId: message.id }
  if (isForward(message)) {
    // Where it comes from is not passed on.
    const [forwarded] = message.message_snapshots ?? []
    return forwarded === undefined ? unknown : said(forwarded.message, place, cdn)
  }
  return message.poll === undefined ? said(message, place, cdn) : pollOf(message.poll)
}

/** Whether it is shown as a GIF and nothing else: Discord finds this out by following the link, at times after the message was told. */
export function isGif(message: APIMessage, cdn: Cdn): boolean {
  const content = contentOf(message, cdn)
  const gif = gifOf(message, cdn)
  return content.kind === 'media' && content.files[0]?.file.identity === gif?.file.identity
}

const unknown: Content = { kind: 'refused', what: 'unknown', group: undefined }

function isForward({ message_reference: reference, message_snapshots: snapshots }: APIMessage) {
  return reference?.type === MessageReferenceType.Forward || (snapshots?.length ?? 0) > 0
}

function said(message: Said, place: MessagePlace, cdn: Cdn): Content {
  const files = filesOf(message, place)
  if (files.length > 0)
    return { kind: 'media', files, caption: words(message.content), album: undefined }
  const gif = gifOf(message, cdn)
  if (gif !== undefined)
    return { kind: 'media', files: [gif], caption: plain(''), album: undefined }
  return isBlank(message.content) ? unknown : { kind: 'text', text: words(message.content) }
}

function words(markdown: string): RichText {
  const text = parse(markdown)
  // Marks around nothing are shown as they were typed.
  return isBlank(text.text) ? plain(markdown) : text
}

/** In a poll markdown is shown as it was typed. */
function pollOf({ question, answers }: APIPoll): Content {
  const lines = [
    question.text ?? '',
    ...answers.map(({ poll_media: { text = '', emoji } }) =>
      ['•', pollEmoji(emoji), text].filter((part) => part !== '').join(' '),
    ),
  ]
  return { kind: 'text', text: plain(withoutIds(lines.join('\n'))) }
}

/** Custom emoji are pictures of a server: their name stands for them, as in texts. */
function pollEmoji(emoji: APIPartialEmoji | undefined): string {
  const name = emoji?.name ?? ''
  return typeof emoji?.id === 'string' && name !== '' ? `:${name}:` : name
}
