import { expect, test } from 'vitest'

import { ok, refuse } from './scripted-bot-api.ts'
import { createSetting } from './setting.ts'
import { memberUpdate, messageUpdate } from './updates.ts'

const hello = messageUpdate(10, { text: 'hello' })

test('the first poll asks for the updates that are understood, after a webhook was taken away', async () => {
  await using setting = await createSetting()
  const { api, adapter, host } = setting
  await adapter.start(host)
  expect(host.states).toEqual(['starting', 'connected'])
  expect(api.calls.slice(0, 3)).toEqual([
    { method: 'getMe', body: {} },
    { method: 'deleteWebhook', body: {} },
    {
      method: 'getUpdates',
      body: {
        timeout: 0,
        allowed_updates: [
          'message',
          'edited_message',
          'message_reaction',
          'callback_query',
          'my_chat_member',
        ],
      },
    },
  ])
  const poll = await api.call('getUpdates', (body) => body['timeout'] === 30)
  expect(poll.body).not.toHaveProperty('offset')
})

test('a batch is confirmed after it is committed and not before', async () => {
  await using setting = await createSetting()
  const { api, adapter, host } = setting
  const committed = Promise.withResolvers<void>()
  host.receiving = () => committed.promise
  await adapter.start(host)
  api.push(hello, messageUpdate(11, { text: 'world' }))
  await host.until(() => host.offered.length === 1)
  expect(host.offered[0]).toHaveLength(2)
  expect(api.waiting).toEqual([10, 11])
  expect(api.calls.some(({ body }) => 'offset' in body)).toBe(false)

  committed.resolve()
  await api.call('getUpdates', (body) => body['offset'] === 12)
  expect(api.waiting).toEqual([])
})

test('a batch that could not be committed is offered again, ever more slowly, and stays unconfirmed', async () => {
  await using setting = await createSetting()
  const { api, adapter, host, clock } = setting
  host.receiving = () => Promise.reject(new Error('disk full'))
  await adapter.start(host)
  api.push(hello)
  for (const delayMs of [200, 400, 800, 1600, 3200, 5000, 5000]) {
    await clock.awaited(delayMs)
    clock.pass(delayMs)
  }
  await host.until(() => host.offered.length === 8)
  expect(new Set(host.offered)).toHaveLength(1)
  expect(api.waiting).toEqual([10])

  host.receiving = async () => {}
  await clock.awaited(5000)
  clock.pass(5000)
  await api.call('getUpdates', (body) => body['offset'] === 11)
})

test('a batch that tells nothing is confirmed without bothering anybody', async () => {
  await using setting = await createSetting()
  const { api, adapter, host } = setting
  await adapter.start(host)
  api.push(messageUpdate(10, { pinned_message: {} }))
  await api.call('getUpdates', (body) => body['offset'] === 11)
  expect(host.offered).toEqual([])
})

test('trouble with a poll is told, waited out and told to be over', async () => {
  await using setting = await createSetting()
  const { api, adapter, host, clock } = setting
  await adapter.start(host)
  let trouble = 3
  api.script = ({ method }, response) =>
    method === 'getUpdates' && trouble-- > 0 && refuse(response, 502, 'Bad Gateway')
  api.push(hello)
  for (const delayMs of [200, 400, 800]) {
    await clock.awaited(delayMs)
    clock.pass(delayMs)
  }
  await host.until(() => host.states.length === 4)
  expect(host.states).toEqual(['starting', 'connected', 'reconnecting', 'connected'])
  expect(host.problems[2]).toBe('Telegram does not answer: 502 Bad Gateway.')
})

test('a poll that is limited waits for as long as Telegram says', async () => {
  await using setting = await createSetting()
  const { api, adapter, host, clock } = setting
  let isLimited = true
  api.script = ({ method }, response) => {
    if (method !== 'getUpdates' || !isLimited) return false
    isLimited = false
    return refuse(response, 429, 'Too Many Requests: retry after 17', { retry_after: 17 })
  }
  await adapter.start(host)
  await clock.awaited(17_000)
  clock.pass(17_000)
  await host.until(() => host.states.at(-1) === 'connected')
})

test('a poll that hangs is given up a little after its own timeout', async () => {
  await using setting = await createSetting()
  const { api, adapter, host, clock } = setting
  await adapter.start(host)
  await clock.awaited(40_000)
  await api.call('getUpdates', (body) => body['timeout'] === 30)
  clock.pass(40_000)
  await host.until(() => host.states.includes('reconnecting'))
  await clock.awaited(200)
  clock.pass(200)
  await host.until(() => host.states.at(-1) === 'connected')
})

