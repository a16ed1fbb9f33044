// Discord on loopback: REST API v10 and gateway for private chats with an app.

import type { Server } from 'node:http'
import type { SandboxFile } from '../person.ts'
import type { FaultRule, RecordedRequest, SandboxOptions, SandboxServer } from '../server.ts'
import { application, bot, botToken } from './bot-identity.ts'
import { createDiscordPerson } from './discord-person.ts'
import type { DiscordPerson } from './discord-person.ts'
import type { Dm } from './dm.ts'
import { FaultRules } from './fault-rules.ts'
import { createFileServer } from './file-server.ts'
import type { GatewayEvent } from './gateway-event.ts'
import { Gateway } from './gateway.ts'
import { createRestServer } from './rest-server.ts'
import { botRoutes } from './routes/bot-routes.ts'
import { channelRoutes } from './routes/channel-routes.ts'
import { interactionRoutes } from './routes/interaction-routes.ts'
import { messageRoutes } from './routes/message-routes.ts'
import { reactionRoutes } from './routes/reaction-routes.ts'
import { webhookRoutes } from './routes/webhook-routes.ts'
import { unfurl } from './unfurl.ts'
import { World } from './world.ts'

export interface DiscordSandboxOptions extends SandboxOptions {
  /** How long the app waits until an interaction has failed, in real milliseconds; Discord's 3 seconds unless given. */
  readonly interactionLimitMs?: number
  /** The origin that the addresses of files name, where the bot comes in through a proxy; the sandbox's own unless given. */
  readonly fileOrigin?: string
}

export interface DiscordSandbox extends SandboxServer {
  readonly platform: 'discord'
  readonly people: readonly DiscordPerson[]
  /** How often the bot asked for a DM to be opened. */
  readonly dmsOpened: number
  /** Their app speaks American English unless `locale` says otherwise. */
  addPerson(profile?: {
    readonly name?: string
    readonly username?: string
    readonly locale?: string
  }): DiscordPerson
  /** The gateway forgets every session: what a bot missed meanwhile only history knows. */
  invalidateSession(): void
  /** The id of their private chat with the bot. */
  channelOf(person: DiscordPerson): string
  /** Tells the bot of what nobody here did: a dispatch of this kind, word by word. */
  tell(event: GatewayEvent, data: object): void
  /** Has the file at an address that such a dispatch names. */
  keepFile(url: string, file: SandboxFile): void
  /** A link in the message gets its preview: an update in which nobody edited anything. */
  unfurl(person: DiscordPerson, messageId: string): void
  /** Messages of either side vanish at once, told as one event. */
  removeMany(person: DiscordPerson, messageIds: readonly string[]): void
}

export async function createDiscordSandbox(
  options: DiscordSandboxOptions,
): Promise<DiscordSandbox> {
  let port = 0
  const gatewayUrl = () => `ws://127.0.0.1:${port}`
  const faults = new FaultRules()
  const requests: RecordedRequest[] = []
  const people: DiscordPerson[] = []
  let drawLatencyMs = () => 0

  const world: World = new World({
    now: options.now,
    dispatch: (event, data) => gateway.dispatch(event, data),
    interactionLimitMs: options.interactionLimitMs ?? 3000,
    origin: () => options.fileOrigin ?? `http://127.0.0.1:${port}`,
  })
  const common = {
    faults,
    drawLatencyMs: () => drawLatencyMs(),
    record: (request: RecordedRequest) => requests.push(request),
  }
  const server = createRestServer({
    ...common,
    token: botToken,
    routes: [
      botRoutes(world, gatewayUrl),
      channelRoutes(world),
      messageRoutes(world),
      reactionRoutes(world),
      interactionRoutes(world),
      webhookRoutes(world),
    ].flat(),
    files: createFileServer({ ...common, store: world.files, now: options.now }),
  })
  const gateway = new Gateway({
    server,
    token: botToken,
    now: options.now,
    url: gatewayUrl,
    ready: () => ({
      v: 10,
      user: bot,
      guilds: [],
      application: { id: application.id, flags: application.flags },
    }),
  })
  port = await listen(server, options.port ?? 0)

  function dmOf({ id, name }: DiscordPerson): Dm {
    const account = world.account(id)
    const dm = account && world.existingDm(account)
    if (dm === undefined) throw new Error(`${name} has no chat with the bot yet.`)
    return dm
  }

  return {
    platform: 'discord',
    apiRoot: `http://127.0.0.1:${port}/api`,
    token: botToken,
    people,
    requests,
    get dmsOpened() {
      return world.dmsOpened
    },
    addPerson(profile) {
      const number = people.length + 1
      const account = world.addAccount(
        profile?.name ?? `Quill Canary ${number}`,
        profile?.username ?? `quill_canary_${number}`,
        profile?.locale ?? 'en-US',
      )
      const person = createDiscordPerson(account, world)
      people.push(person)
      return person
    },
    channelOf: (person) => dmOf(person).id,
    tell: (event, data) => gateway.dispatch(event, data),
    keepFile: (url, { bytes, type }) =>
      world.files.put(new URL(url).pathname, { bytes, type, account: undefined, isSigned: false }),
    inject: (rule: FaultRule) => faults.inject(rule),
    clearFaults: () => faults.clear(),
    setLatency(drawMs) {
      drawLatencyMs = drawMs
    },
    cutConnections() {
      gateway.cut()
      server.closeAllConnections()
    },
    flushed: () => gateway.flushed(),
    invalidateSession: () => gateway.invalidate(),
    unfurl: (person, messageId) => unfurl(dmOf(person), messageId),
    removeMany: (person, messageIds) => dmOf(person).removeMany(messageIds),
    onChange: (listener) => world.onChange(listener),
    async [Symbol.asyncDispose]() {
      world.interactions.close()
      await gateway.close()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
    },
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}
