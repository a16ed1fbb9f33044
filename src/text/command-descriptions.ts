import { english } from './catalogue.ts'
import { commands } from '../core/command.ts'
import type { CommandDescription } from '../core/command.ts'

/** For the platforms' command menus, in the order of the menu. */
export const commandDescriptions: readonly CommandDescription[] = commands.map((command) => {
  const description = english.plain(`command-${command}`)
  return {
    command,
    descriptions: { en: description, es: description, ru: description, ar: description },
  }
})

/** What the bot's profile says: at most 512 and 120 characters (https://core.telegram.org/bots/api#setmydescription). */
export const botProfile = {
  description: english.plain('profile-description'),
  shortDescription: english.plain('profile-short-description'),
} as const
