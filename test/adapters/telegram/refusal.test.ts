// When Telegram wants nothing to do with us: at the start it is an error, later the end.

import type { ServerResponse } from 'node:http'

import { expect, test } from 'vitest'

import { createTelegramAdapter } from '../../../adapters/telegram/main.ts'
import { StartError } from '../../../src/adapter.ts'
import { silentLog } from '../../../src/log.ts'
import { ManualClock } from './manual-clock.ts'
import { refuse } from './scripted-bot-api.ts'
import { commands, createSetting, profile } from './setting.ts'

const secondPoller = (response: ServerResponse): true =>
  refuse(response, 409, 'Conflict: terminated by other getUpdates request')

test.each([
  [401, 'Unauthorized'],
  [404, 'Not Found'],
])('a token that Telegram answers with %i fails the start with a sentence', async (code, said) => {
  await using setting = await createSetting()
  const { api, adapter, host } = setting
  api.script = (_, response) => refuse(response, code, said)
  await expect(adapter.start(host)).rejects.toThrow(
    new StartError('Telegram refuses TELEGRAM_TOKEN. Copy it again from @BotFather.'),
  )
})

test('a second poller fails the start', async () => {
  await using setting = await createSetting()
  const { api, adapter, host } = setting
  api.script = ({ method }, response) => method === 'getUpdates' && secondPoller(response)
  await expect(adapter.start(host)).rejects.toBeInstanceOf(StartError)
  expect(host.states).toEqual(['starting'])
})

test('an address that is not the Bot API fails the start', async () => {
  await using setting = await createSetting()
  const { api, adapter, host } = setting
  api.script = (_, response) => Boolean(response.end('<html>It works!</html>'))
  await expect(adapter.start(host)).rejects.toThrow(/TELEGRAM_API_ROOT/)
})

test('a page of a gateway in trouble does not fail the start', async () => {
  await using setting = await createSetting()
  const { api, adapter, host } = setting
  api.script = (_, response) => Boolean(response.writeHead(502).end('<html>Bad Gateway</html>'))
  await adapter.start(host)
  expect(host.states).toEqual(['starting', 'reconnecting'])
})

test('a second poller later on ends it, in one sentence, and polls no more', async () => {
  await using setting = await createSetting()
  const { api, adapter, host } = setting
  await adapter.start(host)
  api.script = ({ method, body }, response) =>
    method === 'getUpdates' && body['offset'] === 2 && secondPoller(response)
  api.push({ update_id: 1 })
  await host.until(() => host.states.includes('halted'))
  expect(host.problems.at(-1)).toMatch(/^Another process .+\. Stop it, .+\.$/)
  const polls = api.count('getUpdates')
  await adapter[Symbol.asyncDispose]()
  expect(api.count('getUpdates')).toBe(polls)
})

test('a token that is revoked later on ends it', async () => {
  await using setting = await createSetting()
  const { api, adapter, host } = setting
  await adapter.start(host)
  api.script = (_, response) => refuse(response, 401, 'Unauthorized')
  api.push({ update_id: 1 })
  await host.until(() => host.states.at(-1) === 'halted')
  expect(host.problems.at(-1)).toMatch(/refuses TELEGRAM_TOKEN/)
})

test('a page instead of updates later on is waited out', async () => {
  await using setting = await createSetting()
  const { api, adapter, host, clock } = setting
  await adapter.start(host)
  let pages = 1
  api.script = ({ method }, response) =>
    method === 'getUpdates' && pages-- > 0 && Boolean(response.end('<html>Sign in</html>'))
  api.push({ update_id: 1 })
  await clock.awaited(200)
  clock.pass(200)
  await host.until(() => host.states.length === 4)
  expect(host.states).toEqual(['starting', 'connected', 'reconnecting', 'connected'])
})

test('what has not even the shape of a token is told before anything is asked', () => {
  const options = { apiRoot: 'http://127.0.0.1:1', clock: new ManualClock(), log: silentLog }
  expect(() => createTelegramAdapter({ ...options, token: 'abc', commands, profile })).toThrow(
    StartError,
  )
})
