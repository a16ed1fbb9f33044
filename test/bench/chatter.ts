import type { SandboxPerson } from '../../src/sandbox/person.ts'
import { numberOf, saying } from './sayings.ts'

const everyMs = 50
const patienceMs = 60_000

/** Two people who talk all the time, in turn, until they are asked how long their partner had to wait for each of their words. */
export class Chatter {
  readonly #talkers: readonly [SandboxPerson, SandboxPerson]
  readonly #saidAt = new Map<number, number>()
  #number = 0

  constructor(talkers: readonly [SandboxPerson, SandboxPerson]) {
    this.#talkers = talkers
  }

  /** While `work` goes on. */
  async during<T>(
    work: () => Promise<T>,
  ): Promise<{ readonly result: T; readonly delaysMs: readonly number[] }> {
    const delaysMs: number[] = []
    const { promise: quiet, resolve, reject } = Promise.withResolvers<void>()
    let isOver = false
    const stops = this.#talkers.map((person) =>
      person.onChange(() => {
        const latest = person.chat.at(-1)
        const number = latest?.from === 'bot' ? numberOf(latest.text) : undefined
        const at = number === undefined ? undefined : this.#saidAt.get(number)
        if (number === undefined || at === undefined) return
        this.#saidAt.delete(number)
        delaysMs.push(performance.now() - at)
        if (isOver && this.#saidAt.size === 0) resolve()
      }),
    )
    this.#speak()
    const timer = setInterval(() => this.#speak(), everyMs)
    let patience: NodeJS.Timeout | undefined
    try {
      const result = await work()
      clearInterval(timer)
      isOver = true
      if (this.#saidAt.size > 0) {
        patience = setTimeout(
          () => reject(new Error(`${this.#saidAt.size} texts never came`)),
          patienceMs,
        )
        await quiet
      }
      return { result, delaysMs }
    } finally {
      clearInterval(timer)
      clearTimeout(patience)
      for (const stop of stops) stop()
    }
  }

  #speak(): void {
    this.#number += 1
    this.#saidAt.set(this.#number, performance.now())
    this.#talkers[this.#number % 2]?.say(saying(this.#number))
  }
}
