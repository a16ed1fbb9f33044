// Telegram by the Bot API: takes updates by polling and carries out deliveries, one attempt each.

import type { RawApi } from 'grammy'
import type { Update } from 'grammy/types'

import type { Adapter, AdapterHost } from '../../src/adapter.ts'
import type { Clock } from '../../src/clock.ts'
import type { Delivery, Receipt } from '../../src/core/action.ts'
import type { Address } from '../../src/core/address.ts'
import type { CommandDescription } from '../../src/core/command.ts'
import { DeliveryError } from '../../src/core/delivery-error.ts'
import type { Inbound } from '../../src/core/inbound.ts'
import { unreachable } from '../../src/lib/must.ts'
import type { Log } from '../../src/log.ts'
import { createBotApi, type Call, type Signal } from './bot-api.ts'
import { telegramCapabilities } from './capabilities.ts'
import { Errands } from './errands.ts'
import { isDoneAlready, toDeliveryError } from './errors.ts'
import { botIdOf, chatIdOf, refOf } from './ids.ts'
import { foreignChat, toInbound } from './inbound.ts'
import { syncMenu, type BotProfile } from './menu.ts'
import { toRequest, type BotRequest } from './outbound.ts'
import { Polling } from './polling.ts'

export interface TelegramAdapterOptions {
  readonly token: string
  readonly apiRoot: string
  readonly clock: Clock
  readonly log: Log
  readonly requestTimeoutMs?: number
  /** How long Telegram holds a poll when there is nothing to tell. */
  readonly pollTimeoutS?: number
  readonly commands: readonly CommandDescription[]
  readonly profile: BotProfile
}

/** Throws a StartError when the token has not the shape of one. */
export function createTelegramAdapter(options: TelegramAdapterOptions): Adapter {
  return new TelegramAdapter(options)
}

class TelegramAdapter implements Adapter {
  readonly platform = 'telegram'
  readonly capabilities = telegramCapabilities
  readonly botId: string
  readonly #options: TelegramAdapterOptions
  readonly #call: Call
  readonly #errands: Errands
  /** Groups and channels that we are leaving. */
  readonly #leaving = new Set<number>()
  #polling: Polling | undefined
  #menu: 'due' | 'under way' | 'done' = 'due'

  constructor(options: TelegramAdapterOptions) {
    const { token, apiRoot, clock, log, requestTimeoutMs = 30_000 } = options
    this.botId = botIdOf(token)
    this.#options = options
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

  async perform(delivery: Delivery, signal: AbortSignal): Promise<Receipt> {
    try {
      if (signal.aborted) throw new DeliveryError({ kind: 'not-sent' }, 'Telegram: not begun')
      const request = toRequest(delivery)
      return await this.#call((api, ends) => carryOut(api, request, delivery.to, ends), { signal })
    } catch (error) {
      const { kind } = delivery.action
      if (isDoneAlready(kind, error)) return { refs: [] }
      throw toDeliveryError(kind, error)
    }
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

async function carryOut(
  api: RawApi,
  request: BotRequest,
  to: Address,
  signal: Signal,
): Promise<Receipt> {
  switch (request.method) {
    case 'sendMessage': {
      const sent = await api.sendMessage(request.payload, signal)
      return { refs: [refOf(chatIdOf(to), sent.message_id)] }
    }
    case 'editMessageText':
      await api.editMessageText(request.payload, signal)
      return { refs: [] }
    case 'deleteMessage':
      await api.deleteMessage(request.payload, signal)
      return { refs: [] }
    case 'setMessageReaction':
      await api.setMessageReaction(request.payload, signal)
      return { refs: [] }
    default:
      return unreachable(request)
  }
}
