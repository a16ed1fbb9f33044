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
import { forceReply, inlineKeyboard } from './menu.ts'
import { sendFiles, type Common } from './outbound-files.ts'
import { asListed } from './reactions.ts'
import { captionOf, toShown } from './shown-file.ts'

type Sending = Parameters<RawApi['sendMessage']>[0]

/** `files` are those of the action, in its order, but for the ones that go by reference. */
export function toRequest(
  { to, action }: Delivery,
  files: readonly PreparedFile[] = [],
): BotRequest {
  const chat_id = chatIdOf(to)
  switch (action.kind) {
    case 'send': {
      const common = { chat_id, ...frame(action) }
      return {
        method: 'sendMessage',
        payload: { ...common, ...words(action.text), ...replyMarkup(action) },
      }
    }
    case 'send-files':
      return sendFiles(action.files, files, { chat_id, ...frame(action) })
    case 'send-place':
      return sendPlace(action.place, { chat_id, ...frame(action) })
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

function sendPlace({ latitude, longitude, venue }: Place, common: Common): BotRequest {
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

/** One markup is all that a message can have, and a question that is to be answered in words has no buttons. */
function replyMarkup({
  asksReply,
  buttons,
}: Extract<Action, { kind: 'send' }>): Pick<Sending, 'reply_markup'> {
  if (asksReply !== undefined) return { reply_markup: forceReply(asksReply.placeholder) }
  const keyboard = inlineKeyboard(buttons)
  return keyboard.length > 0 ? { reply_markup: { inline_keyboard: keyboard } } : {}
}

/** What whatever is sent can have around it. */
function frame({
  replyTo,
  isProtected = false,
}: Extract<Action, { readonly replyTo: Ref | undefined }>): Omit<Common, 'chat_id'> {
  const id = replyTo === undefined ? undefined : messageIdOf(replyTo)
  return {
    ...(isProtected && { protect_content: true }),
    ...(id !== undefined && {
      reply_parameters: { message_id: id, allow_sending_without_reply: true },
    }),
  }
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
