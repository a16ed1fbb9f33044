// What people did, until the bot confirms it by asking for more: https://core.telegram.org/bots/api#getupdates

import { randomInt } from 'node:crypto'

import type { Update } from 'grammy/types'

import { ApiError } from './api-error.ts'

export interface Poll {
  readonly offset: number
  readonly limit: number
  readonly timeoutMs: number
  /** `undefined` leaves the setting as it is; an empty list sets the default. */
  readonly allowed: readonly string[] | undefined
  onClose(listener: () => void): void
}

/** As it is told: by what a test makes up it need not be one that Telegram knows. */
export type ToldUpdate = Pick<Update, 'update_id'>

interface HeldPoll {
  readonly limit: number
  readonly timer: NodeJS.Timeout
  readonly resolve: (updates: readonly ToldUpdate[]) => void
  readonly reject: (error: Error) => void
}

interface Entry {
  readonly update: ToldUpdate
  readonly at: number
}

const conflict =
  'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running'

const onRequestOnly = new Set(['chat_member', 'message_reaction', 'message_reaction_count'])

/** "They will not be kept longer than 24 hours": https://core.telegram.org/bots/api#getting-updates */
const lifetimeMs = 24 * 3600 * 1000

export class UpdateQueue {
  readonly #now: () => number
  /** Entries before `#head` are confirmed; they are cut off now and then, so that confirming costs the same in any length. */
  #entries: Entry[] = []
  #head = 0
  #nextId = randomInt(100_000_000, 900_000_000)
  #allowed: ReadonlySet<string> | undefined
  #held: HeldPoll | undefined
  #willAnswer = false
  #flushes: { readonly id: number; readonly resolve: () => void }[] = []

  constructor(now: () => number) {
    this.#now = now
  }

  get pending(): number {
    return this.#entries.length - this.#head
  }

  /** The types once asked for; `undefined` while the default holds. */
  get allowed(): readonly string[] | undefined {
    return this.#allowed === undefined ? undefined : [...this.#allowed]
  }

  push(content: Omit<Update, 'update_id'>): void {
    const isWanted = Object.keys(content).every((kind) => this.#isAllowed(kind))
    if (isWanted) this.tell(content)
  }

  /** Of any kind, whatever the bot asked for: what waits was asked for by earlier settings too. */
  tell(content: object): void {
    this.#entries.push({ update: { update_id: this.#nextId, ...content }, at: this.#now() })
    this.#nextId += 1
    this.#answerSoon()
  }

  poll({ offset, limit, timeoutMs, allowed, onClose }: Poll): Promise<readonly ToldUpdate[]> {
    // The older of two polls fails, not the newer one.
    this.#release()?.reject(new ApiError(409, conflict))
    if (allowed !== undefined) {
      this.#allowed = allowed.length === 0 ? undefined : new Set(allowed)
    }
    this.#confirm(offset < 0 ? this.#nextId + offset : offset)
    if (this.pending > 0 || timeoutMs <= 0) return Promise.resolve(this.#next(limit))

    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#release()?.resolve([]), timeoutMs)
      const held = { limit, timer, resolve, reject }
      this.#held = held
      // Of a bot that was killed: its updates go to the next one that asks.
      onClose(() => {
        if (this.#held === held) this.#release()?.resolve([])
      })
    })
  }

  dropAll(): void {
    this.#confirm(this.#nextId)
  }

  /** Resolves when everything so far is confirmed. */
  flushed(): Promise<void> {
    const id = this.#nextId
    if (this.pending === 0) return Promise.resolve()
    return new Promise((resolve) => this.#flushes.push({ id, resolve }))
  }

  close(): void {
    this.#release()?.resolve([])
  }

  #isAllowed(kind: string): boolean {
    return this.#allowed === undefined ? !onRequestOnly.has(kind) : this.#allowed.has(kind)
  }

  /** What happens in one go is told in one go. */
  #answerSoon(): void {
    if (this.#held === undefined || this.#willAnswer) return
    this.#willAnswer = true
    queueMicrotask(() => {
      this.#willAnswer = false
      const held = this.#release()
      held?.resolve(this.#next(held.limit))
    })
  }

  #release(): HeldPoll | undefined {
    const held = this.#held
    clearTimeout(held?.timer)
    this.#held = undefined
    return held
  }

  #next(limit: number): readonly ToldUpdate[] {
    return this.#entries.slice(this.#head, this.#head + limit).map(({ update }) => update)
  }

  #confirm(before: number): void {
    while (this.#isDone(this.#entries[this.#head], before)) this.#head += 1
    if (this.#head > 1000 && this.#head * 2 > this.#entries.length) {
      this.#entries = this.#entries.slice(this.#head)
      this.#head = 0
    }
    const confirmed = this.#entries[this.#head]?.update.update_id ?? this.#nextId
    while (this.#flushes[0] !== undefined && this.#flushes[0].id <= confirmed) {
      this.#flushes.shift()?.resolve()
    }
  }

  #isDone(entry: Entry | undefined, before: number): boolean {
    if (entry === undefined) return false
    return entry.update.update_id < before || entry.at < this.#now() - lifetimeMs
  }
}
