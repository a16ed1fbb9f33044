// What the bot shows around the conversation: buttons under a message, and the slash commands.

import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  ButtonStyle,
  ComponentType,
  InteractionContextType,
  RequestMethod,
  Routes,
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type RESTGetAPIApplicationCommandsResult,
} from 'discord.js'

import type { Button, Buttons } from '../../src/core/button.ts'
import type { CommandDescription } from '../../src/core/command.ts'
import type { Api } from './api.ts'

const styles = {
  plain: ButtonStyle.Secondary,
  primary: ButtonStyle.Primary,
  danger: ButtonStyle.Danger,
} as const

export function actionRows(
  buttons: Buttons,
): APIActionRowComponent<APIButtonComponentWithCustomId>[] {
  return buttons.map((row) => ({
    type: ComponentType.ActionRow,
    components: row.map(actionButton),
  }))
}

function actionButton({ label, data, style }: Button): APIButtonComponentWithCustomId {
  return { type: ComponentType.Button, style: styles[style], label, custom_id: data }
}

/** Whoever shares a server with the bot or added it to their account has the commands, in their DM with the bot alone. */
const everywhere = {
  integration_types: [
    ApplicationIntegrationType.GuildInstall,
    ApplicationIntegrationType.UserInstall,
  ],
  contexts: [InteractionContextType.BotDM],
}

/** Writes only what differs: there are 200 writes a day. https://docs.discord.com/developers/interactions/application-commands#registering-a-command */
export async function syncCommands(
  api: Api,
  applicationId: string,
  commands: readonly CommandDescription[],
  signal: AbortSignal,
): Promise<void> {
  const route = Routes.applicationCommands(applicationId)
  const wanted = commands.map(({ command, descriptions }) => ({
    name: command,
    description: descriptions.en,
    type: ApplicationCommandType.ChatInput,
    ...everywhere,
  }))
  const present = await api<RESTGetAPIApplicationCommandsResult>({
    name: 'GET commands',
    method: RequestMethod.Get,
    route,
    signal,
  })
  if (fingerprint(present) === fingerprint(wanted)) return
  await api({ name: 'PUT commands', method: RequestMethod.Put, route, body: wanted, signal })
}

interface ComparableCommand {
  readonly name: string
  readonly description: string
  readonly type: ApplicationCommandType
  readonly integration_types?: readonly number[]
  readonly contexts?: readonly number[] | null
}

/** Discord gives the commands back in any order, and with more in them than was written. */
function fingerprint(commands: readonly ComparableCommand[]): string {
  const lines = commands.map(({ name, description, type, integration_types: types, contexts }) =>
    JSON.stringify([name, description, type, numbers(types), numbers(contexts)]),
  )
  return lines.sort().join('\n')
}

function numbers(given: readonly number[] | null | undefined): readonly number[] {
  return (given ?? []).toSorted((a, b) => a - b)
}
