import { z } from 'zod'
import type { RecordedRequest, SandboxServer } from '../server.ts'

export interface MenuCommand {
  readonly name: string
  readonly description: string
}

/** https://core.telegram.org/bots/api#setmycommands; a menu for one language or scope is not everybody's. */
const telegramMenu = z.object({
  commands: z.array(z.object({ command: z.string(), description: z.string() })),
  language_code: z.literal('').optional(),
  scope: z.object({ type: z.literal(['default', 'all_private_chats']) }).optional(),
})

/** https://discord.com/developers/docs/interactions/application-commands#bulk-overwrite-global-application-commands */
const discordMenu = z.array(z.object({ name: z.string(), description: z.string() }))

/** The commands that the bot has last put into its menu on this server, read from what it asked the server for. */
export function registeredCommands(server: SandboxServer): () => readonly MenuCommand[] {
  let commands: readonly MenuCommand[] = []
  let read = 0
  let unanswered: readonly RecordedRequest[] = []
  return () => {
    const { requests } = server
    const fresh = requests.slice(read > requests.length ? 0 : read)
    read = requests.length
    const menus = [...unanswered, ...fresh].filter((request) => menuOf(request) !== undefined)
    for (const request of menus) if (request.carriedOut) commands = menuOf(request) ?? commands
    unanswered = menus.filter(({ carriedOut, status }) => !carriedOut && status === undefined)
    return commands
  }
}

function menuOf({ method, body }: RecordedRequest): readonly MenuCommand[] | undefined {
  if (method === 'PUT commands') return discordMenu.safeParse(body).data
  if (method !== 'setMyCommands') return undefined
  const menu = telegramMenu.safeParse(body).data
  return menu?.commands.map(({ command, description }) => ({ name: command, description }))
}
