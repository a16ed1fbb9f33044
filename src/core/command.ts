import type { Locale } from './locale.ts'

/** What people can ask for by a slash command, on Discord also understood as text. */
export const commands = [
  'start',
  'find',
  'next',
  'stop',
  'block',
  'settings',
  'help',
  'rules',
  'privacy',
  'topic',
  'share',
  'delete',
  'language',
  'forgetme',
] as const
export type Command = (typeof commands)[number]

/**
 * The command that a text asks for: `/find`, in any case, alone or followed by words, also addressed as `/find@some_bot`.
 * A text that merely contains a slash, or names a command that does not exist, is no command.
 */
export function parseCommand(text: string): Command | undefined {
  const word = /^\/([a-z]+)(?:@\w+)?(?=\s|$)/i.exec(text.trim())?.[1]?.toLowerCase()
  return commands.find((command) => command === word)
}

/** How a command is presented in the platforms' own menus: at most 100 characters in each language. */
export interface CommandDescription {
  readonly command: Command
  readonly descriptions: Readonly<Record<Locale, string>>
}
