import type { Update } from 'grammy/types'
import { describe, expect, it } from 'vitest'

import { openSandbox, refusal, type TestSandbox } from './sandbox.ts'

async function onlyUpdate({ api }: TestSandbox): Promise<Update | undefined> {
  const updates = await api.getUpdates()
  expect(updates).toHaveLength(1)
  return updates[0]
}

describe('a person', () => {
  it('opens the chat with their first words', async () => {
    await using sandbox = await openSandbox()
    const { api, server } = sandbox
    const carla = server.addPerson({ name: 'Carla Kestrel', username: 'carla_kestrel' })
    carla.command('start')
    const update = await onlyUpdate(sandbox)
    const { id, name, username } = carla
    expect(update?.message).toMatchObject({
      text: '/start',
      entities: [{ type: 'bot_command', offset: 0, length: 6 }],
      from: { id: Number(id), is_bot: false, first_name: name, username },
      chat: { id: Number(id), type: 'private', first_name: name, username },
    })
    await api.sendMessage(id, 'hi')
    expect(carla.chat.map(({ from, text }) => [from, text])).toEqual([
      ['person', '/start'],
      ['bot', 'hi'],
    ])
  })

  it('has an id, a name and a username of their own', async () => {
    await using sandbox = await openSandbox()
    const { server } = sandbox
    for (let count = 0; count < 100; count += 1) server.addPerson()
    expect(new Set(server.people.map(({ id }) => id)).size).toBe(102)
    expect(new Set(server.people.map(({ username }) => username)).size).toBe(102)
    for (const { id } of server.people) expect(id).toMatch(/^\d{10}$/)
    server.addPerson({ username: 'Taken_Name' })
    expect(() => server.addPerson({ username: 'taken_name' })).toThrow('taken')
  })

  it('replies with formatting', async () => {
    await using sandbox = await openSandbox()
    const { api, anna, annaId } = sandbox
    const asked = await api.sendMessage(annaId, 'how are you?')
    const said = anna.say('fine, thanks', {
      replyTo: String(asked.message_id),
      entities: [{ type: 'spoiler', offset: 0, length: 4 }],
    })
    expect(said).toMatchObject({ replyTo: String(asked.message_id), from: 'person' })
    expect((await onlyUpdate(sandbox))?.message).toMatchObject({
      reply_to_message: { message_id: asked.message_id, text: 'how are you?' },
      entities: [{ type: 'spoiler', offset: 0, length: 4 }],
    })
  })

  it('can say nothing that an app would not send', async () => {
    await using sandbox = await openSandbox()
    const { anna } = sandbox
    expect(() => anna.say('  ')).toThrow('empty')
    expect(() => anna.say('x'.repeat(4097))).toThrow('too long')
    expect(() => anna.say('x', { replyTo: '1' })).toThrow('sees no message')
    expect(() => anna.send('smell')).toThrow('no content of the kind smell')
    expect(anna.chat).toHaveLength(1)
  })

  it.each([
    ['photo', 'photo'],
    ['video', 'video'],
    ['animation', 'animation'],
    ['audio', 'audio'],
    ['voice', 'voice'],
    ['video-note', 'video_note'],
    ['sticker', 'sticker'],
    ['document', 'document'],
    ['contact', 'contact'],
    ['poll', 'poll'],
    ['dice', 'dice'],
    ['story', 'story'],
    ['game', 'game'],
    ['invoice', 'invoice'],
    ['paid-media', 'paid_media'],
    ['giveaway', 'giveaway'],
    ['checklist', 'checklist'],
    ['forward', 'forward_origin'],
    ['rich-message', 'rich_message'],
  ])('sends content of the kind %s', async (kind, field) => {
    await using sandbox = await openSandbox()
    const { anna } = sandbox
    expect(anna.send(kind)).toMatchObject({ kind, text: '', from: 'person' })
    expect((await onlyUpdate(sandbox))?.message).toHaveProperty(field)
  })

  it.each(['location', 'venue'])('shares a place as a %s', async (kind) => {
    await using sandbox = await openSandbox()
    const { anna } = sandbox
    const title = kind === 'venue' ? `Home of ${anna.name}` : undefined
    const place = { latitude: 52.516275, longitude: 13.377704, title }
    expect(anna.send(kind)).toMatchObject({ kind: 'place', text: '', place })
    expect((await onlyUpdate(sandbox))?.message).toHaveProperty(kind)
  })

  it('sends what no bot knows yet as a message without content', async () => {
    await using sandbox = await openSandbox()
    sandbox.anna.send('unknown')
    const { message } = (await onlyUpdate(sandbox)) ?? {}
    expect(Object.keys(message ?? {}).toSorted()).toEqual(['chat', 'date', 'from', 'message_id'])
  })

  it('sends an album as two photos of one group', async () => {
    await using sandbox = await openSandbox()
    sandbox.anna.send('album')
    const groups = (await sandbox.api.getUpdates()).map(({ message }) => message?.media_group_id)
    expect(groups).toHaveLength(2)
    expect(groups[0]).toMatch(/^\d+$/)
    expect(groups[1]).toBe(groups[0])
    expect(sandbox.anna.chat.slice(1).map(({ album }) => album)).toEqual(groups)
  })

  it('blocks and unblocks the bot, which is told both', async () => {
    await using sandbox = await openSandbox()
    const { api, anna } = sandbox
    anna.block()
    anna.block()
    expect(anna.hasBlocked).toBe(true)
    expect(() => anna.say('x')).toThrow('has blocked the bot')
    anna.unblock()
    const told = (await api.getUpdates()).map(({ my_chat_member: member }) => [
      member?.old_chat_member.status,
      member?.new_chat_member.status,
    ])
    expect(told).toEqual([
      ['member', 'kicked'],
      ['kicked', 'member'],
    ])
  })

  it('deletes their account, types and removes messages without the bot being told', async () => {
    await using sandbox = await openSandbox()
    const { api, anna } = sandbox
    anna.type()
    anna.remove(anna.chat[0]?.id ?? '')
    anna.deleteAccount()
    expect(anna.chat).toEqual([])
    expect(() => anna.say('x')).toThrow('no account')
    expect(await api.getUpdates()).toEqual([])
  })

  it('edits what they said', async () => {
    await using sandbox = await openSandbox()
    const { api, anna, annaId } = sandbox
    const said = anna.say('helo')
    await api.getUpdates({ offset: ((await onlyUpdate(sandbox))?.update_id ?? 0) + 1 })
    anna.edit(said.id, 'hello there')
    expect((await onlyUpdate(sandbox))?.edited_message).toMatchObject({
      message_id: Number(said.id),
      text: 'hello there',
      edit_date: expect.any(Number),
    })
    expect(anna.chat.at(-1)).toMatchObject({ id: said.id, text: 'hello there', edited: true })
    const { message_id } = await api.sendMessage(annaId, 'not yours')
    expect(() => anna.edit(String(message_id), 'mine')).toThrow('cannot edit')
  })

  it('edits formatting away, in vain without a change, and not after two days', async () => {
    await using sandbox = await openSandbox()
    const { api, anna, pass } = sandbox
    const said = anna.say('loud', { entities: [{ type: 'bold', offset: 0, length: 4 }] })
    await api.getUpdates({ offset: ((await onlyUpdate(sandbox))?.update_id ?? 0) + 1 })
    anna.edit(said.id, 'loud')
    anna.edit(said.id, ' loud ')
    const { edited_message } = (await onlyUpdate(sandbox)) ?? {}
    expect(edited_message).toMatchObject({ message_id: Number(said.id), text: 'loud' })
    expect(edited_message).not.toHaveProperty('entities')
    expect(() => anna.edit(said.id, '')).toThrow('empty')
    pass(48 * 3600 * 1000)
    expect(() => anna.edit(said.id, 'quiet')).toThrow('any more')
    expect(anna.chat.at(-1)).toMatchObject({ text: 'loud', entities: [], edited: true })
  })

  it('hears of every change in their app, and so does the server', async () => {
    await using sandbox = await openSandbox()
    const { api, anna, annaId, boris, server } = sandbox
    let own = 0
    let all = 0
    const stop = anna.onChange(() => (own += 1))
    server.onChange(() => (all += 1))
    await api.sendMessage(annaId, 'one')
    await api.sendMessage(boris.id, 'two')
    await api.sendChatAction(annaId, 'typing')
    stop()
    anna.say('three')
    server.addPerson()
    expect([own, all]).toEqual([2, 5])
  })
})

