import { AttachmentBuilder } from 'discord.js'
import type { DMChannel } from 'discord.js'
import { beforeEach, afterEach, describe, expect, test } from 'vitest'
import { createDiscordSandbox } from '../../../src/sandbox/discord/discord-sandbox.ts'
import type { DiscordSandbox } from '../../../src/sandbox/discord/discord-sandbox.ts'
import type { DiscordPerson } from '../../../src/sandbox/discord/discord-person.ts'
import { connectClient } from './connect-client.ts'
import { channelOf, restCall } from './rest-call.ts'
import type { RestAnswer } from './rest-call.ts'

let now: number
let sandbox: DiscordSandbox
let alice: DiscordPerson
let messages: string

beforeEach(async () => {
  now = Date.parse('2026-03-01T12:00:00Z')
  sandbox = await createDiscordSandbox({ now: () => now })
  alice = sandbox.addPerson()
  messages = `/channels/${await channelOf(sandbox, alice.id)}/messages`
})
afterEach(() => sandbox[Symbol.asyncDispose]())

const post = (body: object) => restCall(sandbox, 'POST', messages, body)
const get = (query: string) => restCall(sandbox, 'GET', messages + query)
const contents = (answer: RestAnswer) => answer.list.map((each) => each.content)

test('discord.js hears a direct message and answers it as a reply with buttons', async () => {
  await using bot = await connectClient(sandbox)
  const said = alice.say('**hello**')
  await sandbox.flushed()
  expect(bot.of('MESSAGE_CREATE')).toMatchObject([
    { id: said.id, content: '**hello**', channel_type: 1 },
  ])
  const channel = await bot.client.channels.fetch(messages.split('/')[2] ?? '')
  const sent = await (channel as DMChannel).send({
    content: 'hi',
    nonce: 'key-1',
    enforceNonce: true,
    reply: { messageReference: said.id, failIfNotExists: false },
    components: [{ type: 1, components: [{ type: 2, style: 1, label: 'Go', customId: 'go' }] }],
  })
  expect(sent.nonce).toBe('key-1')
  expect(alice.chat).toMatchObject([
    { id: said.id, from: 'person', text: '**hello**', kind: 'text', edited: false },
    {
      id: sent.id,
      from: 'bot',
      text: 'hi',
      buttons: [[{ label: 'Go', data: 'go' }]],
      replyTo: said.id,
    },
  ])
  const edited = await sent.edit({ content: 'hi again', components: [] })
  expect(edited.editedTimestamp).toBe(now)
  expect(alice.chat[1]).toMatchObject({ text: 'hi again', buttons: [], edited: true })
  await sent.delete()
  expect(alice.chat).toHaveLength(1)
})

test('discord.js sends a file as a form', async () => {
  await using bot = await connectClient(sandbox)
  const channel = await bot.client.users.createDM(alice.id)
  const file = new AttachmentBuilder(Buffer.from('bytes'), {
    name: 'note.txt',
    description: 'a note',
  })
  const sent = await channel.send({ content: 'see', files: [file] })
  expect(sent.attachments.first()).toMatchObject({
    name: 'note.txt',
    size: 5,
    description: 'a note',
  })
  expect(sent.attachments.first()?.url).toMatch(/note\.txt\?ex=[0-9a-f]+&is=[0-9a-f]+&hm=/)
})

test('a person’s reply carries the message that it answers, and null once that is gone', async () => {
  const sent = await post({ content: 'question' })
  const answer = alice.say('answer', { replyTo: sent.body.id })
  const reply = await restCall(sandbox, 'GET', `${messages}/${answer.id}`)
  expect(reply.body).toMatchObject({
    type: 19,
    message_reference: { type: 0, message_id: sent.body.id },
    referenced_message: { id: sent.body.id, content: 'question' },
  })
  await restCall(sandbox, 'DELETE', `${messages}/${sent.body.id}`)
  const later = await restCall(sandbox, 'GET', `${messages}/${answer.id}`)
  expect(later.body.referenced_message).toBeNull()
})

