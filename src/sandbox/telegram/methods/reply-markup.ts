// What comes with a message besides its content: buttons under it, or a reply to it that the app opens.

import type { InlineKeyboardMarkup } from 'grammy/types'

import { badRequest } from '../api-error.ts'
import { inlineKeyboardParam } from '../inline-keyboard.ts'
import { flagParam, isRecord, type Params, structureParam, textParam } from '../params.ts'
import { onlyTheseFields } from './target-chat.ts'

export interface ReplyMarkup {
  readonly keyboard: InlineKeyboardMarkup | undefined
  readonly asksReply: { readonly placeholder: string } | undefined
}

const longestPlaceholder = 64

/** Knows of all kinds of markup only the two that the bot uses. */
export function replyMarkupParam(params: Params): ReplyMarkup {
  const markup = structureParam(params, 'reply_markup', 'reply keyboard markup')
  if (!isRecord(markup) || !('force_reply' in markup))
    return { keyboard: inlineKeyboardParam(params), asksReply: undefined }
  return { keyboard: undefined, asksReply: forceReply(markup) }
}

/** https://core.telegram.org/bots/api#forcereply; `selective` tells apart people in groups. */
function forceReply(markup: Params): ReplyMarkup['asksReply'] {
  onlyTheseFields(markup, ['force_reply', 'input_field_placeholder', 'selective'])
  if (!flagParam(markup, 'force_reply')) return undefined
  const placeholder = textParam(markup, 'input_field_placeholder')
  if (placeholder === '' || (placeholder ?? '').length > longestPlaceholder)
    throw badRequest('the sandbox takes placeholders of 1-64 characters')
  return { placeholder: placeholder ?? '' }
}
