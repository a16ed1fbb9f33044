/** A stream of numbered events. */
interface Numbered {
  readonly seq: number
}

interface Waiter {
  stream: Numbered | undefined
  seq: number
  readonly resolve: () => void
  readonly reject: (reason: Error) => void
}

/** Who waits until a client has heard everything that was said before they began to wait. */
export class FlushWaiters {
  readonly #waiters = new Set<Waiter>()

  get size(): number {
    return this.#waiters.size
  }

  /** Without a stream the wait is for the next one. */
  add(stream: Numbered | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiters.add({ stream, seq: stream?.seq ?? 0, resolve, reject })
    })
  }

  /** Events of another stream will never be heard: its waiters wait for this one's beginning. */
  moveTo(stream: Numbered): void {
    for (const waiter of this.#waiters) {
      if (waiter.stream === stream) continue
      waiter.stream = stream
      waiter.seq = stream.seq
    }
  }

  heard(stream: Numbered, seq: number): void {
    for (const waiter of this.#waiters) {
      if (waiter.stream !== stream || waiter.seq > seq) continue
      this.#waiters.delete(waiter)
      waiter.resolve()
    }
  }

  fail(reason: Error): void {
    for (const waiter of this.#waiters) waiter.reject(reason)
    this.#waiters.clear()
  }
}
