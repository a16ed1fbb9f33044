// A delivery as the one Bot API request that carries it out.

import type { RawApi } from 'grammy'
import type { LinkPreviewOptions, ReactionTypeEmoji } from 'grammy/types'

import type { Action, Delivery } from '../../src/core/action.ts'
import type { Ref } from '../../src/core/address.ts'
import { DeliveryError } from '../../src/core/delivery-error.ts'
import type { RichText } from '../../src/core/rich-text.ts'
import { unreachable } from '../../src/lib/must.ts'
import { toEntities } from './format.ts'
import { chatIdOf, messageIdOf } from './ids.ts'
import { inlineKeyboard } from './menu.ts'
import { asListed } from './reactions.ts'

export type BotRequest =
  | { readonly method: 'sendMessage'; readonly payload: Parameters<RawApi['sendMessage']>[0] }
  | {
      readonly method: 'editMessageText'
      readonly payload: Parameters<RawApi['editMessageText']>[0]
    }
  | { readonly method: 'deleteMessage'; readonly payload: Parameters<RawApi['deleteMessage']>[0] }
  | {
      readonly method: 'setMessageReaction'
      readonly payload: Parameters<RawApi['setMessageReaction']>[0]
    }

export function toRequest({ to, action }: Delivery): BotRequest {
  const chat_id = chatIdOf(to)
  switch (action.kind) {
    case 'send': {
      const keyboard = inlineKeyboard(action.buttons)
      const marks = keyboard.length > 0 ? { reply_markup: { inline_keyboard: keyboard } } : {}
      return {
        method: 'sendMessage',
        payload: { chat_id, ...words(action.text), ...marks, ...replyMark(action.replyTo) },
      }
    }
    case 'edit': {
      const message_id = namedId(action)
      // An empty keyboard takes the buttons away.
      const reply_markup = { inline_keyboard: inlineKeyboard(action.buttons) }
      return {
        method: 'editMessageText',
        payload: { chat_id, message_id, ...words(action.text), reply_markup },
      }
    }
    case 'delete':
      return { method: 'deleteMessage', payload: { chat_id, message_id: namedId(action) } }
    case 'react': {
      const message_id = namedId(action)
      const reaction = reactions(action.emoji)
      return { method: 'setMessageReaction', payload: { chat_id, message_id, reaction } }
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

/** The whole set, of which a bot can have one: the newest. None at all takes away what is there. */
function reactions(emoji: readonly string[]): ReactionTypeEmoji[] {
  const newest = emoji.at(-1)
  if (newest === undefined) return []
  const listed = asListed(newest)
  if (listed === undefined)
    throw new DeliveryError({ kind: 'rejected' }, 'Telegram react: an emoji that is not allowed')
  return [{ type: 'emoji', emoji: listed }]
}

function namedId({ kind, ref }: Exclude<Action, { kind: 'send' }>): number {
  const id = messageIdOf(ref)
  if (id === undefined)
    throw new DeliveryError({ kind: 'rejected' }, `Telegram ${kind}: no message has such a name`)
  return id
}
