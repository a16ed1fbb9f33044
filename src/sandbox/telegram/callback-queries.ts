// Taps that wait for their answer. An id answers once.

import { randomBytes } from 'node:crypto'

interface OpenQuery {
  readonly personId: number
  readonly at: number
  readonly answer: () => void
}

/** Telegram refuses late answers and does not document how late is late. */
const lifetimeMs = 60_000

export class CallbackQueries {
  readonly #now: () => number
  readonly #open = new Map<string, OpenQuery>()

  constructor(now: () => number) {
    this.#now = now
  }

  open(personId: number): { readonly id: string; readonly answered: Promise<void> } {
    this.#dropOld()
    const id = randomBytes(8).readBigUInt64BE().toString()
    const answered = new Promise<void>((resolve) => {
      this.#open.set(id, { personId, at: this.#now(), answer: resolve })
    })
    return { id, answered }
  }

  personOf(id: string): number | undefined {
    return this.#open.get(id)?.personId
  }

  /** Whether there was such a query to answer. */
  answer(id: string): boolean {
    this.#dropOld()
    const query = this.#open.get(id)
    this.#open.delete(id)
    query?.answer()
    return query !== undefined
  }

  #dropOld(): void {
    for (const [id, { at }] of this.#open) {
      if (at > this.#now() - lifetimeMs) return
      this.#open.delete(id)
    }
  }
}
