import { type Catalogue, wordingIn } from './catalogue.ts'
import { commands } from '../core/command.ts'
import type { CommandDescription } from '../core/command.ts'
import type { Locale } from '../core/locale.ts'

const inEach = <T>(words: (wording: Catalogue) => T): Readonly<Record<Locale, T>> => ({
  en: words(wordingIn('en')),
  es: words(wordingIn('es')),
  ru: words(wordingIn('ru')),
  ar: words(wordingIn('ar')),
})

/** For the platforms' command menus, in the order of the menu. */
export const commandDescriptions: readonly CommandDescription[] = commands.map((command) => ({
  command,
  descriptions: inEach((wording) => wording.plain(`command-${command}`)),
}))

/** What the bot's profile says: at most 512 and 120 characters (https://core.telegram.org/bots/api#setmydescription). */
export const botProfile = inEach((wording) => ({
  // It has lines and names a command, so it has a direction to keep.
  description: wording.rich('profile-description').text,
  shortDescription: wording.plain('profile-short-description'),
}))
