import { once } from 'node:events'
import { Client, GatewayIntentBits } from 'discord.js'
import type { ClientOptions } from 'discord.js'
import type { Wire } from './wire.ts'
import type { DiscordSandbox } from '../../../src/sandbox/discord/discord-sandbox.ts'

export interface HeardEvent {
  readonly name: string
  readonly data: Wire
}

/** The real discord.js, and every dispatch that it was given. */
export interface ConnectedClient extends AsyncDisposable {
  readonly client: Client<true>
  readonly heard: readonly HeardEvent[]
  /** The data of every dispatch of this name. */
  of(name: string): readonly Wire[]
}

export function createClient(
  sandbox: DiscordSandbox,
  options: Partial<ClientOptions> = {},
): Client {
  return new Client({
    intents: [GatewayIntentBits.DirectMessages, GatewayIntentBits.DirectMessageTyping],
    // The identify throttle waits five seconds between two logins.
    ws: { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => {} }) },
    ...options,
    rest: {
      api: sandbox.apiRoot,
      retries: 0,
      rejectOnRateLimit: () => true,
      ...options.rest,
    },
  })
}

export async function connectClient(
  sandbox: DiscordSandbox,
  options?: Partial<ClientOptions>,
): Promise<ConnectedClient> {
  const client = createClient(sandbox, options)
  const heard: HeardEvent[] = []
  client.on('raw', (packet: { readonly t: string; readonly d: Wire }) => {
    heard.push({ name: packet.t, data: packet.d })
  })
  client.on('error', () => {})
  client.on('shardError', () => {})
  const ready = once(client, 'clientReady')
  await client.login(sandbox.token)
  await ready
  if (!client.isReady()) throw new Error('The client is not ready')
  return {
    client,
    heard,
    of: (name) => heard.filter((event) => event.name === name).map((event) => event.data),
    [Symbol.asyncDispose]: () => client.destroy(),
  }
}
