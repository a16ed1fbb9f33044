// discord.js's Client, with caches off and its habit of reconnecting after its own end taken away.

import {
  Client,
  Events,
  GatewayIntentBits,
  Options,
  SimpleShardingStrategy,
  type RESTOptions,
  type SessionInfo,
} from 'discord.js'

/** @discordjs/ws's own; discord.js gives the name to another class. */
type Manager = ConstructorParameters<typeof SimpleShardingStrategy>[0]

export interface GatewaySessionOptions {
  readonly rest: Partial<RESTOptions>
  /** Resolves when Discord allows one more IDENTIFY. */
  readonly mayIdentify: (signal: AbortSignal) => Promise<void>
}

/** A host that does not answer is given up after so long. */
const answerWithinMs = 10_000

const never = <T>(): Promise<T> => new Promise(() => {})

export class GatewaySession {
  readonly client: Client
  #isOpen = false
  #hasEnded = false

  constructor({ rest, mayIdentify }: GatewaySessionOptions) {
    this.client = new Client({
      intents: [
        GatewayIntentBits.DirectMessages,
        GatewayIntentBits.DirectMessageReactions,
        GatewayIntentBits.DirectMessageTyping,
      ],
      makeCache: Options.cacheWithLimits({
        MessageManager: 0,
        UserManager: 0,
        GuildMemberManager: 0,
        DMMessageManager: 0,
      }),
      rest,
      ws: {
        buildStrategy: (manager) => this.#guard(manager),
        buildIdentifyThrottler: () => ({
          waitForIdentify: (_shard, signal) => (this.#hasEnded ? never() : mayIdentify(signal)),
        }),
      },
    })
    // discord.js's own handlers build objects that nobody asks for, and throw where nothing catches on a payload that they do not know.
    this.client.ws['handlePacket'] = () => true
    // An `error` that nobody hears would end the process.
    this.client.on(Events.Error, () => {})
  }

  get hasEnded(): boolean {
    return this.#hasEnded
  }

  /** Nothing comes after it. Resolves when the connection, if there is one, is closed. */
  async end(): Promise<void> {
    this.#hasEnded = true
    if (this.#isOpen) await this.client.destroy()
  }

  /**
   * `destroy` of @discordjs/ws 1.2.3 does nothing between two connections, starts a new one while it waits for HELLO, and leaves a socket
   * open that is still connecting. So after the end whoever wants to connect waits for ever, and a socket that opens late is closed.
   */
  #guard(manager: Manager): SimpleShardingStrategy {
    const { retrieveSessionInfo } = manager.options
    manager.options.retrieveSessionInfo = (shard) =>
      this.#hasEnded ? never<SessionInfo | null>() : retrieveSessionInfo(shard)
    manager.options.handshakeTimeout = answerWithinMs
    manager.options.helloTimeout = answerWithinMs
    manager.on('hello', () => {
      this.#isOpen = true
      // One turn later the heartbeat's timer exists and is cancelled too.
      if (this.#hasEnded) setImmediate(() => void this.client.destroy())
    })
    manager.on('closed', () => {
      this.#isOpen = false
    })
    return new SimpleShardingStrategy(manager)
  }
}
