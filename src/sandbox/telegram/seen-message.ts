import type { InlineKeyboardButton, MessageEntity } from 'grammy/types'

import type { SeenButton, SeenEntity, SeenMessage } from '../person.ts'
import type { ChatMessage } from './private-chat.ts'

/** What the person's app shows of a message. */
export function seenMessage(message: ChatMessage, at: number, kind = 'text'): SeenMessage {
  const { reply_to_message: replied, reply_markup: markup } = message
  const isText = kind === 'text'
  return {
    id: String(message.message_id),
    from: message.from.is_bot ? 'bot' : 'person',
    at,
    text: isText ? (message.text ?? '') : '',
    entities: isText ? (message.entities ?? []).map(seenEntity) : [],
    kind,
    buttons: (markup?.inline_keyboard ?? []).map((row) => row.map(seenButton)),
    replyTo: replied === undefined ? undefined : String(replied.message_id),
    edited: message.edit_date !== undefined,
    reactions: [],
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
