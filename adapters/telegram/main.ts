// Telegram by the Bot API: takes updates by polling and carries out deliveries, one attempt each.

import type { Update } from 'grammy/types'

import type { Adapter, AdapterHost, FileStream } from '../../src/adapter.ts'
import type { Clock } from '../../src/clock.ts'
import type { Delivery, Receipt } from '../../src/core/action.ts'
import type { Address } from '../../src/core/address.ts'
import type { Capabilities } from '../../src/core/capabilities.ts'
import type { CommandDescription } from '../../src/core/command.ts'
import { DeliveryError } from '../../src/core/delivery-error.ts'
import type { Inbound } from '../../src/core/inbound.ts'
import type { Locale } from '../../src/core/locale.ts'
import type { PreparedFile, SourceFile } from '../../src/core/media.ts'
import type { Log } from '../../src/log.ts'
import { createBotApi, uploadMs, type Call } from './bot-api.ts'
import { carryOut } from './bot-request.ts'
import { localTelegramCapabilities, telegramCapabilities } from './capabilities.ts'
import { Errands } from './errands.ts'
import { isDoneAlready, toDeliveryError } from './errors.ts'
import { botIdOf, chatIdOf, refOf } from './ids.ts'
import { foreignChat, toInbound } from './inbound.ts'
import { syncMenu, type BotProfile } from './menu.ts'
import { openFile } from './open-file.ts'
import { toRequest } from './outbound.ts'
import { Polling } from './polling.ts'

export interface TelegramAdapterOptions {
  readonly token: string
  readonly apiRoot: string
  /** The Bot API server is our own and runs in local mode: it hands out files as paths on our disk. */
  readonly isLocal?: boolean
  readonly clock: Clock
  readonly log: Log
  readonly requestTimeoutMs?: number
  /** How long Telegram holds a poll when there is nothing to tell. */
  readonly pollTimeoutS?: number
  readonly commands: readonly CommandDescription[]
  readonly profile: Readonly<Record<Locale, BotProfile>>
}

/** Throws a StartError when the token has not the shape of one. */
export function createTelegramAdapter(options: TelegramAdapterOptions): Adapter {
  return new TelegramAdapter(options)
}

class TelegramAdapter implements Adapter {
  readonly platform = 'telegram'
  readonly capabilities: Capabilities
  readonly botId: string
  readonly #options: TelegramAdapterOptions
  readonly #timeoutMs: number
  readonly #call: Call
  readonly #errands: Errands
  /** Groups and channels that we are leaving. */
  readonly #leaving = new Set<number>()
  #polling: Polling | undefined
  #menu: 'due' | 'under way' | 'done' = 'due'

  constructor(options: TelegramAdapterOptions) {
    const { token, apiRoot, clock, log, requestTimeoutMs = 30_000 } = options
    this.botId = botIdOf(token)
    this.capabilities = options.isLocal ? localTelegramCapabilities : telegramCapabilities
    this.#options = options
    this.#timeoutMs = requestTimeoutMs
    this.#call = createBotApi({ token, apiRoot, clock, timeoutMs: requestTimeoutMs })
    this.#errands = new Errands(this.#call, clock, log)
  }

  async start(host: AdapterHost): Promise<void> {
    const { clock, log, pollTimeoutS = 30 } = this.#options
    this.#polling = new Polling({
      call: this.#call,
      clock,
      log,
      host,
      pollTimeoutS,
      read: (updates) => this.#read(updates),
      onConnected: () => this.#writeMenu(),
    })
    await this.#polling.start()
  }

  async perform(
    delivery: Delivery,
    files: readonly PreparedFile[],
    signal: AbortSignal,
  ): Promise<Receipt> {
    const { to, action } = delivery
    try {
      if (signal.aborted) throw new DeliveryError({ kind: 'not-sent' }, 'Telegram: not begun')
      const request = toRequest(delivery, files)
      const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0)
      const timeoutMs = this.#timeoutMs + uploadMs(bytes)
      const sent = await this.#call((api, ends) => carryOut(api, request, ends), {
        signal,
        timeoutMs,
      })
      return { refs: sent.map(({ message_id: id }) => refOf(chatIdOf(to), id)) }
    } catch (error) {
      if (isDoneAlready(action.kind, error)) return { refs: [] }
      throw toDeliveryError(action.kind, error)
    }
  }

  open(file: SourceFile, signal: AbortSignal): Promise<FileStream> {
    return openFile(file, signal, { ...this.#options, call: this.#call })
  }

  find(): never {
    throw new Error(
      'Telegram has no way to look for what was sent: its capabilities say repeat-once.',
    )
  }

  showTyping(to: Address): void {
    void this.#errands.run('typing', (call) =>
      call((api, signal) =>
        api.sendChatAction({ chat_id: chatIdOf(to), action: 'typing' }, signal),
      ),
    )
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#polling?.[Symbol.asyncDispose]()
    await this.#errands[Symbol.asyncDispose]()
  }

  #read(updates: readonly Update[]): readonly Inbound[] {
    for (const update of updates) {
      if (update.callback_query !== undefined) this.#acknowledge(update.callback_query.id)
      this.#leaveForeignChat(update)
    }
    return updates.flatMap((update) => this.#toInbound(update) ?? [])
  }

  /** One update that breaks our code must not keep all others from coming. */
  #toInbound(update: Update): Inbound | undefined {
    try {
      return toInbound(update, this.botId)
    } catch (error) {
      this.#options.log.error({ error }, 'An update could not be read and is left out.')
      return undefined
    }
  }

  #writeMenu(): void {
    if (this.#menu !== 'due') return
    this.#menu = 'under way'
    const { commands, profile } = this.#options
    void this.#errands
      .run('menu', (call) => syncMenu(call, commands, profile))
      .then((isDone) => (this.#menu = isDone ? 'done' : 'due'))
  }

  /** Before anything is decided: the app shows a spinner until then, and a query that is too old has none any more. */
  #acknowledge(queryId: string): void {
    void this.#errands.run('acknowledge', (call) =>
      call((api, signal) => api.answerCallbackQuery({ callback_query_id: queryId }, signal)),
    )
  }

  #leaveForeignChat(update: Update): void {
    const chat = foreignChat(update)
    if (chat === undefined) return
    const { id, isIn } = chat
    if (!isIn) this.#leaving.delete(id)
    if (!isIn || this.#leaving.has(id)) return
    this.#leaving.add(id)
    void this.#errands
      .run('leave', (call) => call((api, signal) => api.leaveChat({ chat_id: id }, signal)))
      .then((hasLeft) => hasLeft || this.#leaving.delete(id))
  }
}
