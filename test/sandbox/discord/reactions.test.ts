import { GatewayIntentBits } from 'discord.js'
import type { DMChannel } from 'discord.js'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { bot as botUser } from '../../../src/sandbox/discord/bot-identity.ts'
import { createDiscordSandbox } from '../../../src/sandbox/discord/discord-sandbox.ts'
import type { DiscordSandbox } from '../../../src/sandbox/discord/discord-sandbox.ts'
import type { DiscordPerson } from '../../../src/sandbox/discord/discord-person.ts'
import { connectClient } from './connect-client.ts'
import { channelOf, restCall } from './rest-call.ts'

let sandbox: DiscordSandbox
let alice: DiscordPerson
let channel_id: string

beforeEach(async () => {
  sandbox = await createDiscordSandbox({ now: Date.now })
  alice = sandbox.addPerson()
  channel_id = await channelOf(sandbox, alice.id)
})
afterEach(() => sandbox[Symbol.asyncDispose]())

const intents = [GatewayIntentBits.DirectMessages, GatewayIntentBits.DirectMessageReactions]
const messages = () => `/channels/${channel_id}/messages`
const reaction = (verb: 'PUT' | 'DELETE', id: string, emoji: string) =>
  restCall(sandbox, verb, `${messages()}/${id}/reactions/${encodeURIComponent(emoji)}/@me`)
const shown = (id: string) => alice.chat.find((message) => message.id === id)?.reactions
const manyEmoji = Array.from({ length: 21 }, (_, index) => String.fromCodePoint(0x1f400 + index))

test('discord.js reacts and takes it back, and the gateway tells the bot both', async () => {
  await using bot = await connectClient(sandbox, { intents })
  const said = alice.say('hello')
  const channel = (await bot.client.channels.fetch(channel_id)) as DMChannel
  const message = await channel.messages.fetch(said.id)
  const mine = await message.react('❤️')
  expect(shown(said.id)).toEqual([{ emoji: '❤️', from: 'bot' }])
  expect((await reaction('PUT', said.id, '❤️')).status).toBe(204)
  await mine.users.remove(bot.client.user)
  expect(shown(said.id)).toEqual([])
  expect((await reaction('DELETE', said.id, '❤️')).status).toBe(204)
  await sandbox.flushed()
  const event = {
    user_id: botUser.id,
    channel_id,
    message_id: said.id,
    emoji: { id: null, name: '❤️' },
    burst: false,
    type: 0,
  }
  expect(bot.of('MESSAGE_REACTION_ADD')).toEqual([{ ...event, message_author_id: alice.id }])
  expect(bot.of('MESSAGE_REACTION_REMOVE')).toEqual([event])
})

test('a person’s reactions become exactly those given, one event each', async () => {
  await using bot = await connectClient(sandbox, { intents })
  const sent = await restCall(sandbox, 'POST', messages(), { content: 'a joke' })
  const { id } = sent.body
  alice.react(id, ['😂', '❤'])
  alice.react(id, ['❤️', '🏳️‍🌈', '😂'])
  alice.react(id, ['🏳️‍🌈'])
  expect(shown(id)).toEqual([{ emoji: '🏳️‍🌈', from: 'person' }])
  await sandbox.flushed()
  const told = bot.heard
    .filter(({ name }) => name.startsWith('MESSAGE_REACTION'))
    .map(({ name, data }) => ({ name, ...data }))
  const person = { user_id: alice.id, channel_id, message_id: id }
  const added = { ...person, name: 'MESSAGE_REACTION_ADD', message_author_id: botUser.id }
  const removed = { ...person, name: 'MESSAGE_REACTION_REMOVE' }
  expect(told).toMatchObject([
    { ...added, emoji: { id: null, name: '😂' } },
    { ...added, emoji: { id: null, name: '❤️' } },
    { ...added, emoji: { id: null, name: '🏳️‍🌈' } },
    { ...removed, emoji: { id: null, name: '😂' } },
    { ...removed, emoji: { id: null, name: '❤️' } },
  ])
})

test('a client without the intent hears of no reactions', async () => {
  await using bot = await connectClient(sandbox)
  const said = alice.say('hello')
  alice.react(said.id, ['👍'])
  await sandbox.flushed()
  expect(bot.heard.map(({ name }) => name)).toEqual(['READY', 'MESSAGE_CREATE'])
})

