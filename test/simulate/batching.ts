import type { Pair, Pairs, Policy, PolicyKind } from './policy.ts'
import { type SimulatedPerson, suit } from './simulated-person.ts'

const everyMs = 15_000

/** Looks at the line every 15 seconds and pairs by shared interests: slower than the baseline, and better company. */
class Batching implements Policy {
  readonly #waiting = new Map<number, SimulatedPerson>()
  #dueAt: number | undefined

  join(person: SimulatedPerson, now: number): Pairs {
    this.#waiting.set(person.id, person)
    this.#dueAt ??= now + everyMs
    return []
  }

  leave(id: number): void {
    this.#waiting.delete(id)
  }

  tick(now: number): Pairs {
    const pairs: Pair[] = []
    for (const person of this.#waiting.values()) {
      const best = [...this.#waiting.values()]
        .filter((other) => other.id !== person.id && suit(person, other))
        .toSorted((a, b) => shared(person, b) - shared(person, a))[0]
      if (!best) continue
      pairs.push([person.id, best.id])
      this.#waiting.delete(person.id)
      this.#waiting.delete(best.id)
    }
    this.#dueAt = this.#waiting.size > 0 ? now + everyMs : undefined
    return pairs
  }

  nextDueAt(): number | undefined {
    return this.#dueAt
  }

  async [Symbol.asyncDispose](): Promise<void> {}
}

const shared = (a: SimulatedPerson, b: SimulatedPerson): number =>
  a.interests.filter((interest) => b.interests.includes(interest)).length

export const batching: PolicyKind = { name: 'batching', open: () => new Batching() }
