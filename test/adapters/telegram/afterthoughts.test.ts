// What is done to messages that were said before: edits, deletions, reactions.

import { afterEach, beforeEach, expect, test } from 'vitest'

import { telegramCapabilities } from '../../../adapters/telegram/capabilities.ts'
import { foreignChat, toInbound } from '../../../adapters/telegram/inbound.ts'
import { toRequest } from '../../../adapters/telegram/outbound.ts'
import { asListed } from '../../../adapters/telegram/reactions.ts'
import type { Action, Receipt } from '../../../src/core/action.ts'
import { address, ref } from '../../../src/core/address.ts'
import { DeliveryError, type Failure } from '../../../src/core/delivery-error.ts'
import { must } from '../../../src/lib/must.ts'
import { ok, refuse } from './scripted-bot-api.ts'
import { createSetting, type Setting } from './setting.ts'
import {
  ann,
  annAsSender,
  annsChat,
  editUpdate,
  group,
  messageUpdate,
  reactionUpdate,
} from './updates.ts'

const botId = '123456789'
const replied = { message_id: 7, date: 1_699_000_000, chat: annsChat, text: 'earlier' }
const bot = { ...ann, is_bot: true }
const thumb = { type: 'emoji', emoji: '👍' } as const

test('an edited message is told by its name and its present content, once for ever', () => {
  const entities = [{ type: 'bold', offset: 0, length: 2 }]
  expect(toInbound(editUpdate(42, { text: 'hi!', entities }), botId)).toEqual({
    sender: annAsSender,
    seenKey: 'update:123456789:42',
    position: undefined,
    event: {
      kind: 'edited',
      ref: '5/1042',
      content: {
        kind: 'text',
        text: { text: 'hi!', ranges: [{ start: 0, end: 2, format: { kind: 'bold' } }] },
      },
    },
  })
})

test('what is edited into a command is words, and what is refused keeps its name', () => {
  expect(toInbound(editUpdate(1, { text: '/stop' }), botId)?.event).toMatchObject({
    kind: 'edited',
    content: { kind: 'text', text: { text: '/stop' } },
  })
  expect(toInbound(editUpdate(1, { checklist: { title: 'x' } }), botId)?.event).toMatchObject({
    kind: 'edited',
    content: { kind: 'refused', what: 'checklist' },
  })
})

test('another file, other words under it and another place come as edits', () => {
  const photo = [{ file_id: 'f', file_unique_id: 'u', width: 1, height: 1 }]
  expect(toInbound(editUpdate(1, { photo, caption: '/stop' }), botId)?.event).toMatchObject({
    kind: 'edited',
    ref: '5/1001',
    content: { kind: 'media', files: [{ file: { ref: 'f' } }], caption: { text: '/stop' } },
  })
  const location = { latitude: 1.5, longitude: 2.5, live_period: 60 }
  expect(toInbound(editUpdate(1, { location }), botId)?.event).toMatchObject({
    kind: 'edited',
    content: { kind: 'place', place: { latitude: 1.5, longitude: 2.5 } },
  })
})

test('what somebody has put under a message is told as the whole set, without what only Telegram has', () => {
  const custom = { type: 'custom_emoji', custom_emoji_id: '5368324170671202286' } as const
  const heart = { type: 'emoji', emoji: '❤' } as const
  expect(toInbound(reactionUpdate(42, [custom, heart, { type: 'paid' }, thumb]), botId)).toEqual({
    sender: annAsSender,
    seenKey: 'update:123456789:42',
    position: undefined,
    event: { kind: 'reacted', ref: '5/900', reaction: { kind: 'set', emoji: ['❤', '👍'] } },
  })
  expect(toInbound(reactionUpdate(1, [custom]), botId)?.event).toMatchObject({
    reaction: { kind: 'set', emoji: [] },
  })
})

test.each([
  ['an edit in a group', editUpdate(1, { text: 'hi', chat: group })],
  ['an edit by a bot', editUpdate(1, { text: 'hi', from: bot })],
  ['an edit of a service message', editUpdate(1, { pinned_message: {} })],
  ['a reaction in a group', reactionUpdate(1, [thumb], { chat: group })],
  ['a reaction of a bot', reactionUpdate(1, [thumb], { user: bot })],
  ['a reaction of nobody', reactionUpdate(1, [thumb], { user: undefined, actor_chat: group })],
])('%s is nothing', (_what, update) => {
  expect(toInbound(update, botId)).toBeUndefined()
})

test('a group that shows itself by an edit or a reaction is named as one to leave', () => {
  const named = { id: -100, isIn: true }
  expect(foreignChat(editUpdate(1, { text: 'hi', chat: group }))).toEqual(named)
  expect(foreignChat(reactionUpdate(1, [thumb], { chat: group }))).toEqual(named)
  expect(foreignChat(editUpdate(1, { text: 'hi' }))).toBeUndefined()
  expect(foreignChat(reactionUpdate(1, [thumb]))).toBeUndefined()
})

test('nothing of who edits or reacts goes further but the id, and username and language in their own places', () => {
  for (const update of [editUpdate(1, { text: 'hi' }), reactionUpdate(2, [thumb])]) {
    const { sender, ...told } = must(toInbound(update, botId), 'it tells something')
    const { handle, language, ...rest } = sender
    expect([handle, language]).toEqual(['annabel_leigh', 'de'])
    expect(JSON.stringify({ ...told, rest })).not.toMatch(/annabel|leigh|"de"/i)
  }
})

