import { expect, test } from 'vitest'

import { address, ref } from '../../../src/core/address.ts'
import { locales, type Locale } from '../../../src/core/locale.ts'
import { plain } from '../../../src/core/rich-text.ts'
import { ok, refuse, type Call } from './scripted-bot-api.ts'
import { commands, createSetting, profile } from './setting.ts'
import { group, memberUpdate, messageUpdate, tapUpdate } from './updates.ts'

const signal = new AbortController().signal
const to = address('5')

test('a sent text tells where it is, and an edit tells nothing', async () => {
  await using setting = await createSetting()
  const { adapter } = setting
  const text = plain('hi')
  const send = { kind: 'send', text, buttons: [], replyTo: undefined } as const
  expect(await adapter.perform({ to, key: 'k', action: send }, [], signal)).toEqual({
    refs: ['5/77'],
  })
  const edit = { kind: 'edit', ref: ref('5/77'), text, buttons: [] } as const
  expect(await adapter.perform({ to, key: 'k', action: edit }, [], signal)).toEqual({ refs: [] })
})

test('a tap is acknowledged at once, once, and whether that works or not', async () => {
  await using setting = await createSetting()
  const { api, adapter, host, clock } = setting
  api.script = ({ method }, response) =>
    method === 'answerCallbackQuery' && refuse(response, 400, 'Bad Request: query is too old')
  host.receiving = () => Promise.reject(new Error('disk full'))
  await adapter.start(host)
  api.push(tapUpdate(1, { data: 'find' }))
  const { body } = await api.call('answerCallbackQuery')
  expect(body).toEqual({ callback_query_id: 'query-1' })
  await clock.awaited(200)
  clock.pass(200)
  await host.until(() => host.offered.length === 2)
  expect(api.count('answerCallbackQuery')).toBe(1)
})

test('a tap that means nothing is acknowledged too', async () => {
  await using setting = await createSetting()
  const { api, adapter, host } = setting
  await adapter.start(host)
  api.push(tapUpdate(1, { game_short_name: 'x' }))
  await api.call('answerCallbackQuery')
  await api.call('getUpdates', (body) => body['offset'] === 2)
  expect(host.offered).toEqual([])
})

test('an acknowledgement that hangs holds nothing up', async () => {
  await using setting = await createSetting()
  const { api, adapter, host, clock } = setting
  let confirmations = 0
  api.script = ({ method, body }, response) => {
    if (body['offset'] === 2 && ++confirmations === 1) return ok(response, [])
    return method === 'answerCallbackQuery'
  }
  await adapter.start(host)
  api.push(tapUpdate(1, { data: 'find' }))
  await api.call('getUpdates', () => confirmations === 2)
  const disposed = adapter[Symbol.asyncDispose]()
  await clock.awaited(2000)
  clock.pass(2000)
  await disposed
})

test('a group is left once, and once more when the bot is brought back', async () => {
  await using setting = await createSetting()
  const { api, adapter, host } = setting
  await adapter.start(host)
  api.push(memberUpdate(1, 'member', group), messageUpdate(2, { text: 'hi all', chat: group }))
  await api.call('getUpdates', (body) => body['offset'] === 3)
  expect((await api.call('leaveChat')).body).toEqual({ chat_id: -100 })
  expect(api.count('leaveChat')).toBe(1)
  api.push(memberUpdate(3, 'left', group), memberUpdate(4, 'member', group))
  await api.call('leaveChat', () => api.count('leaveChat') === 2)
  expect(host.offered).toEqual([])
})

test('typing is shown, and nobody hears of it when it fails', async () => {
  await using setting = await createSetting()
  const { api, adapter } = setting
  api.script = (_, response) => refuse(response, 403, 'Forbidden: bot was blocked by the user')
  adapter.showTyping(to)
  expect((await api.call('sendChatAction')).body).toEqual({ chat_id: 5, action: 'typing' })
})

