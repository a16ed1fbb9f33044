import { Api, Bot } from 'grammy'
import { describe, expect, it } from 'vitest'

import { openSandbox, refusal } from './sandbox.ts'

describe('the Bot API', () => {
  it('carries a conversation with a bot of grammY', async () => {
    await using sandbox = await openSandbox()
    const { apiRoot, server, anna } = sandbox
    const bot = new Bot(server.token, { client: { apiRoot } })
    bot.command('start', (context) =>
      context.reply('Ready?', {
        reply_markup: { inline_keyboard: [[{ text: 'Yes', callback_data: 'yes' }]] },
      }),
    )
    bot.on('callback_query:data', async (context) => {
      await context.answerCallbackQuery()
      await context.editMessageText(`You said ${context.callbackQuery.data}`)
    })
    bot.on('message:text', (context) => context.reply(`Echo: ${context.message.text}`))
    const polling = bot.start()

    const chatGrows = (length: number): Promise<void> =>
      new Promise((resolve) => {
        const stop = anna.onChange(() => {
          if (anna.chat.length < length) return
          stop()
          resolve()
        })
      })
    const greeted = chatGrows(3)
    anna.command('start')
    await greeted
    const question = anna.chat.at(-1)
    await anna.tap(question?.id ?? '', 'yes')
    const echoed = chatGrows(5)
    anna.say('hello, bot')
    await echoed
    await bot.stop()
    await polling
    expect(anna.chat.map(({ text }) => text)).toEqual([
      'hello',
      '/start',
      'You said yes',
      'hello, bot',
      'Echo: hello, bot',
    ])
    await server.flushed()
  })

  it('knows one token', async () => {
    await using sandbox = await openSandbox()
    const { apiRoot, server } = sandbox
    expect(server.token).toMatch(/^\d{10}:[\w-]{35}$/)
    const other = new Api('7000000001:another-token', { apiRoot })
    expect(await refusal(other.getMe())).toEqual({
      code: 401,
      description: 'Unauthorized',
      parameters: {},
    })
    expect(await sandbox.api.getMe()).toMatchObject({ id: 7_000_000_001, is_bot: true })
  })

  it('answers 404 to what it does not imitate', async () => {
    await using sandbox = await openSandbox()
    const { apiRoot, server, api, annaId } = sandbox
    const notFound = { code: 404, description: 'Not Found' }
    expect(await refusal(api.sendDice(annaId, '🎲'))).toMatchObject(notFound)
    const response = await fetch(`${apiRoot}/bot${server.token}`)
    expect(response.status).toBe(404)
    expect(await response.json()).toEqual({ ok: false, error_code: 404, description: 'Not Found' })
  })

  it('reads parameters from the query, a form, multipart and JSON, in methods of any case', async () => {
    await using sandbox = await openSandbox()
    const { apiRoot, server, anna } = sandbox
    const url = `${apiRoot}/bot${server.token}/SENDMESSAGE`
    const reply_markup = '{"inline_keyboard":[[{"text":"b","callback_data":"d"}]]}'
    const params = { chat_id: anna.id, reply_markup }
    const multipart = new FormData()
    for (const [name, value] of Object.entries({ ...params, text: 'three' }))
      multipart.set(name, value)
    const requests: readonly [string, RequestInit][] = [
      [`${url}?${new URLSearchParams({ ...params, text: 'one' }).toString()}`, {}],
      [url, { method: 'POST', body: new URLSearchParams({ ...params, text: 'two' }) }],
      [url, { method: 'POST', body: multipart }],
      [
        url,
        {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ ...params, text: 'four' }),
        },
      ],
    ]
    for (const [target, init] of requests) expect((await fetch(target, init)).status).toBe(200)
    expect(anna.chat.slice(1).map(({ text, buttons }) => [text, buttons])).toEqual(
      ['one', 'two', 'three', 'four'].map((text) => [text, [[{ label: 'b', data: 'd' }]]]),
    )
    const broken = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{',
    })
    expect(broken.status).toBe(400)
  })

  it('keeps commands by scope and language, and the words of the profile', async () => {
    await using sandbox = await openSandbox()
    const { api } = sandbox
    const scope = { type: 'all_private_chats' as const }
    const commands = [{ command: 'next', description: 'Somebody else' }]
    expect(await api.getMyCommands({ scope })).toEqual([])
    await api.setMyCommands(commands, { scope })
    expect(await api.getMyCommands({ scope })).toEqual(commands)
    expect(await api.getMyCommands()).toEqual([])
    expect(await api.getMyCommands({ scope, language_code: 'de' })).toEqual([])
    await api.deleteMyCommands({ scope })
    expect(await api.getMyCommands({ scope })).toEqual([])
    expect(
      await refusal(api.setMyCommands([{ command: 'Next!', description: 'x' }])),
    ).toMatchObject({
      description: 'Bad Request: BOT_COMMAND_INVALID',
    })

    expect(await api.getMyDescription()).toEqual({ description: '' })
    await api.setMyDescription('Talk to strangers')
    await api.setMyShortDescription('Strangers')
    await api.setMyName('Passing by')
    expect(await api.getMyDescription()).toEqual({ description: 'Talk to strangers' })
    expect(await api.getMyShortDescription()).toEqual({ short_description: 'Strangers' })
    expect(await api.getMyName()).toEqual({ name: 'Passing by' })
    expect(await refusal(api.setMyDescription('x'.repeat(513)))).toMatchObject({ code: 400 })
  })

  it('records what the bot asked for, without polls that brought nothing', async () => {
    await using sandbox = await openSandbox()
    const { api, anna, annaId, server } = sandbox
    const before = server.requests.length
    await api.sendMessage(annaId, 'x')
    await api.getUpdates()
    anna.say('y')
    await api.getUpdates({ limit: 1 })
    expect(server.requests.slice(before)).toEqual([
      {
        method: 'sendMessage',
        person: anna.id,
        body: { chat_id: annaId, text: 'x' },
        status: 200,
        carriedOut: true,
      },
      {
        method: 'getUpdates',
        person: undefined,
        body: { limit: 1 },
        status: 200,
        carriedOut: true,
      },
    ])
  })
})
