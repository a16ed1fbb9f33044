// A delivery as the one Bot API request that carries it out.

import type { RawApi } from 'grammy'
import type { LinkPreviewOptions, ReactionTypeEmoji } from 'grammy/types'

import type { Action, Delivery } from '../../src/core/action.ts'
import type { Ref } from '../../src/core/address.ts'
import type { Place } from '../../src/core/content.ts'
import { DeliveryError } from '../../src/core/delivery-error.ts'
import type { PreparedFile } from '../../src/core/media.ts'
import type { RichText } from '../../src/core/rich-text.ts'
import { unreachable } from '../../src/lib/must.ts'
import type { BotRequest } from './bot-request.ts'
import { toEntities } from './format.ts'
import { chatIdOf, messageIdOf } from './ids.ts'
import { toInputMedia } from './input-media.ts'
import { inlineKeyboard } from './menu.ts'
import { sendFiles } from './outbound-files.ts'
import { asListed } from './reactions.ts'
import { captionOf, toShown } from './shown-file.ts'

/** `files` are those of the action, in its order, but for the ones that go by reference. */
export function toRequest(
  { to, action }: Delivery,
  files: readonly PreparedFile[] = [],
): BotRequest {
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
    case 'send-files':
      return sendFiles(action.files, files, { chat_id, ...replyMark(action.replyTo) })
    case 'send-place':
      return sendPlace(action.place, { chat_id, ...replyMark(action.replyTo) })
    case 'edit': {
      const message_id = namedId(action)
      // An empty keyboard takes the buttons away.
      const reply_markup = { inline_keyboard: inlineKeyboard(action.buttons) }
      return {
        method: 'editMessageText',
        payload: { chat_id, message_id, ...words(action.text), reply_markup },
      }
    }
    case 'edit-files':
      return editFiles(action, files, { chat_id, message_id: namedId(action) })
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

function sendPlace(
  { latitude, longitude, venue }: Place,
  common: Pick<Parameters<RawApi['sendLocation']>[0], 'chat_id' | 'reply_parameters'>,
): BotRequest {
  const point = { ...common, latitude, longitude }
  // Telegram refuses a venue without either of them.
  const title = venue?.title.trim() || venue?.address.trim()
  if (venue === undefined || !title) return { method: 'sendLocation', payload: point }
  const address = venue.address.trim() || title
  return {
    method: 'sendVenue',
    payload: { ...point, title: title.toWellFormed(), address: address.toWellFormed() },
  }
}

/** A message is one file here: what is said under it changes, or the file with all that is said. */
function editFiles(
  { text, files }: Extract<Action, { kind: 'edit-files' }>,
  prepared: readonly PreparedFile[],
  place: { readonly chat_id: number; readonly message_id: number },
): BotRequest {
  // A file that came without its words would take away those that are there.
  const whole = files.slice(0, 1).map((file) => ({ ...file, caption: text ?? file.caption }))
  const [shown] = toShown(whole, prepared)
  if (shown !== undefined)
    return { method: 'editMessageMedia', payload: { ...place, media: toInputMedia(shown) } }
  if (text === undefined)
    throw new DeliveryError({ kind: 'rejected' }, 'Telegram edit-files: nothing changes')
  return { method: 'editMessageCaption', payload: { ...place, ...captionOf(text) } }
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

function namedId({ kind, ref }: Extract<Action, { readonly ref: Ref }>): number {
  const id = messageIdOf(ref)
  if (id === undefined)
    throw new DeliveryError({ kind: 'rejected' }, `Telegram ${kind}: no message has such a name`)
  return id
}
