import type { Command, CommandDescription } from '../../src/core/command.ts'
import type { Locale } from '../../src/core/locale.ts'

/** A command for a menu, described in English in every language but those that are given. */
export function described(
  command: Command,
  en: string,
  others: Readonly<Partial<Record<Locale, string>>> = {},
): CommandDescription {
  return { command, descriptions: { en, es: en, ru: en, ar: en, ...others } }
}