test('a message tells who has reacted how often, except inside its replies', async () => {
  const said = alice.say('hello')
  expect((await restCall(sandbox, 'GET', messages())).list[0]).not.toHaveProperty('reactions')
  alice.react(said.id, ['👍'])
  await reaction('PUT', said.id, '👍')
  await reaction('PUT', said.id, '🤷‍♂️')
  alice.say('an answer', { replyTo: said.id })
  alice.edit(said.id, 'hello you')
  const common = { burst_colors: [], me_burst: false, me: true }
  const reactions = [
    {
      ...common,
      emoji: { id: null, name: '👍' },
      count: 2,
      count_details: { burst: 0, normal: 2 },
    },
    {
      ...common,
      emoji: { id: null, name: '🤷‍♂️' },
      count: 1,
      count_details: { burst: 0, normal: 1 },
    },
  ]
  const [answer, first] = (await restCall(sandbox, 'GET', messages())).list
  expect(first).toMatchObject({ id: said.id, content: 'hello you', reactions })
  expect(answer?.referenced_message).toEqual({ ...first, reactions: undefined })
  expect(answer?.referenced_message).not.toHaveProperty('reactions')
  const one = await restCall(sandbox, 'GET', `${messages()}/${said.id}`)
  expect(one.body).toMatchObject({ reactions })
  await reaction('DELETE', said.id, '👍')
  expect((await restCall(sandbox, 'GET', `${messages()}/${said.id}`)).body).toMatchObject({
    reactions: [
      { count: 1, me: false },
      { count: 1, me: true },
    ],
  })
  expect(shown(said.id)).toEqual([
    { emoji: '👍', from: 'person' },
    { emoji: '🤷‍♂️', from: 'bot' },
  ])
})

describe('what Discord refuses', () => {
  test.each([
    ['no emoji', 'nice'],
    ['a custom emoji of a server that the bot is not in', 'blob:1234567890123456'],
    ['an emoji that is not written in full', '❤'],
    ['two emoji', '👍👍'],
  ])('%s', async (_what, emoji) => {
    const said = alice.say('hello')
    for (const verb of ['PUT', 'DELETE'] as const) {
      expect(await reaction(verb, said.id, emoji)).toMatchObject({
        status: 400,
        body: { code: 10014, message: 'Unknown Emoji' },
      })
    }
    expect(shown(said.id)).toEqual([])
  })

  test('more than 20 different ones, whoever put the others there', async () => {
    const said = alice.say('hello')
    alice.react(said.id, manyEmoji.slice(0, 20))
    expect(await reaction('PUT', said.id, manyEmoji[20] ?? '')).toMatchObject({
      status: 403,
      body: { code: 30010 },
    })
    expect((await reaction('PUT', said.id, manyEmoji[0] ?? '')).status).toBe(204)
    expect(shown(said.id)).toHaveLength(21)
    expect(() => alice.react(said.id, manyEmoji)).toThrow('20 different')
    // The bot’s one stays under the message, so that there is room for 19 others.
    expect(() => alice.react(said.id, manyEmoji.slice(1))).toThrow('20 different')
    alice.react(said.id, manyEmoji.slice(2))
    expect(shown(said.id)).toHaveLength(20)
  })

  test('reactions to who has blocked the bot, and to messages that are not there', async () => {
    const said = alice.say('hello')
    alice.block()
    expect(await reaction('PUT', said.id, '👍')).toMatchObject({
      status: 403,
      body: { code: 90001 },
    })
    alice.unblock()
    alice.remove(said.id)
    for (const verb of ['PUT', 'DELETE'] as const) {
      expect(await reaction(verb, said.id, '👍')).toMatchObject({
        status: 404,
        body: { code: 10008 },
      })
    }
  })
})

test('the app has no other emoji, and no other messages', () => {
  const said = alice.say('hello')
  expect(() => alice.react(said.id, ['nice'])).toThrow('no emoji nice')
  expect(() => alice.react('1', ['👍'])).toThrow('sees no message 1')
  alice.react(said.id, ['1️⃣', '🕵🏽‍♂', '☝🏽', '🇪🇺'])
  expect(shown(said.id)?.map(({ emoji }) => emoji)).toEqual(['1️⃣', '🕵🏽‍♂️', '☝🏽', '🇪🇺'])
})
