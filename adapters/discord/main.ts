// Discord, as the product sees it: the parts of this folder put together.

import { RequestMethod, Routes, type RESTPostAPIChannelMessageResult } from 'discord.js'

import type { Adapter, AdapterHost, FileStream } from '../../src/adapter.ts'
import type { Clock } from '../../src/clock.ts'
import { purposeOf, type Delivery, type Receipt } from '../../src/core/action.ts'
import { ref, type Address } from '../../src/core/address.ts'
import type { CommandDescription } from '../../src/core/command.ts'
import { DeliveryError } from '../../src/core/delivery-error.ts'
import type { Locale } from '../../src/core/locale.ts'
import type { PreparedFile, SourceFile } from '../../src/core/media.ts'
import type { Prompt } from '../../src/core/prompt.ts'
import type { Log } from '../../src/log.ts'
import { createApi, type Api } from './api.ts'
import { discordCapabilities } from './capabilities.ts'
import { createCdn, type Cdn } from './cdn.ts'
import { toFilesEdit } from './edit-files.ts'
import { toDeliveryError } from './errors.ts'
import { findDelivery } from './find.ts'
import { botIdOf, channelIdOf } from './ids.ts'
import { openFile } from './open-file.ts'
import { toRequest } from './outbound.ts'
import { OwnReactions } from './own-reactions.ts'
import { Recent } from './recent.ts'
import { Reception } from './reception.ts'

export interface DiscordAdapterOptions {
  readonly token: string
  /** Without the version: https://discord.com/api */
  readonly apiRoot: string
  readonly clock: Clock
  readonly log: Log
  readonly commands: readonly CommandDescription[]
  /** What a tap with this data asks in words, if it does: a dialog opens then, and nothing but its answer is told. */
  readonly promptOf: (data: string, locale: Locale | undefined) => Prompt | undefined
  readonly requestTimeoutMs?: number
  /** Discord's own limits, unless a stand-in allows more: https://docs.discord.com/developers/topics/rate-limits#global-rate-limit */
  readonly identifyIntervalMs?: number
  readonly requestsPerSecond?: number
}

/** Throws a StartError when the token has not the shape of one. */
export function createDiscordAdapter(options: DiscordAdapterOptions): Adapter {
  return new DiscordAdapter(options)
}

const chatsAtMost = 10_000
const retractedAtMost = 10_000

const defaults = { requestTimeoutMs: 15_000, identifyIntervalMs: 5000, requestsPerSecond: 50 }

class DiscordAdapter implements Adapter {
  readonly platform = 'discord'
  readonly capabilities = discordCapabilities
  readonly botId: string
  readonly #options: Required<DiscordAdapterOptions>
  readonly #api: Api
  readonly #cdn: Cdn
  /** The latest message of ours that Discord confirmed in each of the chats written to last. */
  readonly #lastSent = new Recent<Address, string>(chatsAtMost)
  readonly #retracted = new Recent<string, true>(retractedAtMost)
  readonly #reactions: OwnReactions
  readonly #ending = new AbortController()
  #reception: Reception | undefined

  constructor(options: DiscordAdapterOptions) {
    this.botId = botIdOf(options.token)
    this.#options = { ...defaults, ...options }
    this.#api = createApi(this.#options)
    this.#cdn = createCdn(this.#options.apiRoot)
    this.#reactions = new OwnReactions(this.#api)
  }

  async start(host: AdapterHost): Promise<void> {
    this.#reception = new Reception({
      ...this.#options,
      host,
      api: this.#api,
      botId: this.botId,
      cdn: this.#cdn,
      isRetracted: (messageId) => this.#retracted.get(messageId) === true,
    })
    await this.#reception.start()
  }

  async perform(
    delivery: Delivery,
    files: readonly PreparedFile[],
    signal: AbortSignal,
  ): Promise<Receipt> {
    const { to, key, action } = delivery
    try {
      if (action.kind === 'react') {
        await this.#reactions.make(to, action, signal)
        return { refs: [] }
      }
      const request =
        action.kind === 'edit-files'
          ? await toFilesEdit(this.#api, to, action, files, signal)
          : toRequest(to, key, action, files)
      // Before the event about it can arrive.
      if (request.method === RequestMethod.Delete) this.#retracted.set(request.ref, true)
      const answer = await this.#api<RESTPostAPIChannelMessageResult>({ ...request, signal })
      if (purposeOf(action) !== 'send') return { refs: [] }
      const id = idOf(answer)
      this.#lastSent.set(to, id)
      return { refs: [ref(id)] }
    } catch (error) {
      throw toDeliveryError(action.kind, error)
    }
  }

  open(file: SourceFile, signal: AbortSignal): Promise<FileStream> {
    return openFile(file, { api: this.#api, cdn: this.#cdn, signal })
  }

  async find(
    delivery: Delivery,
    sinceMs: number,
    signal: AbortSignal,
  ): Promise<Receipt | undefined> {
    try {
      return await findDelivery(
        this.#api,
        this.botId,
        delivery,
        sinceMs,
        this.#lastSent.get(delivery.to),
        signal,
      )
    } catch (error) {
      throw toDeliveryError('find', error)
    }
  }

  showTyping(to: Address): void {
    const route = Routes.channelTyping(channelIdOf(to))
    this.#api({
      name: 'POST typing',
      method: RequestMethod.Post,
      route,
      signal: this.#ending.signal,
    }).catch(() => {})
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#ending.abort()
    await this.#reception?.[Symbol.asyncDispose]()
  }
}

/** An answer without an id came from no Discord, and what became of the message is not known. */
function idOf(answer: unknown): string {
  if (
    typeof answer === 'object' &&
    answer !== null &&
    'id' in answer &&
    typeof answer.id === 'string'
  )
    return answer.id
  throw new DeliveryError({ kind: 'unknown' }, 'Discord send: an answer without the message')
}