describe('a tap', () => {
  const reply_markup = { inline_keyboard: [[{ text: 'Go', callback_data: 'go' }]] }

  it('is over when the bot has answered it', async () => {
    await using sandbox = await openSandbox()
    const { api, anna, annaId } = sandbox
    const { message_id } = await api.sendMessage(annaId, 'ready?', { reply_markup })
    let isOver = false
    const tap = anna.tap(String(message_id), 'go').then(() => (isOver = true))
    const query = (await onlyUpdate(sandbox))?.callback_query
    expect(query).toMatchObject({
      data: 'go',
      from: { id: annaId },
      message: { message_id, text: 'ready?', reply_markup },
    })
    expect(isOver).toBe(false)
    await api.answerCallbackQuery(query?.id ?? '')
    await tap
  })

  it('fails when nobody answers, and where there is no such message', async () => {
    await using sandbox = await openSandbox()
    const { api, anna, annaId } = sandbox
    const { message_id } = await api.sendMessage(annaId, 'ready?', { reply_markup })
    await expect(anna.tap(String(message_id), 'go', 10)).rejects.toThrow(
      'not answered the tap on go in 10 ms',
    )
    await expect(anna.tap('1', 'go')).rejects.toThrow('no message 1')
  })

  it('takes one answer, in time', async () => {
    await using sandbox = await openSandbox()
    const { api, anna, annaId, pass } = sandbox
    const { message_id } = await api.sendMessage(annaId, 'ready?', { reply_markup })
    const tooOld = {
      code: 400,
      description:
        'Bad Request: query is too old and response timeout expired or query ID is invalid',
    }
    expect(await refusal(api.answerCallbackQuery('123'))).toMatchObject(tooOld)

    const tap = anna.tap(String(message_id), 'go')
    const first = await onlyUpdate(sandbox)
    await api.answerCallbackQuery(first?.callback_query?.id ?? '')
    await tap
    expect(await refusal(api.answerCallbackQuery(first?.callback_query?.id ?? ''))).toMatchObject(
      tooOld,
    )

    const late = refusal(anna.tap(String(message_id), 'go', 500))
    const [second] = await api.getUpdates({ offset: (first?.update_id ?? 0) + 1 })
    pass(61_000)
    expect(await refusal(api.answerCallbackQuery(second?.callback_query?.id ?? ''))).toMatchObject(
      tooOld,
    )
    expect(await late).toBe('Error')
  })
})