test('there is no way to look for what was sent', async () => {
  await using setting = await createSetting()
  const send = { kind: 'send', text: plain('hi'), buttons: [], replyTo: undefined } as const
  const { adapter } = setting
  expect(() => adapter.find({ to, key: 'k', action: send }, 0, signal)).toThrow(/repeat-once/)
  expect(adapter.capabilities.afterUnknown).toEqual({ kind: 'repeat-once' })
})

const everyMenuRequest = [
  'getMyCommands',
  'setMyCommands',
  'getMyDescription',
  'setMyDescription',
  'getMyShortDescription',
  'setMyShortDescription',
]
const scope = { type: 'all_private_chats' }
const isAboutMenu = ({ method }: Call) => everyMenuRequest.includes(method)

test('the menu is written in each language, English for whose language there is none, one after the other', async () => {
  await using setting = await createSetting()
  const { api, adapter, host } = setting
  await adapter.start(host)
  await api.call('setMyShortDescription', (body) => body['language_code'] === 'ar')
  const written = (locale: Locale, language: object) => {
    const { description, shortDescription } = profile[locale]
    const listed = commands.map(({ command, descriptions }) => ({
      command,
      description: descriptions[locale],
    }))
    return [
      { scope, ...language },
      { commands: listed, scope, ...language },
      language,
      { description, ...language },
      language,
      { short_description: shortDescription, ...language },
    ].map((body, at) => ({ method: everyMenuRequest[at], body }))
  }
  expect(api.calls.filter(isAboutMenu)).toEqual([
    ...written('en', {}),
    ...written('es', { language_code: 'es' }),
    ...written('ru', { language_code: 'ru' }),
    ...written('ar', { language_code: 'ar' }),
  ])
})

/** What is written there in a language; `undefined` of a request that does not ask for it. */
function present({ method, body }: Call): unknown {
  const locale = locales.find((language) => language === body['language_code']) ?? 'en'
  const { description, shortDescription } = profile[locale]
  switch (method) {
    case 'getMyCommands':
      return commands.map(({ command, descriptions }) => ({
        command,
        description: descriptions[locale],
      }))
    case 'getMyDescription':
      return { description }
    case 'getMyShortDescription':
      return { short_description: shortDescription }
    default:
      return undefined
  }
}

/** Asked for everything and wrote so much of it, by the time that it ends. */
async function menuWrites(differs: (call: Call) => boolean): Promise<readonly Call[]> {
  await using setting = await createSetting()
  const { api, adapter, host } = setting
  api.script = (call, response) => {
    const result = present(call)
    return result !== undefined && !differs(call) && ok(response, result)
  }
  await adapter.start(host)
  await api.call('getMyShortDescription', (body) => body['language_code'] === 'ar')
  await adapter[Symbol.asyncDispose]()
  return api.calls.filter(({ method }) => method.startsWith('setMy'))
}

test('the menu is left alone where it is the same in each language', async () => {
  expect(await menuWrites(() => false)).toEqual([])
})

test('only the language that differs is written', async () => {
  const inRussian = ({ method, body }: Call) =>
    method === 'getMyDescription' && body['language_code'] === 'ru'
  expect(await menuWrites(inRussian)).toEqual([
    {
      method: 'setMyDescription',
      body: { description: profile.ru.description, language_code: 'ru' },
    },
  ])
})

test('a menu that could not be written harms nothing and is tried at the next connection', async () => {
  await using setting = await createSetting()
  const { api, adapter, host, clock } = setting
  const troubles = new Set(['setMyCommands'])
  api.script = ({ method }, response) => troubles.delete(method) && refuse(response, 500, 'restart')
  await adapter.start(host)
  await api.call('setMyCommands')
  troubles.add('getUpdates')
  api.push({ update_id: 1 })
  await clock.awaited(200)
  clock.pass(200)
  await api.call('setMyShortDescription')
})
