import { once } from 'node:events'
import { expect, test } from 'vitest'
import { GatewayDispatchEvents } from 'discord.js'
import { WebSocket } from 'ws'
import { createDiscordSandbox } from '../../../src/sandbox/discord/discord-sandbox.ts'
import { connectClient, createClient } from './connect-client.ts'
import { channelOf, restCall } from './rest-call.ts'

test('every event of a channel that is in no cache reaches the raw dispatches of discord.js', async () => {
  await using sandbox = await createDiscordSandbox({ now: Date.now })
  const alice = sandbox.addPerson()
  const old = alice.say('before the bot')
  await using bot = await connectClient(sandbox)
  const typed: unknown[] = []
  bot.client.ws.on(GatewayDispatchEvents.TypingStart, (data: unknown) => typed.push(data))
  alice.type()
  alice.edit(old.id, 'edited')
  alice.remove(old.id)
  const fresh = alice.say('fresh')
  await sandbox.flushed()

  const names = bot.heard.map((event) => event.name)
  expect(names).toEqual([
    'READY',
    'TYPING_START',
    'MESSAGE_UPDATE',
    'MESSAGE_DELETE',
    'MESSAGE_CREATE',
  ])
  const channel_id = await channelOf(sandbox, alice.id)
  expect(typed).toEqual([{ channel_id, user_id: alice.id, timestamp: expect.any(Number) }])
  expect(bot.of('MESSAGE_UPDATE')[0]).toMatchObject({
    id: old.id,
    content: 'edited',
    channel_type: 1,
  })
  expect(bot.of('MESSAGE_UPDATE')[0]?.edited_timestamp).toMatch(/^\d{4}-.*\+00:00$/)
  expect(bot.of('MESSAGE_DELETE')).toEqual([{ id: old.id, channel_id }])
  expect(bot.of('MESSAGE_CREATE')[0]).toMatchObject({
    id: fresh.id,
    author: { id: alice.id, bot: false },
  })
  expect(bot.of('MESSAGE_CREATE')[0]?.nonce).toMatch(/^\d+$/)
})

test('the first part of the token is the bot that READY names', async () => {
  await using sandbox = await createDiscordSandbox({ now: Date.now })
  await using bot = await connectClient(sandbox)
  const [first = ''] = sandbox.token.split('.')
  expect(Buffer.from(first, 'base64').toString()).toBe(bot.client.user.id)
  expect(bot.client.application.id).toBe(bot.client.user.id)
})

test('events in a cut are replayed to the resumed session, in order and once', async () => {
  await using sandbox = await createDiscordSandbox({ now: Date.now })
  const alice = sandbox.addPerson()
  await using bot = await connectClient(sandbox)
  alice.say('one')
  await sandbox.flushed()
  sandbox.cutConnections()
  alice.say('two')
  alice.say('three')
  await sandbox.flushed()
  expect(bot.of('MESSAGE_CREATE').map((message) => message.content)).toEqual([
    'one',
    'two',
    'three',
  ])
  expect(bot.of('RESUMED')).toHaveLength(1)
  expect(bot.of('READY')).toHaveLength(1)
})

test('an invalidated session is begun afresh, and what was missed is only in the history', async () => {
  await using sandbox = await createDiscordSandbox({ now: Date.now })
  const alice = sandbox.addPerson()
  await using bot = await connectClient(sandbox)
  sandbox.invalidateSession()
  const missed = alice.say('missed')
  await sandbox.flushed()
  alice.say('heard')
  await sandbox.flushed()
  expect(bot.of('READY')).toHaveLength(2)
  expect(bot.of('MESSAGE_CREATE').map((message) => message.content)).toEqual(['heard'])
  const channel = await channelOf(sandbox, alice.id)
  const history = await restCall(sandbox, 'GET', `/channels/${channel}/messages`)
  expect(history.list.map((message) => message.id)).toContain(missed.id)
})

test('a session outlives its socket for a minute and no longer', async () => {
  let now = Date.now()
  await using sandbox = await createDiscordSandbox({ now: () => now })
  const alice = sandbox.addPerson()
  await using bot = await connectClient(sandbox)
  sandbox.cutConnections()
  await once(bot.client, 'shardReconnecting')
  alice.say('too early')
  now += 60_000
  await sandbox.flushed()
  expect(bot.heard.map((event) => event.name)).toEqual(['READY', 'READY'])
})

test('what happens while nothing is connected is never dispatched', async () => {
  await using sandbox = await createDiscordSandbox({ now: Date.now })
  const alice = sandbox.addPerson()
  {
    await using bot = await connectClient(sandbox)
    alice.say('first')
    await sandbox.flushed()
    expect(bot.of('MESSAGE_CREATE')).toHaveLength(1)
  }
  alice.say('unheard')
  alice.type()
  await using bot = await connectClient(sandbox)
  await sandbox.flushed()
  expect(bot.heard.map((event) => event.name)).toEqual(['READY'])
  const channel = await channelOf(sandbox, alice.id)
  const history = await restCall(sandbox, 'GET', `/channels/${channel}/messages`)
  expect(history.list.map((message) => message.content)).toEqual(['unheard', 'first'])
})

