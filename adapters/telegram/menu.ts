// What the bot shows around the conversation: buttons under a message, the list of commands, the words on its profile.

import type { BotCommand, ForceReply, InlineKeyboardButton } from 'grammy/types'

import type { Button, Buttons } from '../../src/core/button.ts'
import type { CommandDescription } from '../../src/core/command.ts'
import { fallbackLocale, locales, type Locale } from '../../src/core/locale.ts'
import { plain } from '../../src/core/rich-text.ts'
import { cutOff } from '../../src/core/split.ts'
import type { Call } from './bot-api.ts'
import { textOfAtMost } from './text-capability.ts'

/** What people read before their first message (`description`) and on the bot's profile (`shortDescription`). */
export interface BotProfile {
  readonly description: string
  readonly shortDescription: string
}

export function inlineKeyboard(buttons: Buttons): InlineKeyboardButton[][] {
  return buttons.map((row) => row.map(inlineButton))
}

function inlineButton({ label, data, style }: Button): InlineKeyboardButton {
  return style === 'plain'
    ? { text: label, callback_data: data }
    : { text: label, callback_data: data, style }
}

/** Opens the reply box in the app; what stands in it has 1-64 characters: https://core.telegram.org/bots/api#forcereply */
export function forceReply(placeholder: string): ForceReply {
  const { text } = cutOff(plain(placeholder.trim().toWellFormed()), textOfAtMost(64)).first
  return { force_reply: true, ...(text !== '' && { input_field_placeholder: text }) }
}

/** Writes only what differs, one after the other: these methods are rate limited far below the others. */
export async function syncMenu(
  call: Call,
  commands: readonly CommandDescription[],
  profiles: Readonly<Record<Locale, BotProfile>>,
): Promise<void> {
  for (const locale of [fallbackLocale, ...locales.filter((other) => other !== fallbackLocale)]) {
    // What has no language is for everybody in whose language there is nothing: https://core.telegram.org/bots/api#setmycommands
    const language = locale === fallbackLocale ? {} : { language_code: locale }
    await syncCommands(call, commands, locale, language)
    await syncProfile(call, profiles[locale], language)
  }
}

type Language = { readonly language_code?: Locale }

async function syncCommands(
  call: Call,
  commands: readonly CommandDescription[],
  locale: Locale,
  language: Language,
): Promise<void> {
  const where = { scope: { type: 'all_private_chats' }, ...language } as const
  const wanted = commands.map(({ command, descriptions }) => ({
    command,
    description: descriptions[locale],
  }))
  const present = await call((api, signal) => api.getMyCommands(where, signal))
  if (!sameCommands(present, wanted))
    await call((api, signal) => api.setMyCommands({ commands: wanted, ...where }, signal))
}

async function syncProfile(
  call: Call,
  { description, shortDescription: short_description }: BotProfile,
  language: Language,
): Promise<void> {
  const long = await call((api, signal) => api.getMyDescription(language, signal))
  if (long.description !== description)
    await call((api, signal) => api.setMyDescription({ description, ...language }, signal))

  const short = await call((api, signal) => api.getMyShortDescription(language, signal))
  if (short.short_description !== short_description)
    await call((api, signal) =>
      api.setMyShortDescription({ short_description, ...language }, signal),
    )
}

function sameCommands(one: readonly BotCommand[], other: readonly BotCommand[]): boolean {
  return (
    one.length === other.length &&
    one.every(
      ({ command, description }, at) =>
        command === other[at]?.command && description === other[at]?.description,
    )
  )
}
