import type { InlineKeyboardButton, MessageEntity } from 'grammy/types'

import type { SeenButton, SeenEntity } from '../person.ts'
import type { FileStore } from './files/file-store.ts'
import { mediumOf } from './files/medium-fields.ts'
import type { ChatMessage } from './private-chat.ts'
import { seenFile, seenPlace } from './seen-file.ts'
import type { TelegramSeenMessage } from './telegram-seen-message.ts'

export interface Seeing {
  readonly files: FileStore
  readonly at: number
  /** Of content that is neither text nor files nor a place. */
  readonly kind?: string
  /** Where the app opens a reply: no Message tells of it. */
  readonly asksReply?: TelegramSeenMessage['asksReply']
}

/** What the person's app shows of a message. */
export function seenMessage(
  message: ChatMessage,
  { files, at, kind = 'text', asksReply }: Seeing,
): TelegramSeenMessage {
  const { reply_to_message: replied, reply_markup: markup } = message
  const medium = kind === 'text' ? mediumOf(files, message) : undefined
  const place = kind === 'text' ? seenPlace(message) : undefined
  const isText = kind === 'text'
  const entities = isText ? (message.entities ?? message.caption_entities ?? []) : []
  return {
    id: String(message.message_id),
    from: message.from.is_bot ? 'bot' : 'person',
    at,
    text: isText ? (message.text ?? message.caption ?? '') : '',
    entities: entities.map(seenEntity),
    kind: medium?.kind ?? (place === undefined ? kind : 'place'),
    files: medium === undefined ? [] : [seenFile(medium, message.has_media_spoiler === true)],
    place,
    album: message.media_group_id,
    buttons: (markup?.inline_keyboard ?? []).map((row) => row.map(seenButton)),
    replyTo: replied === undefined ? undefined : String(replied.message_id),
    edited: message.edit_date !== undefined,
    reactions: [],
    asksReply,
    isProtected: message.has_protected_content,
  }
}

function seenButton(button: InlineKeyboardButton): SeenButton {
  return { label: button.text, data: 'callback_data' in button ? button.callback_data : '' }
}

function seenEntity(entity: MessageEntity): SeenEntity {
  const { type, offset, length } = entity
  const url = 'url' in entity ? entity.url : undefined
  const language = 'language' in entity ? entity.language : undefined
  return {
    type,
    offset,
    length,
    ...(url !== undefined && { url }),
    ...(language !== undefined && { language }),
  }
}
