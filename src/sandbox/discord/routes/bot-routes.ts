import { z } from 'zod'
import { apiErrors } from '../api-error.ts'
import { commandLanguages } from '../app-languages.ts'
import { application, bot, botId } from '../bot-identity.ts'
import { formError, parseForm } from '../form-error.ts'
import { ok, param } from '../route.ts'
import type { Call, Route } from '../route.ts'
import type { WireCommand, World } from '../world.ts'

const language = z.string().refine((code) => commandLanguages.has(code), 'Not a valid locale')
const command = z.object({
  name: z.string(),
  type: z.int().optional(),
  description: z.string().max(100).optional(),
  name_localizations: z.record(language, z.string().min(1).max(32)).nullish(),
  description_localizations: z.record(language, z.string().min(1).max(100)).nullish(),
  options: z.array(z.unknown()).max(25).optional(),
  default_member_permissions: z.string().nullish(),
  dm_permission: z.boolean().nullish(),
  nsfw: z.boolean().optional(),
  contexts: z.array(z.int().min(0).max(2)).nullish(),
  integration_types: z.array(z.int().min(0).max(1)).nullish(),
})
const commandList = z.array(command).max(100)
type Command = z.infer<typeof command>

/** https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-naming */
const commandName = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u

/** What is about the bot itself: where its gateway is, who it is, which commands it has. */
export function botRoutes(world: World, gatewayUrl: () => string): readonly Route[] {
  const nobody = () => undefined
  const limits = { total: 1000, remaining: 1000, reset_after: 86_400_000, max_concurrency: 1 }

  return [
    {
      kind: 'GET gateway',
      verb: 'GET',
      path: '/gateway',
      isOpen: true,
      addressee: nobody,
      run: () => ok({ url: gatewayUrl() }),
    },
    {
      kind: 'GET gateway',
      verb: 'GET',
      path: '/gateway/bot',
      addressee: nobody,
      run: () => ok({ url: gatewayUrl(), shards: 1, session_start_limit: limits }),
    },
    {
      kind: 'GET user',
      verb: 'GET',
      path: '/users/@me',
      addressee: nobody,
      run: () => ok({ ...bot, mfa_enabled: true, locale: 'en-US', verified: true, email: null }),
    },
    {
      kind: 'GET application',
      verb: 'GET',
      path: '/applications/@me',
      addressee: nobody,
      run: () => ok(application),
    },
    {
      kind: 'GET application',
      verb: 'GET',
      path: '/oauth2/applications/@me',
      addressee: nobody,
      run: () => ok(application),
    },
    {
      kind: 'GET commands',
      verb: 'GET',
      path: '/applications/:application/commands',
      addressee: nobody,
      run(call) {
        requireOwn(call)
        const isWhole = call.query.get('with_localizations') === 'true'
        return ok(
          [...world.commands.values()].map((each) => (isWhole ? each : inOneLanguage(each))),
        )
      },
    },
    {
      kind: 'PUT commands',
      verb: 'PUT',
      path: '/applications/:application/commands',
      addressee: nobody,
      run(call) {
        requireOwn(call)
        const list = parseForm(commandList, call.body)
        const byName = new Map<string, WireCommand>()
        for (const [index, given] of list.entries()) {
          requireValid(given, index)
          if (byName.has(given.name))
            throw formError(
              [index, 'name'],
              'APPLICATION_COMMANDS_DUPLICATE_NAME',
              'Application command names must be unique',
            )
          const id = world.commands.get(given.name)?.id ?? world.nextId()
          byName.set(given.name, wireCommand(id, world.nextId(), given))
        }
        world.commands = byName
        return ok([...byName.values()])
      },
    },
  ]
}

function requireOwn(call: Call): void {
  if (param(call, 'application') !== botId) throw apiErrors.notYourApplication()
}

function requireValid({ name, type = 1, description = '' }: Command, index: number): void {
  if (type !== 1)
    throw formError(
      [index, 'type'],
      'BASE_TYPE_CHOICES',
      'The sandbox knows chat input commands only.',
    )
  if (!commandName.test(name) || name !== name.toLowerCase()) {
    throw formError([index, 'name'], 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid')
  }
  if (description === '')
    throw formError([index, 'description'], 'BASE_TYPE_REQUIRED', 'This field is required')
}

/** In that of whoever asks, whom an app's own requests do not name: https://docs.discord.com/developers/interactions/application-commands#retrieving-localized-commands */
function inOneLanguage(command: WireCommand): object {
  const { name_localizations: _names, description_localizations: _descriptions, ...rest } = command
  return { ...rest, name_localized: rest.name, description_localized: rest.description }
}

/** https://docs.discord.com/developers/interactions/application-commands#application-command-object */
function wireCommand(id: string, version: string, given: Command): WireCommand {
  const wire = {
    id,
    application_id: botId,
    version,
    default_member_permissions: given.default_member_permissions ?? null,
    type: 1,
    name: given.name,
    name_localizations: given.name_localizations ?? null,
    description: given.description ?? '',
    description_localizations: given.description_localizations ?? null,
    dm_permission: given.dm_permission ?? true,
    contexts: given.contexts ?? null,
    integration_types: given.integration_types ?? [0],
    nsfw: given.nsfw ?? false,
    ...(given.options && { options: given.options }),
  }
  return wire
}
