import type { ReactionTypeEmoji, Update } from 'grammy/types'
import { describe, expect, it } from 'vitest'

import { openSandbox, refusal, type TestSandbox } from './sandbox.ts'

const emoji = (...all: readonly ReactionTypeEmoji['emoji'][]): ReactionTypeEmoji[] =>
  all.map((each) => ({ type: 'emoji', emoji: each }))

/** As the product asks; grammY's own default leaves reactions out. */
async function listen({ api }: TestSandbox): Promise<Update[]> {
  return api.getUpdates({ allowed_updates: ['message', 'message_reaction'] })
}

describe('a reaction of the bot', () => {
  it('is shown, replaced by the next one and taken away by an empty list', async () => {
    await using sandbox = await openSandbox()
    const { api, anna, annaId } = sandbox
    await listen(sandbox)
    const own = anna.chat[0]?.id ?? ''
    const seen = () => anna.chat[0]?.reactions
    expect(seen()).toEqual([])
    expect(await api.setMessageReaction(annaId, Number(own), emoji('👍'))).toBe(true)
    expect(seen()).toEqual([{ emoji: '👍', from: 'bot' }])
    await api.setMessageReaction(annaId, Number(own), emoji('❤‍🔥'))
    expect(seen()).toEqual([{ emoji: '❤‍🔥', from: 'bot' }])
    await api.setMessageReaction(annaId, Number(own), emoji('❤‍🔥'), { is_big: true })
    expect(seen()).toEqual([{ emoji: '❤‍🔥', from: 'bot' }])
    await api.setMessageReaction(annaId, Number(own), [])
    expect(seen()).toEqual([])
    expect(await listen(sandbox)).toEqual([])
  })

  it('goes under messages of both, and lives through an edit', async () => {
    await using sandbox = await openSandbox()
    const { api, anna, annaId } = sandbox
    const { message_id } = await api.sendMessage(annaId, 'helo')
    await api.setMessageReaction(annaId, message_id, emoji('🔥'))
    await api.editMessageText(annaId, message_id, 'hello')
    expect(anna.chat.at(-1)).toMatchObject({
      text: 'hello',
      reactions: [{ emoji: '🔥', from: 'bot' }],
    })
  })

  it.each([
    ['one with a variation selector', [{ type: 'emoji', emoji: '❤️' }], 'REACTION_INVALID'],
    ['no reaction of Telegram', [{ type: 'emoji', emoji: '😂' }], 'REACTION_INVALID'],
    ['a custom one', [{ type: 'custom_emoji', custom_emoji_id: '1' }], 'REACTION_INVALID'],
    ['a paid one', [{ type: 'paid' }], 'REACTION_INVALID'],
    ['two', emoji('👍', '👎'), 'REACTIONS_TOO_MANY'],
    ['what is no list', { type: 'emoji', emoji: '👍' }, 'expected an Array of ReactionType'],
  ])('is refused: %s', async (_, reaction, problem) => {
    await using sandbox = await openSandbox()
    const { anna, annaId, fetch } = sandbox
    const params = { chat_id: annaId, message_id: Number(anna.chat[0]?.id), reaction }
    const answer = await fetch('setMessageReaction', params, AbortSignal.timeout(5000))
    expect(await answer.json()).toEqual({
      ok: false,
      error_code: 400,
      description: `Bad Request: ${problem}`,
    })
    expect(anna.chat[0]?.reactions).toEqual([])
  })

  it('needs a message that is in this chat, and a person who has not blocked the bot', async () => {
    await using sandbox = await openSandbox()
    const { api, anna, annaId, boris } = sandbox
    const own = Number(anna.chat[0]?.id)
    const elsewhere = Number(boris.chat[0]?.id)
    const missing = { code: 400, description: 'Bad Request: message to react not found' }
    expect(await refusal(api.setMessageReaction(annaId, 1, emoji('👍')))).toMatchObject(missing)
    expect(await refusal(api.setMessageReaction(annaId, elsewhere, []))).toMatchObject(missing)
    anna.block()
    expect(await refusal(api.setMessageReaction(annaId, own, emoji('👍')))).toMatchObject({
      code: 403,
      description: 'Forbidden: bot was blocked by the user',
    })
    anna.unblock()
    anna.remove(String(own))
    expect(await refusal(api.setMessageReaction(annaId, own, emoji('👍')))).toMatchObject(missing)
  })
})

describe('a reaction of a person', () => {
  it('is told with all that was and all that is, when it changes', async () => {
    await using sandbox = await openSandbox()
    const { api, anna, annaId } = sandbox
    await listen(sandbox)
    const { message_id } = await api.sendMessage(annaId, 'a joke')
    await api.setMessageReaction(annaId, message_id, emoji('👍'))
    anna.react(String(message_id), ['🤣'])
    anna.react(String(message_id), ['🤣'])
    anna.react(String(message_id), ['❤️'])
    expect(anna.chat.at(-1)?.reactions).toEqual([
      { emoji: '❤', from: 'person' },
      { emoji: '👍', from: 'bot' },
    ])
    anna.react(String(message_id), [])
    expect(anna.chat.at(-1)?.reactions).toEqual([{ emoji: '👍', from: 'bot' }])
    const told = (await listen(sandbox)).map((update) => update.message_reaction)
    expect(told[0]).toEqual({
      chat: expect.objectContaining({ id: annaId, type: 'private' }),
      message_id,
      user: expect.objectContaining({ id: annaId, is_bot: false }),
      date: expect.any(Number),
      old_reaction: [],
      new_reaction: emoji('🤣'),
    })
    expect(told.slice(1)).toMatchObject([
      { old_reaction: emoji('🤣'), new_reaction: emoji('❤') },
      { old_reaction: emoji('❤'), new_reaction: [] },
    ])
  })

  it('is shown and not told unless the bot asks for reactions', async () => {
    await using sandbox = await openSandbox()
    const { api, anna } = sandbox
    const own = anna.chat[0]?.id ?? ''
    anna.react(own, ['👍'])
    expect(anna.chat[0]?.reactions).toEqual([{ emoji: '👍', from: 'person' }])
    expect(await api.getUpdates()).toEqual([])
    expect(await api.getUpdates({ allowed_updates: [] })).toEqual([])
    anna.react(own, [])
    await listen(sandbox)
    anna.react(own, ['👎'])
    expect(await listen(sandbox)).toHaveLength(1)
  })

  it('is one that the app has, and one at most', async () => {
    await using sandbox = await openSandbox()
    const { anna } = sandbox
    const own = anna.chat[0]?.id ?? ''
    expect(() => anna.react(own, ['👍', '👎'])).toThrow('without Premium')
    expect(() => anna.react(own, ['😂'])).toThrow('no reaction 😂')
    expect(() => anna.react('1', ['👍'])).toThrow('sees no message 1')
    anna.block()
    expect(() => anna.react(own, ['👍'])).toThrow('has blocked the bot')
    expect(anna.chat[0]?.reactions).toEqual([])
  })
})