test('flushed waits for a bot to connect, and fails when the sandbox closes', async () => {
  const sandbox = await createDiscordSandbox({ now: Date.now })
  let isFlushed = false
  const flushed = sandbox.flushed().then(() => (isFlushed = true))
  await restCall(sandbox, 'GET', '/gateway')
  expect(isFlushed).toBe(false)
  {
    await using bot = await connectClient(sandbox)
    await flushed
    expect(bot.of('READY')).toHaveLength(1)
  }
  const never = sandbox.flushed()
  await Promise.all([expect(never).rejects.toThrow('closed'), sandbox[Symbol.asyncDispose]()])
})

test('flushed waits for the bot that came last, not for one that was killed', async () => {
  await using sandbox = await createDiscordSandbox({ now: Date.now })
  const alice = sandbox.addPerson()
  const gateway = await restCall(sandbox, 'GET', '/gateway/bot')
  const killed = new WebSocket(gateway.body.url)
  await once(killed, 'open')
  const ready = new Promise((resolve) => {
    killed.on('message', (data: Buffer) => {
      if (data.toString().includes('READY')) resolve(undefined)
    })
  })
  killed.send(
    JSON.stringify({ op: 2, d: { token: sandbox.token, intents: 1 << 12, properties: {} } }),
  )
  await ready
  killed.terminate()
  alice.say('to nobody')
  const flushed = sandbox.flushed()
  await using bot = await connectClient(sandbox)
  await flushed
  expect(bot.heard.map((event) => event.name)).toEqual(['READY'])
})

test('a client that did not ask for typing is not told of it', async () => {
  await using sandbox = await createDiscordSandbox({ now: Date.now })
  const alice = sandbox.addPerson()
  await using bot = await connectClient(sandbox, { intents: ['DirectMessages'] })
  alice.type()
  alice.say('hello')
  await sandbox.flushed()
  expect(bot.heard.map((event) => event.name)).toEqual(['READY', 'MESSAGE_CREATE'])
})

test('the bot hears of its own messages, edits, deletions and typing', async () => {
  await using sandbox = await createDiscordSandbox({ now: Date.now })
  const alice = sandbox.addPerson()
  const channel = await channelOf(sandbox, alice.id)
  await using bot = await connectClient(sandbox)
  await restCall(sandbox, 'POST', `/channels/${channel}/typing`)
  const sent = await restCall(sandbox, 'POST', `/channels/${channel}/messages`, {
    content: 'a',
    nonce: 'n',
  })
  await restCall(sandbox, 'PATCH', `/channels/${channel}/messages/${sent.body.id}`, {
    content: 'b',
  })
  await restCall(sandbox, 'DELETE', `/channels/${channel}/messages/${sent.body.id}`)
  await sandbox.flushed()
  expect(bot.heard.slice(1)).toMatchObject([
    { name: 'TYPING_START', data: { user_id: bot.client.user.id } },
    {
      name: 'MESSAGE_CREATE',
      data: { content: 'a', nonce: 'n', author: { id: bot.client.user.id } },
    },
    { name: 'MESSAGE_UPDATE', data: { content: 'b' } },
    { name: 'MESSAGE_DELETE', data: { id: sent.body.id } },
  ])
  expect(alice.typingSeen).toBe(1)
  expect(alice.chat).toEqual([])
})

test('discord.js refuses to log in with a wrong token', async () => {
  await using sandbox = await createDiscordSandbox({ now: Date.now })
  const client = createClient(sandbox)
  await expect(client.login('MTA5.wrong.token')).rejects.toThrow('invalid token')
  await client.destroy()
})

test.each([
  ['a wrong token', { op: 2, d: { token: 'wrong', intents: 0, properties: {} } }, 4004],
  ['a resume with a wrong token', { op: 6, d: { token: 'wrong', session_id: 'x', seq: 1 } }, 4004],
  ['no sense', 'nonsense', 4002],
  ['a presence before anything else', { op: 3, d: {} }, 4003],
])('the gateway closes on %s', async (_what, frame, code) => {
  await using sandbox = await createDiscordSandbox({ now: Date.now })
  const gateway = await restCall(sandbox, 'GET', '/gateway/bot')
  const socket = new WebSocket(`${gateway.body.url}/?v=10&encoding=json`)
  await once(socket, 'open')
  socket.send(JSON.stringify(frame))
  const [closed] = await once(socket, 'close')
  expect(closed).toBe(code)
})

test('an app without privileged intents is refused when it asks for one', async () => {
  await using sandbox = await createDiscordSandbox({ now: Date.now })
  const gateway = await restCall(sandbox, 'GET', '/gateway/bot')
  const socket = new WebSocket(gateway.body.url)
  await once(socket, 'open')
  socket.send(
    JSON.stringify({ op: 2, d: { token: sandbox.token, intents: 1 << 15, properties: {} } }),
  )
  const [closed] = await once(socket, 'close')
  expect(closed).toBe(4014)
})
