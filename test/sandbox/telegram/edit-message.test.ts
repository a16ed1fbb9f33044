import { describe, expect, it } from 'vitest'

import { openSandbox, refusal } from './sandbox.ts'

const keyboard = { inline_keyboard: [[{ text: 'Go', callback_data: 'go' }]] }
const notModified =
  'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message'

describe('an edit by the bot', () => {
  it('replaces text and buttons, and takes the buttons away when it names none', async () => {
    await using sandbox = await openSandbox()
    const { api, anna, annaId, pass } = sandbox
    const { message_id } = await api.sendMessage(annaId, 'before', { reply_markup: keyboard })
    const sentAt = anna.chat.at(-1)?.at
    pass(60_000)
    const edited = await api.editMessageText(annaId, message_id, 'after')
    expect(edited).toMatchObject({ text: 'after', edit_date: expect.any(Number) })
    expect(anna.chat.at(-1)).toMatchObject({ text: 'after', buttons: [], edited: true, at: sentAt })
    expect(anna.chat).toHaveLength(2)
  })

  it('is refused when nothing changes', async () => {
    await using sandbox = await openSandbox()
    const { api, annaId } = sandbox
    const entities = [{ type: 'bold' as const, offset: 0, length: 4 }]
    const { message_id } = await api.sendMessage(annaId, 'same', {
      entities,
      reply_markup: keyboard,
    })
    const again = { entities, reply_markup: keyboard }
    const unchanged = { code: 400, description: notModified }
    expect(await refusal(api.editMessageText(annaId, message_id, 'same', again))).toMatchObject(
      unchanged,
    )
    await api.editMessageText(annaId, message_id, 'same', { reply_markup: keyboard })
    expect(
      await refusal(api.editMessageText(annaId, message_id, 'same', { reply_markup: keyboard })),
    ).toMatchObject(unchanged)
  })

  it('changes the buttons alone', async () => {
    await using sandbox = await openSandbox()
    const { api, anna, annaId } = sandbox
    const { message_id } = await api.sendMessage(annaId, 'pick', { reply_markup: keyboard })
    await api.editMessageReplyMarkup(annaId, message_id)
    expect(anna.chat.at(-1)).toMatchObject({ text: 'pick', buttons: [] })
    expect(await refusal(api.editMessageReplyMarkup(annaId, message_id))).toMatchObject({
      description: notModified,
    })
  })

  it('finds no message that is gone or in another chat, and touches none of a person', async () => {
    await using sandbox = await openSandbox()
    const { api, anna, annaId, boris } = sandbox
    const own = anna.say('mine')
    const { message_id } = await api.sendMessage(boris.id, 'elsewhere')
    const missing = { code: 400, description: 'Bad Request: message to edit not found' }
    expect(await refusal(api.editMessageText(annaId, 1, 'x'))).toMatchObject(missing)
    expect(await refusal(api.editMessageText(annaId, message_id, 'x'))).toMatchObject(missing)
    expect(await refusal(api.editMessageText(annaId, Number(own.id), 'x'))).toMatchObject({
      code: 400,
      description: "Bad Request: message can't be edited",
    })
  })
})

describe('deleteMessage', () => {
  it('takes a message away once', async () => {
    await using sandbox = await openSandbox()
    const { api, anna, annaId } = sandbox
    const first = await api.sendMessage(annaId, 'first')
    const second = await api.sendMessage(annaId, 'second')
    await api.deleteMessage(annaId, first.message_id)
    expect(anna.chat.map(({ text }) => text)).toEqual(['hello', 'second'])
    expect(await refusal(api.deleteMessage(annaId, first.message_id))).toMatchObject({
      code: 400,
      description: 'Bad Request: message to delete not found',
    })
    await api.editMessageText(annaId, second.message_id, 'still found')
    expect(anna.chat.at(-1)?.text).toBe('still found')
  })

  it('takes away what a person wrote, on both sides', async () => {
    await using sandbox = await openSandbox()
    const { api, anna, annaId } = sandbox
    await api.deleteMessage(annaId, Number(anna.chat[0]?.id))
    expect(anna.chat).toEqual([])
  })

  it('leaves what is two days old', async () => {
    await using sandbox = await openSandbox()
    const { api, annaId, pass } = sandbox
    const { message_id } = await api.sendMessage(annaId, 'old')
    pass(48 * 3600 * 1000)
    expect(await refusal(api.deleteMessage(annaId, message_id))).toMatchObject({
      code: 400,
      description: "Bad Request: message can't be deleted for everyone",
    })
  })
})
