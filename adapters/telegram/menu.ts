// What the bot shows around the conversation: buttons under a message, the list of commands, the words on its profile.

import type { BotCommand, InlineKeyboardButton } from 'grammy/types'

import type { Button, Buttons } from '../../src/core/button.ts'
import type { CommandDescription } from '../../src/core/command.ts'
import type { Call } from './bot-api.ts'

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

/** Writes only what differs: these methods are rate limited far below the others. */
export async function syncMenu(
  call: Call,
  commands: readonly CommandDescription[],
  profile: BotProfile,
): Promise<void> {
  const scope = { type: 'all_private_chats' } as const
  const wanted = commands.map(({ command, descriptions }) => ({
    command,
    description: descriptions.en,
  }))
  const present = await call((api, signal) => api.getMyCommands({ scope }, signal))
  if (!sameCommands(present, wanted))
    await call((api, signal) => api.setMyCommands({ commands: wanted, scope }, signal))

  const { description, shortDescription } = profile
  const long = await call((api, signal) => api.getMyDescription({}, signal))
  if (long.description !== description)
    await call((api, signal) => api.setMyDescription({ description }, signal))

  const short = await call((api, signal) => api.getMyShortDescription({}, signal))
  if (short.short_description !== shortDescription) {
    await call((api, signal) =>
      api.setMyShortDescription({ short_description: shortDescription }, signal),
    )
  }
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