describe('history', () => {
  beforeEach(() => {
    for (let index = 1; index <= 5; index += 1) alice.say(`m${index}`)
  })
  const id = (index: number) => alice.chat[index - 1]?.id

  test('comes newest first', async () => {
    expect(contents(await get(''))).toEqual(['m5', 'm4', 'm3', 'm2', 'm1'])
    expect(contents(await get('?limit=2'))).toEqual(['m5', 'm4'])
  })

  test('is paged by ids, directly after or before them, even of deleted messages', async () => {
    expect(contents(await get(`?after=${id(2)}&limit=2`))).toEqual(['m4', 'm3'])
    expect(contents(await get('?after=0&limit=2'))).toEqual(['m2', 'm1'])
    expect(contents(await get(`?before=${id(4)}&limit=2`))).toEqual(['m3', 'm2'])
    expect(contents(await get(`?around=${id(3)}&limit=3`))).toEqual(['m4', 'm3', 'm2'])
    const second = id(2)
    alice.remove(second ?? '')
    expect(contents(await get(`?after=${second}&limit=2`))).toEqual(['m4', 'm3'])
    expect(contents(await get(`?after=${id(4)}`))).toEqual([])
  })

  test('has no nonces and at most 100 messages in a page', async () => {
    await post({ content: 'mine', nonce: 'n' })
    expect((await get('')).list.some((each: object) => 'nonce' in each)).toBe(false)
    expect(await get('?limit=101')).toMatchObject({ status: 400, body: { code: 50035 } })
    expect(await get('?limit=0')).toMatchObject({ status: 400, body: { code: 50035 } })
  })
})

describe('what Discord refuses', () => {
  test.each([
    ['too long a text', { content: 'x'.repeat(2001) }, 50035],
    ['no text at all', {}, 50006],
    ['nothing but blanks', { content: ' \n' }, 50006],
    ['too long a nonce', { content: 'x', nonce: 'n'.repeat(26) }, 50035],
    ['a reply to nothing', { content: 'x', message_reference: { message_id: '1' } }, 50035],
    [
      'too long a custom_id',
      { content: 'x', components: rowOf({ custom_id: 'c'.repeat(101) }) },
      50035,
    ],
    ['a button without custom_id', { content: 'x', components: rowOf({}) }, 50035],
    ['six buttons in a row', { content: 'x', components: sixButtons() }, 50035],
    [
      'the same custom_id twice',
      { content: 'x', components: [...rowOf({ custom_id: 'a' }), ...rowOf({ custom_id: 'a' })] },
      50035,
    ],
  ])('%s', async (_what, body, code) => {
    const answer = await post(body)
    expect(answer).toMatchObject({ status: 400, body: { code, message: expect.any(String) } })
    expect(alice.chat).toEqual([])
  })

  test('a field is named where it is wrong', async () => {
    const answer = await post({ content: 'x'.repeat(2001) })
    expect(answer.body.errors.content._errors[0]?.message).toBe('Must be 2000 or fewer in length.')
  })

  test('2000 characters are allowed, whatever they are in UTF-16', async () => {
    expect((await post({ content: '😀'.repeat(2000) })).status).toBe(200)
  })

  test('unknown places, and messages of others', async () => {
    const said = alice.say('mine')
    const one = `${messages}/${said.id}`
    expect(await restCall(sandbox, 'GET', '/channels/1')).toMatchObject({
      status: 404,
      body: { code: 10003 },
    })
    expect(await restCall(sandbox, 'POST', '/channels/1/messages', { content: 'x' })).toMatchObject(
      { status: 404, body: { code: 10003 } },
    )
    expect(await restCall(sandbox, 'PATCH', one, { content: 'x' })).toMatchObject({
      status: 403,
      body: { code: 50005 },
    })
    expect(await restCall(sandbox, 'DELETE', one)).toMatchObject({
      status: 403,
      body: { code: 50003 },
    })
    expect(await restCall(sandbox, 'PATCH', `${messages}/1`, { content: 'x' })).toMatchObject({
      status: 404,
      body: { code: 10008 },
    })
    expect(await restCall(sandbox, 'DELETE', `${messages}/1`)).toMatchObject({
      status: 404,
      body: { code: 10008 },
    })
    expect(
      await restCall(sandbox, 'POST', '/users/@me/channels', { recipient_id: '1' }),
    ).toMatchObject({ status: 404, body: { code: 10013 } })
    expect(await restCall(sandbox, 'GET', '/guilds/1')).toMatchObject({
      status: 404,
      body: { code: 0 },
    })
    expect(
      await restCall(sandbox, 'GET', '/users/@me', undefined, { authorization: 'Bot x' }),
    ).toMatchObject({
      status: 401,
      body: { message: '401: Unauthorized', code: 0 },
    })
    expect(alice.chat).toMatchObject([{ text: 'mine' }])
  })
})

