// A delivery as the one Bot API request that carries it out.

import type { RawApi } from 'grammy'
import type { LinkPreviewOptions } from 'grammy/types'

import type { Delivery } from '../../src/core/action.ts'
import type { Ref } from '../../src/core/address.ts'
import { DeliveryError } from '../../src/core/delivery-error.ts'
import type { RichText } from '../../src/core/rich-text.ts'
import { unreachable } from '../../src/lib/must.ts'
import { toEntities } from './format.ts'
import { chatIdOf, messageIdOf } from './ids.ts'
import { inlineKeyboard } from './menu.ts'

export type BotRequest =
  | { readonly method: 'sendMessage'; readonly payload: Parameters<RawApi['sendMessage']>[0] }
  | {
      readonly method: 'editMessageText'
      readonly payload: Parameters<RawApi['editMessageText']>[0]
    }

export function toRequest({ to, action }: Delivery): BotRequest {
  const body = { chat_id: chatIdOf(to), ...words(action.text) }
  const keyboard = { inline_keyboard: inlineKeyboard(action.buttons) }
  switch (action.kind) {
    case 'send': {
      const marks = action.buttons.length > 0 ? { reply_markup: keyboard } : {}
      return { method: 'sendMessage', payload: { ...body, ...marks, ...replyMark(action.replyTo) } }
    }
    case 'edit':
      // An empty keyboard takes the buttons away.
      return {
        method: 'editMessageText',
        payload: { ...body, message_id: editedId(action.ref), reply_markup: keyboard },
      }
    default:
      return unreachable(action)
  }
}

/** Entities and never `parse_mode`: nothing has to be escaped, so nothing can be escaped wrongly. */
function words(text: RichText): {
  text: string
  entities: ReturnType<typeof toEntities>
  link_preview_options: LinkPreviewOptions
} {
  return {
    // A lone surrogate is refused as "text must be encoded in UTF-8"; its replacement is as long, so that entities still fit.
    text: text.text.toWellFormed(),
    entities: toEntities(text),
    link_preview_options: { is_disabled: true },
  }
}

function replyMark(
  replyTo: Ref | undefined,
): Pick<Parameters<RawApi['sendMessage']>[0], 'reply_parameters'> {
  const id = replyTo === undefined ? undefined : messageIdOf(replyTo)
  if (id === undefined) return {}
  return { reply_parameters: { message_id: id, allow_sending_without_reply: true } }
}

function editedId(name: Ref): number {
  const id = messageIdOf(name)
  if (id === undefined)
    throw new DeliveryError({ kind: 'rejected' }, 'Telegram edit: no message has such a name')
  return id
}
