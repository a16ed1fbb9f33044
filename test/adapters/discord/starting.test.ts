import { createServer } from 'node:http'

import { afterEach, beforeEach, expect, it } from 'vitest'
import { WebSocketServer } from 'ws'

import { createDiscordAdapter } from '../../../adapters/discord/main.ts'
import { StartError } from '../../../src/adapter.ts'
import { createManualClock } from '../../support/manual-clock.ts'
import { until } from '../../support/until.ts'
import { RecordingHost } from './recording-host.ts'
import { createSetting, type Setting } from './setting.ts'

let setting: Setting
beforeEach(async () => {
  setting = await createSetting()
})
afterEach(() => setting[Symbol.asyncDispose]())

/** Has the shape of a token and opens nothing. */
const foreign = `${Buffer.from('1090000000000000001').toString('base64url')}.abcdef.${'x'.repeat(38)}`

interface FakeGateway extends AsyncDisposable {
  readonly apiRoot: string
  connections: number
}

interface Script {
  /** Told after READY, in order; without it there is no READY. */
  readonly dispatches?: readonly (readonly [event: string, data: unknown])[]
  readonly closes?: number
}

/** Discord's REST at `apiRoot` says that the gateway is here, where every IDENTIFY is answered by the script. */
async function scriptedGateway({ dispatches, closes }: Script): Promise<FakeGateway> {
  const server = createServer((_request, response) => {
    const limits = { total: 1, remaining: 1, reset_after: 1, max_concurrency: 1 }
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ url, shards: 1, session_start_limit: limits }))
  })
  const sockets = new WebSocketServer({ server })
  sockets.on('connection', (socket) => {
    gateway.connections += 1
    const write = (frame: object): void => socket.send(JSON.stringify(frame))
    write({ op: 10, d: { heartbeat_interval: 40_000 } })
    const user = { id: '1090000000000000001', username: 'p', discriminator: '0', bot: true }
    const application = { id: user.id, flags: 0 }
    const ready = { v: 10, user, guilds: [], session_id: 's', resume_gateway_url: url, application }
    socket.on('message', () => {
      const told = dispatches === undefined ? [] : [['READY', ready] as const, ...dispatches]
      for (const [index, [t, d]] of told.entries()) write({ op: 0, s: index + 1, t, d })
      if (closes !== undefined) socket.close(closes)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const url = `ws://127.0.0.1:${port}`
  const gateway: FakeGateway = {
    apiRoot: `http://127.0.0.1:${port}/api`,
    connections: 0,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets.clients) socket.terminate()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return gateway
}

it('reads the bot’s id from the token', () => {
  expect(setting.adapter.botId).toBe('1090000000000000001')
})

it('refuses what is no token', () => {
  expect(() => setting.another({ token: '123:telegram' })).toThrow(StartError)
})

it('fails with one sentence when Discord refuses the token', async () => {
  const { another, host } = setting
  await expect(another({ token: foreign }).start(host)).rejects.toThrow(
    new StartError(
      'Discord refuses DISCORD_TOKEN. Copy it again from the Developer Portal, Bot page.',
    ),
  )
})

it.each([
  [4004, /refuses DISCORD_TOKEN/],
  [4014, /intents/],
])('fails when the gateway closes with %i', async (code, sentence) => {
  await using gateway = await scriptedGateway({ closes: code })
  const adapter = setting.another({ apiRoot: gateway.apiRoot })
  await expect(adapter.start(setting.host)).rejects.toThrow(sentence)
  await adapter[Symbol.asyncDispose]()
})

it('goes on trying when Discord cannot be reached', async () => {
  const { another, host, ann, sandbox } = setting
  const clock = createManualClock(Date.now())
  sandbox.inject({ method: 'GET gateway', times: 3, fault: { kind: 'server-error' } })
  await another({ clock }).start(host)
  expect(host.states).toEqual(['reconnecting'])
  await until(() => {
    clock.advance(1000)
    return host.states.length === 2
  }, 'it is connected')
  ann.say('hello')
  await until(() => host.words.length === 1, 'hello is heard')
  expect(host.states).toEqual(['reconnecting', 'connected'])
})

it.each([
  { kind: 'html' },
  { kind: 'cut-before' },
  { kind: 'rate-limited', retryAfterMs: 1000, scope: 'platform' },
] as const)('goes on trying after $kind', async (fault) => {
  const { another, host, sandbox } = setting
  const clock = createManualClock(Date.now())
  sandbox.inject({ method: 'GET gateway', fault })
  await another({ clock }).start(host)
  await until(() => {
    clock.advance(1000)
    return host.states.at(-1) === 'connected'
  }, 'it is connected')
  expect(host.states).toEqual(['reconnecting', 'connected'])
})

it('halts when the token is refused while it runs', async () => {
  const { host } = setting
  await using gateway = await scriptedGateway({ dispatches: [], closes: 4004 })
  const adapter = setting.another({ apiRoot: gateway.apiRoot })
  await adapter.start(host)
  await until(() => host.states.includes('halted'), 'it halts')
  expect(host.states).toEqual(['connected', 'halted'])
  expect(host.problems).toEqual([expect.stringContaining('DISCORD_TOKEN')])
  await adapter[Symbol.asyncDispose]()
  expect(gateway.connections).toBe(1)
})

it('outlives dispatches that it does not understand', async () => {
  const { host } = setting
  const author = { id: '1100000000000000001', username: 'ann' }
  const hello = { id: '2', channel_id: '3', channel_type: 1, author, content: 'hi', type: 0 }
  await using gateway = await scriptedGateway({
    dispatches: [
      ['MESSAGE_CREATE', null],
      ['MESSAGE_CREATE', {}],
      ['INTERACTION_CREATE', null],
      ['INTERACTION_CREATE', { type: 3 }],
      ['TYPING_START', null],
      ['MESSAGE_UPDATE', {}],
      ['SOMETHING_NEW', null],
      ['MESSAGE_CREATE', { ...hello, attachments: [] }],
    ],
  })
  const adapter = setting.another({ apiRoot: gateway.apiRoot })
  await adapter.start(host)
  await until(() => host.words.length === 1, 'what follows is heard')
  await adapter[Symbol.asyncDispose]()
})

it('connects no more after its end, not even between two attempts', async () => {
  await using gateway = await scriptedGateway({ closes: 4000 })
  const ended = setting.another({ apiRoot: gateway.apiRoot })
  await ended.start(setting.host)
  await ended[Symbol.asyncDispose]()
  const before = gateway.connections
  // discord.js connects again after the same half second for both.
  const other = setting.another({ apiRoot: gateway.apiRoot })
  await other.start(new RecordingHost())
  await until(() => gateway.connections >= before + 3, 'the other one connects again, twice')
  await other[Symbol.asyncDispose]()
  expect(gateway.connections).toBe(before + 3)
  expect(setting.host.states).toEqual(['reconnecting'])
})

it('ends before it was started', async () => {
  const { sandbox } = setting
  const { token, apiRoot } = sandbox
  const clock = createManualClock()
  const log = { debug() {}, info() {}, warn() {}, error() {} }
  const options = { token, apiRoot, clock, log, commands: [], promptOf: () => undefined }
  await createDiscordAdapter(options)[Symbol.asyncDispose]()
  expect(sandbox.requests).toEqual([])
})

it('opens no DM by itself', async () => {
  const { host, adapter, ann, sandbox } = setting
  const opened = sandbox.dmsOpened
  await adapter.start(host)
  ann.say('hello')
  await until(() => host.words.length === 1, 'hello is heard')
  expect(sandbox.dmsOpened).toBe(opened)
})
