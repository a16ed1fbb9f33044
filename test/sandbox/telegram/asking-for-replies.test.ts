import { describe, expect, it } from 'vitest'

import { openSandbox, refusal, type TestSandbox } from './sandbox.ts'

const ask = ({ api, annaId }: TestSandbox, text: string, input_field_placeholder: string) =>
  api.sendMessage(annaId, text, { reply_markup: { force_reply: true, input_field_placeholder } })

describe('force_reply', () => {
  it('opens a reply in the app, and what the person then writes answers the message', async () => {
    await using sandbox = await openSandbox()
    const { api, anna } = sandbox
    const asked = await ask(sandbox, 'What about?', 'Your topic')
    expect(asked).not.toHaveProperty('reply_markup')
    expect(anna.chat.at(-1)).toMatchObject({
      text: 'What about?',
      asksReply: { placeholder: 'Your topic' },
      buttons: [],
    })
    const said = anna.reply('gardens')
    expect(said).toMatchObject({ text: 'gardens', replyTo: String(asked.message_id) })
    const [update] = await api.getUpdates()
    expect(update?.message).toMatchObject({
      text: 'gardens',
      reply_to_message: { message_id: asked.message_id, text: 'What about?' },
    })
  })

  it('is over when it is answered, removed or when a newer message asks', async () => {
    await using sandbox = await openSandbox()
    const { anna } = sandbox
    const asking = () =>
      anna.chat.flatMap(({ text, asksReply }) => (asksReply === undefined ? [] : text))
    const first = await ask(sandbox, 'one?', 'x')
    await ask(sandbox, 'two?', 'x')
    expect(asking()).toEqual(['two?'])
    anna.say('yes', { replyTo: String(first.message_id) })
    anna.say('no')
    expect(asking()).toEqual(['two?'])
    anna.reply('yes')
    expect(asking()).toEqual([])
    expect(() => anna.reply('again')).toThrow('Nothing asks')
    const third = await ask(sandbox, 'three?', 'x')
    expect(asking()).toEqual(['three?'])
    anna.remove(String(third.message_id))
    expect(() => anna.reply('yes')).toThrow('Nothing asks')
  })

  it('needs no placeholder, and takes one of 64 characters', async () => {
    await using sandbox = await openSandbox()
    const { api, anna, annaId } = sandbox
    await api.sendMessage(annaId, 'What about?', { reply_markup: { force_reply: true } })
    expect(anna.chat.at(-1)?.asksReply).toEqual({ placeholder: '' })
    await ask(sandbox, 'And now?', 'x'.repeat(64))
    expect(anna.chat.at(-1)?.asksReply).toEqual({ placeholder: 'x'.repeat(64) })
  })

  it.each(['', 'x'.repeat(65)])('does not take the placeholder "%s"', async (placeholder) => {
    await using sandbox = await openSandbox()
    expect(await refusal(ask(sandbox, 'What about?', placeholder))).toMatchObject({
      code: 400,
      description: 'Bad Request: the sandbox takes placeholders of 1-64 characters',
    })
    expect(sandbox.anna.chat).toHaveLength(1)
  })

  it('goes with no other kind of markup', async () => {
    await using sandbox = await openSandbox()
    const { annaId } = sandbox
    const reply_markup = { force_reply: true, inline_keyboard: [] }
    const params = { chat_id: annaId, text: 'x', reply_markup }
    const response = await sandbox.fetch('sendMessage', params, AbortSignal.timeout(5000))
    expect(await response.json()).toMatchObject({
      description: 'Bad Request: the sandbox does not know inline_keyboard',
    })
  })

  it('makes a message that cannot be edited, not even once it is answered', async () => {
    await using sandbox = await openSandbox()
    const { api, anna, annaId } = sandbox
    const { message_id } = await ask(sandbox, 'What about?', 'Your topic')
    const cannot = { code: 400, description: "Bad Request: message can't be edited" }
    expect(await refusal(api.editMessageText(annaId, message_id, 'Well?'))).toMatchObject(cannot)
    anna.reply('gardens')
    expect(await refusal(api.editMessageText(annaId, message_id, 'Well?'))).toMatchObject(cannot)
    await api.deleteMessage(annaId, message_id)
    expect(anna.chat.at(-1)).toMatchObject({ text: 'gardens' })
  })
})