test('a reply to a message that is gone is a plain message if it may be', async () => {
  const answer = await post({
    content: 'x',
    message_reference: { message_id: '1', fail_if_not_exists: false },
  })
  expect(answer.body).toMatchObject({ type: 0, content: 'x' })
  expect(answer.body).not.toHaveProperty('message_reference')
})

test('mentions are told as allowed_mentions has them', async () => {
  const content = `hey <@${alice.id}>`
  const ids = async (body: object) => (await post(body)).body.mentions.map((user) => user.id)
  expect(await ids({ content })).toEqual([alice.id])
  expect(await ids({ content, allowed_mentions: { parse: [] } })).toEqual([])
  const said = alice.say('hello')
  const message_reference = { message_id: said.id }
  expect(await ids({ content: 'x', message_reference })).toEqual([alice.id])
  expect(
    await ids({
      content: 'x',
      message_reference,
      allowed_mentions: { parse: [], replied_user: false },
    }),
  ).toEqual([])
})

test('SUPPRESS_EMBEDS is kept, and an edit changes what it names', async () => {
  const sent = await post({ content: 'x', flags: 4, components: rowOf({ custom_id: 'a' }) })
  expect(sent.body.flags).toBe(4)
  const edited = await restCall(sandbox, 'PATCH', `${messages}/${sent.body.id}`, { content: 'y' })
  expect(edited.body).toMatchObject({ content: 'y', flags: 4, components: sent.body.components })
  expect(edited.body.components[0]?.components[0]).toMatchObject({ id: 2, custom_id: 'a' })
})

describe('a nonce that is enforced', () => {
  const keyed = { content: 'once', nonce: 'key', enforce_nonce: true }

  test('makes no second message within five minutes', async () => {
    const first = await post(keyed)
    now += 5 * 60_000 - 1
    const second = await post({ ...keyed, content: 'other words' })
    expect(second).toMatchObject({
      status: 200,
      body: { id: first.body.id, content: 'once', nonce: 'key' },
    })
    expect(alice.chat).toHaveLength(1)
    now += 1
    const third = await post(keyed)
    expect(third.body.id).not.toBe(first.body.id)
    expect(alice.chat).toHaveLength(2)
  })

  test('answers Unknown Message when the first message was deleted', async () => {
    const first = await post(keyed)
    await restCall(sandbox, 'DELETE', `${messages}/${first.body.id}`)
    expect(await post(keyed)).toMatchObject({ status: 404, body: { code: 10008 } })
    expect(alice.chat).toEqual([])
  })

  test('counts for one channel only, and only when enforced', async () => {
    await post(keyed)
    const bob = sandbox.addPerson()
    await restCall(sandbox, 'POST', `/channels/${await channelOf(sandbox, bob.id)}/messages`, keyed)
    expect(bob.chat).toHaveLength(1)
    await post({ content: 'again', nonce: 'key' })
    expect(alice.chat).toHaveLength(2)
  })
})

function rowOf(button: object): object[] {
  return [{ type: 1, components: [{ type: 2, style: 1, label: 'Go', ...button }] }]
}

function sixButtons(): object[] {
  const components = [1, 2, 3, 4, 5, 6].map((id) => ({
    type: 2,
    style: 1,
    label: 'Go',
    custom_id: `${id}`,
  }))
  return [{ type: 1, components }]
}
