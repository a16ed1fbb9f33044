import { english } from './catalogue.ts'
import { commands } from '../core/command.ts'
import type { CommandDescription } from '../core/command.ts'

/** For the platforms' command menus, in the order of the menu. */
export const commandDescriptions: readonly CommandDescription[] = commands.map((command) => ({
  command,
  description: english.plain(`command-${command}`),
}))
