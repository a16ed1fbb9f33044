import type { Api } from 'grammy'
import { describe, expect, it } from 'vitest'

import { openSandbox, refusal } from './sandbox.ts'

type Options = Parameters<Api['sendMessage']>[2]

describe('sendMessage', () => {
  it('shows the person the text with its formatting, buttons and reply', async () => {
    await using sandbox = await openSandbox()
    const { api, anna, annaId } = sandbox
    const question = anna.say('what is this?')
    const sent = await api.sendMessage(annaId, 'bold and linked', {
      entities: [
        { type: 'bold', offset: 0, length: 4 },
        { type: 'text_link', offset: 9, length: 6, url: 'https://example.org/' },
      ],
      reply_parameters: { message_id: Number(question.id) },
      reply_markup: {
        inline_keyboard: [[{ text: 'Yes', callback_data: 'yes', style: 'primary' }]],
      },
      link_preview_options: { is_disabled: true },
      protect_content: true,
    })
    expect(sent).toMatchObject({
      text: 'bold and linked',
      reply_to_message: { message_id: Number(question.id), text: 'what is this?' },
      has_protected_content: true,
      link_preview_options: { is_disabled: true },
    })
    expect(anna.chat.at(-1)).toEqual({
      id: String(sent.message_id),
      from: 'bot',
      at: sent.date * 1000,
      text: 'bold and linked',
      entities: [
        { type: 'bold', offset: 0, length: 4 },
        { type: 'text_link', offset: 9, length: 6, url: 'https://example.org/' },
      ],
      kind: 'text',
      files: [],
      place: undefined,
      album: undefined,
      buttons: [[{ label: 'Yes', data: 'yes' }]],
      replyTo: question.id,
      reactions: [],
      edited: false,
      asksReply: undefined,
      isProtected: true,
    })
  })

  it('numbers the messages of all chats with one counter that a restart does not set back', async () => {
    await using sandbox = await openSandbox()
    const { api, annaId, boris } = sandbox
    const one = await api.sendMessage(annaId, 'one')
    const two = await api.sendMessage(boris.id, 'two')
    expect(two.message_id).toBe(one.message_id + 1)
    expect(one.message_id).toBeGreaterThan((Date.UTC(2026, 0, 1) - Date.UTC(2020, 0, 1)) / 1000)
  })

  it('marks commands, links and mentions by itself, but not in code', async () => {
    await using sandbox = await openSandbox()
    const { api, annaId } = sandbox
    const text = '/next see https://example.org/a, or ask @somebody about /code'
    const { entities } = await api.sendMessage(annaId, text, {
      entities: [{ type: 'code', offset: text.indexOf('/code'), length: 5 }],
    })
    expect(
      entities?.map(({ type, offset, length }) => [type, text.slice(offset, offset + length)]),
    ).toEqual([
      ['bot_command', '/next'],
      ['url', 'https://example.org/a'],
      ['mention', '@somebody'],
      ['code', '/code'],
    ])
  })

  it('trims the text and moves its entities along, splitting those that cross', async () => {
    await using sandbox = await openSandbox()
    const { text, entities } = await sandbox.api.sendMessage(sandbox.annaId, '  one two three \n', {
      entities: [
        { type: 'bold', offset: 2, length: 7 },
        { type: 'italic', offset: 6, length: 11 },
      ],
    })
    expect(text).toBe('one two three')
    expect(entities).toEqual([
      { type: 'bold', offset: 0, length: 7 },
      { type: 'italic', offset: 4, length: 3 },
      { type: 'italic', offset: 7, length: 6 },
    ])
  })

  it.each<[string, string, Options, string]>([
    ['an empty text', '', {}, 'message text is empty'],
    ['nothing but white space', ' \n', {}, 'message text is empty'],
    ['a text of 4097', 'x'.repeat(4097), {}, 'message is too long'],
    [
      'an entity that begins inside a character',
      '👉 x',
      { entities: [{ type: 'bold', offset: 1, length: 1 }] },
      'entity begins in a middle of a UTF-16 symbol at byte offset 4',
    ],
    [
      'an entity that ends inside a character',
      '👉 x',
      { entities: [{ type: 'bold', offset: 0, length: 1 }] },
      'entity beginning at UTF-16 offset 0 ends in a middle of a UTF-16 symbol at byte offset 4',
    ],
    [
      'an entity that leaves the text',
      'aba caba',
      { entities: [{ type: 'bold', offset: 3, length: 6 }] },
      'entity beginning at UTF-16 offset 3 ends after the end of the text at UTF-16 offset 9',
    ],
    [
      'button data of 65 bytes',
      'x',
      { reply_markup: { inline_keyboard: [[{ text: 'b', callback_data: 'ä'.repeat(33) }]] } },
      'BUTTON_DATA_INVALID',
    ],
    [
      'empty button data',
      'x',
      { reply_markup: { inline_keyboard: [[{ text: 'b', callback_data: '' }]] } },
      'BUTTON_DATA_INVALID',
    ],
    [
      'a reply to what is not there',
      'x',
      { reply_parameters: { message_id: 1 } },
      'message to be replied not found',
    ],
    [
      'what it does not imitate',
      'x',
      { parse_mode: 'HTML' },
      'the sandbox does not know parse_mode',
    ],
  ])('refuses %s', async (_, text, options, why) => {
    await using sandbox = await openSandbox()
    const { api, anna, annaId } = sandbox
    expect(await refusal(api.sendMessage(annaId, text, options))).toEqual({
      code: 400,
      description: `Bad Request: ${why}`,
      parameters: {},
    })
    expect(anna.chat).toHaveLength(1)
  })

  it('takes 4096 units, and 64 bytes of button data', async () => {
    await using sandbox = await openSandbox()
    const sent = await sandbox.api.sendMessage(sandbox.annaId, 'x'.repeat(4096), {
      reply_markup: { inline_keyboard: [[{ text: 'b', callback_data: 'x'.repeat(64) }]] },
    })
    expect(sent.text).toHaveLength(4096)
  })

  it('sends without the reply where that is allowed and the message is gone', async () => {
    await using sandbox = await openSandbox()
    const { api, anna, annaId } = sandbox
    const question = anna.say('forget it')
    anna.remove(question.id)
    const sent = await api.sendMessage(annaId, 'what?', {
      reply_parameters: { message_id: Number(question.id), allow_sending_without_reply: true },
    })
    expect(sent.reply_to_message).toBeUndefined()
    expect(anna.chat.at(-1)?.replyTo).toBeUndefined()
  })

  it('reaches nobody who is unknown, has never written, has blocked the bot or is gone', async () => {
    await using sandbox = await openSandbox()
    const { api, anna, annaId, boris, server } = sandbox
    const stranger = server.addPerson()
    anna.block()
    boris.deleteAccount()
    const refused = async (id: number | string): Promise<unknown> =>
      refusal(api.sendMessage(id, 'x'))
    expect(await refused(1)).toMatchObject({
      code: 400,
      description: 'Bad Request: chat not found',
    })
    expect(await refused('')).toMatchObject({
      code: 400,
      description: 'Bad Request: chat_id is empty',
    })
    expect(await refused(stranger.id)).toMatchObject({
      code: 403,
      description: "Forbidden: bot can't initiate conversation with a user",
    })
    expect(await refused(annaId)).toMatchObject({
      code: 403,
      description: 'Forbidden: bot was blocked by the user',
    })
    expect(await refused(boris.id)).toMatchObject({
      code: 403,
      description: 'Forbidden: user is deactivated',
    })
    anna.unblock()
    await api.sendMessage(annaId, 'welcome back')
    expect(anna.chat.at(-1)?.text).toBe('welcome back')
  })

  it('shows typing', async () => {
    await using sandbox = await openSandbox()
    const { api, anna, annaId } = sandbox
    await api.sendChatAction(annaId, 'typing')
    expect(anna.typingSeen).toBe(1)
    const juggling = await sandbox.fetch(
      'sendChatAction',
      { chat_id: annaId, action: 'juggling' },
      AbortSignal.timeout(5000),
    )
    expect(await juggling.json()).toEqual({
      ok: false,
      error_code: 400,
      description: 'Bad Request: wrong parameter action in request',
    })
    expect(anna.typingSeen).toBe(1)
  })
})