test('a command names the message that it was sent as a reply to', () => {
  const update = messageUpdate(1, { text: '/delete', reply_to_message: replied })
  expect(toInbound(update, botId)?.event).toEqual({
    kind: 'command',
    command: 'delete',
    replyTo: { ref: '5/7', at: 1_699_000_000_000 },
  })
})

const remove: Action = { kind: 'delete', ref: ref('5/31') }
const react = (...emoji: readonly string[]): Action => ({
  kind: 'react',
  ref: ref('5/31'),
  emoji,
  before: ['🔥'],
})
const requestFor = (action: Action) => toRequest({ to: address('5'), key: 'k', action })

test('a message is taken back by its id', () => {
  expect(requestFor(remove)).toEqual({
    method: 'deleteMessage',
    payload: { chat_id: 5, message_id: 31 },
  })
})

test.each([
  [['👍'], [thumb]],
  [['👍', '❤\ufe0f'], [{ type: 'emoji', emoji: '❤' }]],
  [['🤷\u200d♂\ufe0f'], [{ type: 'emoji', emoji: '🤷\u200d♂' }]],
  [[], []],
])('of the reactions %j the newest is put, spelled as Telegram does', (emoji, reaction) => {
  expect(requestFor(react(...emoji))).toEqual({
    method: 'setMessageReaction',
    payload: { chat_id: 5, message_id: 31, reaction },
  })
})

test.each([
  ['a reaction that Telegram does not know', react('🦖')],
  ['a reaction to what is no message', { ...react('👍'), ref: ref('x') }],
  ['a deletion of what is no message', { ...remove, ref: ref('x') }],
] as const)('%s is rejected before anything is sent', (_what, action) => {
  expect(() => requestFor(action)).toThrow(DeliveryError)
})

test('the reactions of the capabilities are spelled without variation selectors, and all are listed', () => {
  const { most, allowed } = telegramCapabilities.reactions
  expect(most).toBe(1)
  if (allowed === 'any') throw new Error('Telegram does not allow any.')
  expect(allowed.size).toBe(73)
  for (const emoji of allowed) {
    expect(emoji).not.toContain('\ufe0f')
    expect(asListed(`${emoji}\ufe0f`)).toBe(asListed(emoji))
  }
  expect(telegramCapabilities.tellsDeletions).toBe(false)
})

let setting: Setting
beforeEach(async () => {
  setting = await createSetting()
})
afterEach(() => setting[Symbol.asyncDispose]())

const perform = (action: Action): Promise<Receipt> =>
  setting.adapter.perform({ to: address('5'), key: 'k', action }, [], new AbortController().signal)

async function failureAfter(code: number, description: string, action: Action): Promise<Failure> {
  setting.api.script = (_call, response) => refuse(response, code, description)
  const error: unknown = await perform(action).catch((reason: unknown) => reason)
  if (error instanceof DeliveryError) return error.failure
  throw new Error('It did not fail with a DeliveryError.', { cause: error })
}

test('taking back and reacting are one request each, and answer with no name', async () => {
  const { api } = setting
  expect(await perform(remove)).toEqual({ refs: [] })
  expect(await perform(react('👍'))).toEqual({ refs: [] })
  expect(await perform(react())).toEqual({ refs: [] })
  expect(api.calls).toEqual([
    { method: 'deleteMessage', body: { chat_id: 5, message_id: 31 } },
    { method: 'setMessageReaction', body: { chat_id: 5, message_id: 31, reaction: [thumb] } },
    { method: 'setMessageReaction', body: { chat_id: 5, message_id: 31, reaction: [] } },
  ])
})

test('to take back what is gone already has succeeded', async () => {
  const { api } = setting
  const description = 'Bad Request: message to delete not found'
  api.script = ({ method }, response) =>
    method === 'deleteMessage' ? refuse(response, 400, description) : ok(response, true)
  expect(await perform(remove)).toEqual({ refs: [] })
})

test.each<[string, Action, number, string, Failure['kind']]>([
  ['delete', remove, 400, "Bad Request: message can't be deleted", 'rejected'],
  ['delete', remove, 400, "Bad Request: message can't be deleted for everyone", 'rejected'],
  ['delete', remove, 400, 'Bad Request: message is not modified', 'rejected'],
  ['delete', remove, 403, 'Forbidden: bot was blocked by the user', 'recipient-gone'],
  ['delete', remove, 500, 'Internal Server Error', 'unknown'],
  ['react', react('👍'), 400, 'Bad Request: REACTION_INVALID', 'rejected'],
  ['react', react('👍'), 400, 'Bad Request: message to react not found', 'rejected'],
  ['react', react('👍'), 400, 'Bad Request: message to delete not found', 'rejected'],
  ['react', react('👍'), 401, 'Unauthorized', 'adapter-halted'],
  ['react', react('👍'), 502, 'Bad Gateway', 'unknown'],
])('to %s %j: %i %s means %s', async (_kind, action, code, description, kind) => {
  expect(await failureAfter(code, description, action)).toEqual({ kind })
})
