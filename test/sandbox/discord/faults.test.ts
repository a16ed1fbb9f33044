import { DiscordAPIError, RateLimitError } from 'discord.js'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createDiscordSandbox } from '../../../src/sandbox/discord/discord-sandbox.ts'
import type { DiscordSandbox } from '../../../src/sandbox/discord/discord-sandbox.ts'
import type { DiscordPerson } from '../../../src/sandbox/discord/discord-person.ts'
import { connectClient } from './connect-client.ts'
import { channelOf, restCall } from './rest-call.ts'

let sandbox: DiscordSandbox
let alice: DiscordPerson
let channel: string

beforeEach(async () => {
  sandbox = await createDiscordSandbox({ now: Date.now })
  alice = sandbox.addPerson()
  channel = await channelOf(sandbox, alice.id)
})
afterEach(() => sandbox[Symbol.asyncDispose]())

const post = (content = 'x') =>
  restCall(sandbox, 'POST', `/channels/${channel}/messages`, { content })
const texts = () => alice.chat.map((message) => message.text)

test('a 429 of one lane names its bucket, and comes once', async () => {
  sandbox.inject({ fault: { kind: 'rate-limited', retryAfterMs: 1300, scope: 'lane' } })
  const answer = await post()
  expect(answer).toMatchObject({ status: 429, body: { retry_after: 1.3, global: false } })
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'retry-after': '2',
    'x-ratelimit-scope': 'user',
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset-after': '1.300',
  })
  expect(answer.headers.has('x-ratelimit-global')).toBe(false)
  expect(texts()).toEqual([])
  expect((await post()).status).toBe(200)
})

test('a 429 of the platform is global', async () => {
  sandbox.inject({ fault: { kind: 'rate-limited', retryAfterMs: 2000, scope: 'platform' } })
  const answer = await post()
  expect(answer).toMatchObject({ status: 429, body: { retry_after: 2, global: true } })
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'retry-after': '2',
    'x-ratelimit-scope': 'global',
    'x-ratelimit-global': 'true',
  })
})

test.each(['lane', 'platform'] as const)(
  'discord.js understands the 429 of a %s',
  async (scope) => {
    await using bot = await connectClient(sandbox)
    sandbox.inject({ fault: { kind: 'rate-limited', retryAfterMs: 2000, scope } })
    const sent = bot.client.rest.post(`/channels/${channel}/messages`, { body: { content: 'x' } })
    const error = await sent.catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(RateLimitError)
    expect(error).toMatchObject({ global: scope === 'platform', retryAfter: expect.any(Number) })
  },
)

test('a refusal is a 400 that discord.js can read', async () => {
  await using bot = await connectClient(sandbox)
  sandbox.inject({ fault: { kind: 'rejected' } })
  const sent = bot.client.rest.post(`/channels/${channel}/messages`, { body: { content: 'x' } })
  const error = await sent.catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(DiscordAPIError)
  expect(error).toMatchObject({ status: 400, code: 50035 })
  expect(texts()).toEqual([])
})

test.each([
  ['server-error', 500, { code: 0 }],
  ['unauthorized', 401, { message: '401: Unauthorized', code: 0 }],
  ['html', 403, expect.stringContaining('<html')],
] as const)('%s is answered instead of carrying the request out', async (kind, status, body) => {
  sandbox.inject({ fault: { kind } })
  const answer = await post()
  expect(answer.status).toBe(status)
  expect(answer.body).toEqual(kind === 'server-error' ? expect.objectContaining(body) : body)
  expect(sandbox.requests.at(-1)).toMatchObject({ status, carriedOut: false })
  expect(texts()).toEqual([])
})

test('a connection is cut before the request is carried out, or after', async () => {
  sandbox.inject({ fault: { kind: 'cut-before' } })
  await expect(post('before')).rejects.toThrow('fetch failed')
  expect(sandbox.requests.at(-1)).toMatchObject({ status: undefined, carriedOut: false })
  sandbox.inject({ fault: { kind: 'cut-after' } })
  await expect(post('after')).rejects.toThrow('fetch failed')
  expect(sandbox.requests.at(-1)).toMatchObject({ status: undefined, carriedOut: true })
  expect(texts()).toEqual(['after'])
})

test.each([true, false])(
  'a request that hangs is never answered (carried out: %s)',
  async (carriedOut) => {
    sandbox.inject({ fault: { kind: 'hang', carriedOut } })
    const abort = new AbortController()
    const sent = fetch(`${sandbox.apiRoot}/v10/channels/${channel}/messages`, {
      method: 'POST',
      signal: abort.signal,
      headers: { authorization: `Bot ${sandbox.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ content: 'x' }),
    })
    // The next request on another connection is answered while the first one hangs.
    await expect.poll(() => sandbox.requests.at(-1)?.method).toBe('POST message')
    expect((await post('next')).status).toBe(200)
    expect(sandbox.requests.at(-2)).toMatchObject({
      method: 'POST message',
      status: undefined,
      carriedOut,
    })
    abort.abort()
    await expect(sent).rejects.toThrow('aborted')
    expect(texts()).toEqual(carriedOut ? ['x', 'next'] : ['next'])
  },
)

describe('a rule hits', () => {
  test('sending alone, unless it names a method', async () => {
    sandbox.inject({ fault: { kind: 'server-error' } })
    expect((await restCall(sandbox, 'GET', `/channels/${channel}/messages`)).status).toBe(200)
    expect((await restCall(sandbox, 'POST', `/channels/${channel}/typing`)).status).toBe(204)
    expect((await post()).status).toBe(500)
    sandbox.inject({ method: 'GET messages', fault: { kind: 'server-error' } })
    expect((await post()).status).toBe(200)
    expect((await restCall(sandbox, 'GET', `/channels/${channel}/messages`)).status).toBe(500)
  })

  test('the named person, as often as it says, until faults are cleared', async () => {
    const bob = sandbox.addPerson()
    sandbox.inject({ person: bob, fault: { kind: 'server-error' } })
    expect((await post()).status).toBe(200)
    sandbox.inject({ person: alice, times: 2, fault: { kind: 'server-error' } })
    expect([(await post()).status, (await post()).status, (await post()).status]).toEqual([
      500, 500, 200,
    ])
    sandbox.inject({ times: Infinity, fault: { kind: 'server-error' } })
    expect((await post()).status).toBe(500)
    sandbox.clearFaults()
    expect((await post()).status).toBe(200)
  })
})

test('requests are recorded with the person they are about', async () => {
  await post('hello')
  expect(sandbox.requests.at(-1)).toEqual({
    method: 'POST message',
    person: alice.id,
    body: { content: 'hello' },
    status: 200,
    carriedOut: true,
  })
  expect(sandbox.requests[0]).toMatchObject({ method: 'POST channel', person: alice.id })
  expect(sandbox.dmsOpened).toBe(1)
})

test('answers take as long as they are told to', async () => {
  const drawn: number[] = []
  sandbox.setLatency(() => {
    drawn.push(30)
    return 30
  })
  const start = performance.now()
  await post()
  expect(drawn).toEqual([30])
  expect(performance.now() - start).toBeGreaterThanOrEqual(29)
})

test('buckets are so generous that a client never waits', async () => {
  const { headers } = await post()
  expect(Object.fromEntries(headers)).toMatchObject({
    'x-ratelimit-limit': '1000',
    'x-ratelimit-remaining': '999',
    'x-ratelimit-bucket': expect.stringMatching(/^[0-9a-f]{32}$/),
  })
})
