// The list of commands in the menu, per scope and language: https://core.telegram.org/bots/api#setmycommands

import type { BotCommand } from 'grammy/types'

import { badRequest } from '../api-error.ts'
import type { Cloud } from '../cloud.ts'
import { isRecord, type Params, structureParam, textParam } from '../params.ts'

const mostCommands = 100
const longestDescription = 256

export function setMyCommands(cloud: Cloud, params: Params): true {
  const commands = structureParam(params, 'commands', 'commands')
  if (!Array.isArray(commands)) throw badRequest('expected an Array of BotCommand')
  if (commands.length > mostCommands) throw badRequest('BOT_COMMANDS_TOO_MUCH')
  cloud.profile.set(key(params), commands.map(parseCommand))
  return true
}

export function getMyCommands(cloud: Cloud, params: Params): unknown {
  return cloud.profile.get(key(params)) ?? []
}

export function deleteMyCommands(cloud: Cloud, params: Params): true {
  cloud.profile.delete(key(params))
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

function key(params: Params): string {
  const scope = structureParam(params, 'scope', 'BotCommandScope') ?? { type: 'default' }
  if (!isRecord(scope)) throw badRequest('BotCommandScope must be an Object')
  const { type, chat_id: chat, user_id: user } = scope
  return JSON.stringify(['commands', type, chat, user, textParam(params, 'language_code')])
}
