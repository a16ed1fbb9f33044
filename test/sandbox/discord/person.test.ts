import { afterEach, beforeEach, expect, test } from 'vitest'
import { must } from '../../../src/lib/must.ts'
import { createDiscordSandbox } from '../../../src/sandbox/discord/discord-sandbox.ts'
import type { DiscordSandbox } from '../../../src/sandbox/discord/discord-sandbox.ts'
import type { DiscordPerson } from '../../../src/sandbox/discord/discord-person.ts'
import { connectClient } from './connect-client.ts'
import { channelOf, restCall } from './rest-call.ts'

let sandbox: DiscordSandbox
let alice: DiscordPerson

// Addresses of files say when they were told, so the clock stands still.
beforeEach(async () => {
  const start = Date.now()
  sandbox = await createDiscordSandbox({ now: () => start })
  alice = sandbox.addPerson({ name: 'Alice Canary', username: 'alice.canary' })
})
afterEach(() => sandbox[Symbol.asyncDispose]())

async function post() {
  const channel = await channelOf(sandbox, alice.id)
  return restCall(sandbox, 'POST', `/channels/${channel}/messages`, { content: 'x' })
}

const file = (type: string) => ({
  content: '',
  attachments: [{ content_type: type, url: expect.stringContaining('ex=') }],
})

test.each([
  ['photo', file('image/jpeg')],
  ['video', file('video/mp4')],
  ['animation', file('image/gif')],
  ['audio', file('audio/mpeg')],
  ['document', file('application/pdf')],
  ['voice', { flags: 8192, attachments: [{ waveform: expect.any(String), duration_secs: 3 }] }],
  ['sticker', { sticker_items: [{ format_type: 2 }] }],
  ['poll', { poll: { question: { text: 'Shall we meet?' } } }],
  [
    'forward',
    { content: '', message_reference: { type: 1 }, message_snapshots: [{ message: { type: 0 } }] },
  ],
  ['unknown', { type: 999 }],
])('a %s is told as Discord tells it', async (kind, shape) => {
  await using bot = await connectClient(sandbox)
  const sent = alice.send(kind)
  await sandbox.flushed()
  expect(sent).toMatchObject({ from: 'person', kind, text: '' })
  expect(bot.of('MESSAGE_CREATE')).toMatchObject([
    { id: sent.id, channel_type: 1, author: { id: alice.id }, ...shape },
  ])
  // The history tells the same, without what belongs to the event alone.
  const {
    nonce: _nonce,
    channel_type: _type,
    ...told
  } = must(bot.of('MESSAGE_CREATE')[0], 'one was told')
  const one = `/channels/${told.channel_id}/messages/${sent.id}`
  expect((await restCall(sandbox, 'GET', one)).body).toEqual(told)
})

test.each(['location', 'contact', 'venue', 'dice', 'video-note'])('Discord has no %s', (kind) => {
  expect(() => alice.send(kind)).toThrow(`no content of the kind ${kind}`)
  expect(alice.chat).toEqual([])
})

test('a photo can be a reply', async () => {
  const said = alice.say('look')
  expect(alice.send('photo', { replyTo: said.id }).replyTo).toBe(said.id)
})

test('a person has a channel from the first thing they do', async () => {
  await using bot = await connectClient(sandbox)
  expect(sandbox.dmsOpened).toBe(0)
  alice.say('hello')
  await sandbox.flushed()
  const channel = bot.of('MESSAGE_CREATE')[0]?.channel_id
  expect((await restCall(sandbox, 'GET', `/channels/${channel}`)).body).toMatchObject({
    id: channel,
    type: 1,
    recipients: [{ id: alice.id, username: 'alice.canary', global_name: 'Alice Canary' }],
  })
  expect(await channelOf(sandbox, alice.id)).toBe(channel)
})

test('who has blocked the bot hears nothing of it and says nothing to it', async () => {
  alice.say('hello')
  alice.block()
  expect(alice.hasBlocked).toBe(true)
  expect(await post()).toMatchObject({ status: 403, body: { code: 50007 } })
  const typing = `/channels/${await channelOf(sandbox, alice.id)}/typing`
  expect((await restCall(sandbox, 'POST', typing)).status).toBe(204)
  expect(alice.typingSeen).toBe(0)
  expect(() => alice.say('hm')).toThrow('has blocked')
  alice.unblock()
  expect((await post()).status).toBe(200)
  expect(alice.chat.map((message) => message.text)).toEqual(['hello', 'x'])
})

test('closed DMs, no common server and a deleted account have their own answers', async () => {
  const channel = await channelOf(sandbox, alice.id)
  alice.setReach('dms-closed')
  expect(await post()).toMatchObject({ status: 403, body: { code: 50007 } })
  alice.setReach('no-mutual-guilds')
  expect(await post()).toMatchObject({ status: 403, body: { code: 50278 } })
  alice.setReach('open')
  alice.deleteAccount()
  const sent = await restCall(sandbox, 'POST', `/channels/${channel}/messages`, { content: 'x' })
  expect(sent).toMatchObject({ status: 403, body: { code: 50007 } })
  const opened = await restCall(sandbox, 'POST', '/users/@me/channels', { recipient_id: alice.id })
  expect(opened).toMatchObject({ status: 404, body: { code: 10013 } })
  expect(() => alice.say('hm')).toThrow('deleted')
})

test('people edit and delete their own messages alone', async () => {
  const said = alice.say('one')
  alice.edit(said.id, 'two')
  expect(alice.chat).toMatchObject([{ text: 'two', edited: true }])
  const sent = await post()
  expect(() => alice.edit(sent.body.id, 'mine')).toThrow('of their own')
  expect(() => alice.remove(sent.body.id)).toThrow('of their own')
  alice.remove(said.id)
  expect(alice.chat.map((message) => message.id)).toEqual([sent.body.id])
})

test('every change of what an app shows is announced, to the person’s and the server’s listeners', async () => {
  const heard: string[] = []
  const stop = alice.onChange(() => heard.push('alice'))
  sandbox.onChange(() => heard.push('server'))
  const bob = sandbox.addPerson()
  bob.say('hello')
  expect(heard).toEqual(['server', 'server'])
  heard.length = 0
  await post()
  expect(heard.toSorted()).toEqual(['alice', 'server'])
  stop()
  heard.length = 0
  alice.say('x')
  expect(heard).toEqual(['server'])
})

test('people are strangers to each other by conspicuous names', () => {
  const bob = sandbox.addPerson()
  expect(sandbox.people).toEqual([alice, bob])
  expect(bob.name).toContain('Canary')
  expect(BigInt(bob.id)).toBeGreaterThan(BigInt(alice.id))
})

test('ids grow strictly, also while the clock stands still or goes back', async () => {
  let now = Date.parse('2026-03-01T12:00:00Z')
  await using still = await createDiscordSandbox({ now: () => now })
  const carol = still.addPerson()
  const ids = [carol.say('a').id, carol.say('b').id]
  now -= 60_000
  ids.push(carol.say('c').id)
  now += 120_000
  ids.push(carol.say('d').id)
  expect(ids).toEqual(ids.toSorted((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1)))
  expect(new Set(ids).size).toBe(4)
  expect(Number(BigInt(ids[3] ?? 0) >> 22n) + 1_420_070_400_000).toBe(now)
})
