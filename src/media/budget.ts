interface Waiting {
  readonly amount: number
  readonly enter: () => void
}

/** A share of a budget, which may become smaller and is given back at its disposal. */
export interface Share extends Disposable {
  readonly amount: number
  /** Gives back what is above `amount`. */
  shrink(amount: number): void
}

/**
 * So much of something that all who ask have to share. Strictly first come, first served: a large request waits at the head of the line
 * and nobody overtakes it, so that nobody starves. Who asks for more than there is gets everything.
 */
export class Budget {
  readonly #total: number
  #taken = 0
  readonly #line: Waiting[] = []

  constructor(total: number) {
    this.#total = total
  }

  get total(): number {
    return this.#total
  }

  get taken(): number {
    return this.#taken
  }

  get waiting(): number {
    return this.#line.length
  }

  /** Fails with the signal's reason; an aborted wait leaves no trace. */
  async take(amount: number, signal: AbortSignal): Promise<Share> {
    signal.throwIfAborted()
    const wanted = Math.min(Math.max(0, amount), this.#total)
    if (this.#line.length > 0 || this.#taken + wanted > this.#total) {
      await this.#wait(wanted, signal)
    } else this.#taken += wanted
    return this.#share(wanted)
  }

  async #wait(amount: number, signal: AbortSignal): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const leave = (): void => {
      this.#line.splice(this.#line.indexOf(waiting), 1)
      // Whoever stood behind may fit.
      this.#admit()
      reject(signal.reason)
    }
    const waiting: Waiting = {
      amount,
      enter: () => {
        signal.removeEventListener('abort', leave)
        resolve()
      },
    }
    this.#line.push(waiting)
    signal.addEventListener('abort', leave, { once: true })
    await promise
  }

  #admit(): void {
    for (let next = this.#line[0]; next; next = this.#line[0]) {
      if (this.#taken + next.amount > this.#total) return
      this.#line.shift()
      // Taken here and not by the one who wakes: until then another could slip in.
      this.#taken += next.amount
      next.enter()
    }
  }

  #share(initial: number): Share {
    let amount = initial
    const shrink = (to: number): void => {
      const rest = Math.max(0, Math.min(amount, to))
      this.#taken -= amount - rest
      amount = rest
      this.#admit()
    }
    return {
      get amount() {
        return amount
      },
      shrink,
      [Symbol.dispose]: () => shrink(0),
    }
  }
}
