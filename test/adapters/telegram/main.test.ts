import { expect, test } from 'vitest'

import { address, ref } from '../../../src/core/address.ts'
import { plain } from '../../../src/core/rich-text.ts'
import { ok, refuse } from './scripted-bot-api.ts'
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

test('the menu is written where it differs', async () => {
  await using setting = await createSetting()
  const { api, adapter, host } = setting
  await adapter.start(host)
  const { body } = await api.call('setMyShortDescription')
  expect(body).toEqual({ short_description: 'Short' })
  const scope = { type: 'all_private_chats' }
  expect((await api.call('setMyCommands')).body).toEqual({ commands, scope })
  expect((await api.call('getMyCommands')).body).toEqual({ scope })
  expect((await api.call('setMyDescription')).body).toEqual({ description: 'Long words' })
})

test('the menu is left alone where it is the same', async () => {
  await using setting = await createSetting()
  const { api, adapter, host } = setting
  const present: Readonly<Record<string, unknown>> = {
    getMyCommands: commands,
    getMyDescription: { description: profile.description },
    getMyShortDescription: { short_description: profile.shortDescription },
  }
  api.script = ({ method }, response) => {
    if (!(method in present)) return false
    response.end(JSON.stringify({ ok: true, result: present[method] }))
    return true
  }
  await adapter.start(host)
  await api.call('getMyShortDescription')
  await adapter[Symbol.asyncDispose]()
  expect(api.calls.filter(({ method }) => method.startsWith('setMy'))).toEqual([])
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
