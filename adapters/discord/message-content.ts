// What a message holds, in canonical form or as the kind that is refused.

import {
  MessageFlags,
  MessageReferenceType,
  MessageType,
  type APIAttachment,
  type APIMessage,
} from 'discord.js'

import { isBlank } from '../../src/core/clean.ts'
import type { Content, RefusedKind } from '../../src/core/content.ts'
import { plain } from '../../src/core/rich-text.ts'
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

export function contentOf(message: APIMessage): Content {
  const what = refusedKind(message)
  if (what !== undefined) return { kind: 'refused', what, group: undefined }
  const text = parse(message.content)
  // Marks around nothing are shown as they were typed.
  return { kind: 'text', text: isBlank(text.text) ? plain(message.content) : text }
}

function refusedKind(message: APIMessage): RefusedKind | undefined {
  if (message.type !== MessageType.Default && message.type !== MessageType.Reply) return 'unknown'
  if (
    message.message_reference?.type === MessageReferenceType.Forward ||
    (message.message_snapshots?.length ?? 0) > 0
  )
    return 'forward'
  if (message.poll !== undefined) return 'poll'
  if ((message.sticker_items?.length ?? 0) > 0) return 'sticker'
  if (((message.flags ?? 0) & MessageFlags.IsVoiceMessage) !== 0) return 'voice'
  const file = message.attachments[0]
  if (file !== undefined) return fileKind(file)
  return isBlank(message.content) ? 'unknown' : undefined
}

function fileKind({ content_type: type = '' }: APIAttachment): RefusedKind {
  if (type.startsWith('image/gif')) return 'animation'
  if (type.startsWith('image/')) return 'photo'
  if (type.startsWith('video/')) return 'video'
  return type.startsWith('audio/') ? 'audio' : 'document'
}
