import { afterEach, beforeEach, expect, test } from 'vitest'
import { createDiscordSandbox } from '../../../src/sandbox/discord/discord-sandbox.ts'
import type { DiscordSandbox } from '../../../src/sandbox/discord/discord-sandbox.ts'
import type { DiscordPerson } from '../../../src/sandbox/discord/discord-person.ts'
import { connectClient } from './connect-client.ts'
import { channelOf, restCall } from './rest-call.ts'

let sandbox: DiscordSandbox
let alice: DiscordPerson
let messages: string

beforeEach(async () => {
  sandbox = await createDiscordSandbox({ now: Date.now })
  alice = sandbox.addPerson()
  messages = `/channels/${await channelOf(sandbox, alice.id)}/messages`
})
afterEach(() => sandbox[Symbol.asyncDispose]())

const contents = async () =>
  (await restCall(sandbox, 'GET', messages)).list.map((message) => message.content)

test('the history shows edits and no messages that are gone', async () => {
  const [first, second, third] = ['one', 'two', 'three'].map((text) => alice.say(text).id)
  alice.edit(second ?? '', 'zwei')
  alice.remove(first ?? '')
  const [last, edited] = (await restCall(sandbox, 'GET', `${messages}?after=${first}`)).list
  expect(edited).toMatchObject({ id: second, content: 'zwei' })
  expect(edited?.edited_timestamp).toMatch(/^\d{4}-.*\+00:00$/)
  expect(last).toMatchObject({ id: third, content: 'three', edited_timestamp: null })
  expect(await restCall(sandbox, 'GET', `${messages}/${first}`)).toMatchObject({
    status: 404,
    body: { code: 10008 },
  })
})

test('an edit that changes nothing is not sent, and one to nothing not possible', async () => {
  await using bot = await connectClient(sandbox)
  const said = alice.say('one')
  alice.edit(said.id, ' one ')
  expect(() => alice.edit(said.id, ' ')).toThrow('no empty message')
  await sandbox.flushed()
  expect(bot.of('MESSAGE_UPDATE')).toEqual([])
  expect(alice.chat).toMatchObject([{ text: 'one', edited: false }])
})

test('a link that gets its preview is an update without an edit', async () => {
  await using bot = await connectClient(sandbox)
  const said = alice.say('see https://example.org/cats soon')
  sandbox.unfurl(alice, said.id)
  alice.edit(said.id, 'see https://example.org/cats now')
  sandbox.unfurl(alice, said.id)
  await sandbox.flushed()
  const [preview, edit, again] = bot.of('MESSAGE_UPDATE')
  expect(preview).toMatchObject({
    content: 'see https://example.org/cats soon',
    edited_timestamp: null,
    embeds: [{ url: 'https://example.org/cats' }],
  })
  expect(edit?.edited_timestamp).not.toBeNull()
  expect(again).toMatchObject({
    content: edit?.content,
    edited_timestamp: edit?.edited_timestamp,
    embeds: [{}, {}],
  })
  expect(() => sandbox.unfurl(alice, '1')).toThrow('no message 1')
  expect(() => sandbox.unfurl(sandbox.addPerson(), said.id)).toThrow('no chat')
})

test('a message whose embeds are suppressed gets no preview', async () => {
  const sent = await restCall(sandbox, 'POST', messages, { content: 'https://x.example', flags: 4 })
  expect(() => sandbox.unfurl(alice, sent.body.id)).toThrow('no embeds')
})

test('what the bot deletes is gone on both sides and comes back as an event', async () => {
  await using bot = await connectClient(sandbox)
  const sent = await restCall(sandbox, 'POST', messages, { content: 'x' })
  const { id, channel_id } = sent.body
  const gone = await restCall(sandbox, 'DELETE', `${messages}/${id}`)
  expect(gone.status).toBe(204)
  await sandbox.flushed()
  expect(bot.of('MESSAGE_DELETE')).toEqual([{ id, channel_id }])
  expect(alice.chat).toEqual([])
  expect(await contents()).toEqual([])
  expect(await restCall(sandbox, 'DELETE', `${messages}/${id}`)).toMatchObject({
    status: 404,
    body: { code: 10008 },
  })
})

test('many messages vanish in one event that names those that were there', async () => {
  await using bot = await connectClient(sandbox)
  const ids = ['one', 'two', 'three'].map((text) => alice.say(text).id)
  sandbox.removeMany(alice, [...ids.slice(0, 2), '1'])
  sandbox.removeMany(alice, ids.slice(0, 1))
  await sandbox.flushed()
  const channel_id = messages.split('/')[2]
  expect(bot.of('MESSAGE_DELETE_BULK')).toEqual([{ ids: ids.slice(0, 2), channel_id }])
  expect(bot.of('MESSAGE_DELETE')).toEqual([])
  expect(await contents()).toEqual(['three'])
})
