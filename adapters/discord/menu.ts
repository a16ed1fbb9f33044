// What the bot shows around the conversation: buttons under a message, and the slash commands.

import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  ButtonStyle,
  ComponentType,
  InteractionContextType,
  Locale as AppLanguage,
  RequestMethod,
  Routes,
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type RESTGetAPIApplicationCommandsResult,
} from 'discord.js'

import type { Button, Buttons } from '../../src/core/button.ts'
import type { CommandDescription } from '../../src/core/command.ts'
import { fallbackLocale, type Locale } from '../../src/core/locale.ts'
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

/** The languages of Discord's apps that we speak; Arabic is none of them. https://docs.discord.com/developers/reference#locales */
const appLanguages: Readonly<Partial<Record<AppLanguage, Locale>>> = {
  [AppLanguage.SpanishES]: 'es',
  [AppLanguage.SpanishLATAM]: 'es',
  [AppLanguage.Russian]: 'ru',
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
    description: descriptions[fallbackLocale],
    description_localizations: Object.fromEntries(
      Object.entries(appLanguages).map(([language, locale]) => [language, descriptions[locale]]),
    ),
    type: ApplicationCommandType.ChatInput,
    ...everywhere,
  }))
  const present = await api<RESTGetAPIApplicationCommandsResult>({
    name: 'GET commands',
    method: RequestMethod.Get,
    route,
    // Without it, Discord tells the description in one language alone.
    query: new URLSearchParams({ with_localizations: 'true' }),
    signal,
  })
  if (fingerprint(present) === fingerprint(wanted)) return
  await api({ name: 'PUT commands', method: RequestMethod.Put, route, body: wanted, signal })
}

interface ComparableCommand {
  readonly name: string
  readonly description: string
  readonly description_localizations?: Readonly<Record<string, string | null>> | null
  readonly type: ApplicationCommandType
  readonly integration_types?: readonly number[]
  readonly contexts?: readonly number[] | null
}

/** Discord gives the commands back in any order, and with more in them than was written. */
function fingerprint(commands: readonly ComparableCommand[]): string {
  const lines = commands.map((command) => {
    const { name, description, description_localizations: localizations, type } = command
    const { integration_types: types, contexts } = command
    const inLanguages = Object.entries(localizations ?? {}).toSorted(byFirst)
    return JSON.stringify([name, description, inLanguages, type, numbers(types), numbers(contexts)])
  })
  return lines.sort().join('\n')
}

const byFirst = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : 1

function numbers(given: readonly number[] | null | undefined): readonly number[] {
  return (given ?? []).toSorted((a, b) => a - b)
}
