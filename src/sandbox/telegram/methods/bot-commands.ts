// The list of commands in the menu, per scope and language: https://core.telegram.org/bots/api#setmycommands

import type { BotCommand, User } from 'grammy/types'

import { badRequest } from '../api-error.ts'
import type { Cloud } from '../cloud.ts'
import { isRecord, type Params, structureParam } from '../params.ts'
import { languageParam } from './language-param.ts'

const mostCommands = 100
const longestDescription = 256

export function setMyCommands(cloud: Cloud, params: Params): true {
  const commands = structureParam(params, 'commands', 'commands')
  if (!Array.isArray(commands)) throw badRequest('expected an Array of BotCommand')
  if (commands.length > mostCommands) throw badRequest('BOT_COMMANDS_TOO_MUCH')
  cloud.commands.set(listParam(params), commands.map(parseCommand))
  return tellEverybody(cloud)
}

/** Of this very scope and language, whatever else people would see. */
export function getMyCommands(cloud: Cloud, params: Params): readonly BotCommand[] {
  return cloud.commands.get(listParam(params)) ?? []
}

export function deleteMyCommands(cloud: Cloud, params: Params): true {
  cloud.commands.delete(listParam(params))
  return tellEverybody(cloud)
}

/** What somebody's app lists in their chat with the bot: https://core.telegram.org/bots/api#determining-list-of-commands */
export function shownCommands(
  { commands }: Cloud,
  { id, language_code: tag = '' }: User,
): readonly BotCommand[] {
  const scopes = [
    { type: 'chat', chat_id: id },
    { type: 'all_private_chats' },
    { type: 'default' },
  ] as const
  const language = tag.split('-')[0] ?? ''
  const lists = scopes.flatMap((scope) => [listName(scope, language), listName(scope, '')])
  const first = lists.find((name) => commands.has(name)) ?? ''
  return commands.get(first) ?? []
}

function tellEverybody({ chats }: Cloud): true {
  for (const { listeners } of chats.values()) listeners.notify()
  return true
}

function parseCommand(given: unknown): BotCommand {
  if (!isRecord(given)) throw badRequest("can't parse BotCommand: expected an Object")
  const { command, description } = given
  if (typeof command !== 'string' || !/^[a-z0-9_]{1,32}$/.test(command)) {
    throw badRequest('BOT_COMMAND_INVALID')
  }
  if (typeof description !== 'string' || description === '') {
    throw badRequest('command description must be non-empty')
  }
  if (description.length > longestDescription) throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID')
  return { command, description }
}

interface Scope {
  readonly type?: unknown
  readonly chat_id?: unknown
  readonly user_id?: unknown
}

function listParam(params: Params): string {
  const scope = structureParam(params, 'scope', 'BotCommandScope') ?? { type: 'default' }
  if (!isRecord(scope)) throw badRequest('BotCommandScope must be an Object')
  return listName(scope, languageParam(params))
}

function listName({ type, chat_id: chat, user_id: user }: Scope, language: string): string {
  return JSON.stringify([type, chat, user, language])
}