test('a Telegram that cannot be reached does not fail the start, and is joined when it comes back', async () => {
  await using setting = await createSetting()
  const { api, adapter, host, clock } = setting
  let isAway = true
  api.script = (_, response) => isAway && Boolean(response.destroy())
  await adapter.start(host)
  expect(host.states).toEqual(['starting', 'reconnecting'])
  await clock.awaited(200)
  isAway = false
  clock.pass(200)
  await host.until(() => host.states.at(-1) === 'connected')
  api.push(hello)
  await host.until(() => host.offered.length === 1)
})

test('after a day of silence the old offset is not sent: the next update may have a lower id', async () => {
  await using setting = await createSetting()
  const { api, adapter, host, clock } = setting
  await adapter.start(host)
  api.push(hello)
  await api.call('getUpdates', (body) => body['offset'] === 11)
  clock.pass(24 * 3600 * 1000)
  await clock.awaited(200)
  clock.pass(200)
  await host.until(() => host.states.length === 4)
  api.push(messageUpdate(3, { text: 'long time no see' }))
  await host.until(() => host.offered.length === 2)
})

test('stopping waits for the batch that is being committed, then confirms it', async () => {
  await using setting = await createSetting()
  const { api, adapter, host } = setting
  const committed = Promise.withResolvers<void>()
  host.receiving = () => committed.promise
  await adapter.start(host)
  api.push(hello)
  await host.until(() => host.offered.length === 1)
  let isDisposed = false
  const disposed = adapter[Symbol.asyncDispose]().then(() => (isDisposed = true))
  await new Promise((resolve) => setImmediate(resolve))
  expect(isDisposed).toBe(false)
  committed.resolve()
  await disposed
  const polls = api.calls.filter(({ method }) => method === 'getUpdates')
  expect(polls.at(-1)?.body).toMatchObject({ offset: 11, limit: 1, timeout: 0 })
  expect(api.waiting).toEqual([])
})

test('stopping leaves a batch that could not be committed to the next start', async () => {
  await using setting = await createSetting()
  const { api, adapter, host, clock } = setting
  host.receiving = () => Promise.reject(new Error('disk full'))
  await adapter.start(host)
  api.push(hello)
  await clock.awaited(200)
  await adapter[Symbol.asyncDispose]()
  expect(host.offered).toHaveLength(1)
  expect(api.waiting).toEqual([10])
})

test('stopping does not wait for the poll that hangs', async () => {
  await using setting = await createSetting()
  const { api, adapter, host } = setting
  await adapter.start(host)
  await api.call('getUpdates', (body) => body['timeout'] === 30)
  await adapter[Symbol.asyncDispose]()
  expect(host.states).toEqual(['starting', 'connected'])
})

test('stopping waits two seconds and no more for the last confirmation', async () => {
  await using setting = await createSetting()
  const { api, adapter, host, clock } = setting
  const committed = Promise.withResolvers<void>()
  host.receiving = () => committed.promise
  await adapter.start(host)
  api.push(hello)
  await host.until(() => host.offered.length === 1)
  api.script = ({ method }) => method === 'getUpdates'
  const disposed = adapter[Symbol.asyncDispose]()
  committed.resolve()
  await clock.awaited(2000)
  await api.call('getUpdates', (body) => body['limit'] === 1)
  clock.pass(2000)
  await disposed
})

test('stopping before starting is no trouble', async () => {
  await using setting = await createSetting()
  await setting.adapter[Symbol.asyncDispose]()
  expect(setting.api.calls).toEqual([])
})

test('block and unblock arrive in order with what is said between them', async () => {
  await using setting = await createSetting()
  const { api, adapter, host } = setting
  api.push(
    memberUpdate(1, 'kicked'),
    memberUpdate(2, 'member'),
    messageUpdate(3, { text: '/start' }),
  )
  await adapter.start(host)
  await host.until(() => host.offered.length === 1)
  expect(host.offered[0]?.map(({ event }) => event.kind)).toEqual([
    'blocked',
    'unblocked',
    'command',
  ])
})

test('a long silence of polls is no trouble', async () => {
  await using setting = await createSetting()
  const { api, adapter, host } = setting
  let polls = 0
  api.script = ({ method }, response) => method === 'getUpdates' && polls++ < 20 && ok(response, [])
  await adapter.start(host)
  await api.call('getUpdates', () => polls > 20)
  expect(host.states).toEqual(['starting', 'connected'])
})

test('an update that breaks our code is left out, and the others come', async () => {
  await using setting = await createSetting()
  const { api, adapter, host } = setting
  api.push(messageUpdate(1, { text: 'hi', entities: [null] }), messageUpdate(2, { text: 'ho' }))
  await adapter.start(host)
  await host.until(() => host.offered.length === 1)
  expect(host.offered[0]?.map(({ seenKey }) => seenKey)).toEqual(['update:123456789:2'])
})
