import { LineLengths } from './line-lengths.ts'
import type { Pairs, Policy, PolicyKind } from './policy.ts'
import { leavesAt, type SimulatedPerson, suit } from './simulated-person.ts'

export interface Room {
  readonly a: SimulatedPerson
  readonly b: SimulatedPerson
  readonly openedAt: number
}

/** What a policy did for a population. */
export interface Outcome {
  readonly policy: string
  readonly rooms: readonly Room[]
  /** When each person, by index, was paired; undefined for who gave up. */
  readonly pairedAt: readonly (number | undefined)[]
  /** How many waited, averaged over even stretches from the first arrival to the last. */
  readonly line: readonly LinePoint[]
  /** How many waited at once, at most. */
  readonly longestLine: number
  /** Of the wall clock: the one figure that a seed does not repeat. */
  readonly tookMs: number
}

export interface LinePoint {
  readonly at: number
  readonly waiting: number
}

type Happening =
  | { readonly kind: 'due'; readonly at: number }
  | { readonly kind: 'arrival'; readonly at: number; readonly person: SimulatedPerson }
  | { readonly kind: 'departure'; readonly at: number; readonly person: SimulatedPerson }

/**
 * Lets `population`, sorted by arrival, come and go before a policy. At one moment what is due comes first, then who arrives, then who
 * gives up: whoever can be paired at the last moment of their patience is. Throws when the policy breaks a rule.
 */
export async function simulate(
  population: readonly SimulatedPerson[],
  kind: PolicyKind,
): Promise<Outcome> {
  const startedAt = performance.now()
  await using policy = await kind.open()
  const run = new Run(population, kind.name)
  for (let next = run.next(policy); next; next = run.next(policy)) await run.let(next, policy)
  return run.outcome(performance.now() - startedAt)
}

class Run {
  readonly #policy: string
  readonly #arrivals: readonly SimulatedPerson[]
  readonly #departures: readonly SimulatedPerson[]
  #arrived = 0
  #departed = 0
  #now = 0
  readonly #waiting = new Map<number, SimulatedPerson>()
  readonly #pairedAt = new Map<number, number>()
  readonly #rooms: Room[] = []
  readonly #line: LineLengths

  constructor(population: readonly SimulatedPerson[], policy: string) {
    this.#policy = policy
    this.#arrivals = population
    this.#departures = population.toSorted((a, b) => leavesAt(a) - leavesAt(b) || a.id - b.id)
    this.#line = new LineLengths(population.at(-1)?.arrivesAt ?? 0)
  }

  /** Undefined once everybody has come and gone. */
  next(policy: Policy): Happening | undefined {
    while (this.#pairedAt.has(this.#departures[this.#departed]?.id ?? -1)) this.#departed += 1
    const leaving = this.#departures[this.#departed]
    if (!leaving) return undefined
    const coming = this.#arrivals[this.#arrived]
    const happening: Happening =
      coming && coming.arrivesAt <= leavesAt(leaving)
        ? { kind: 'arrival', at: coming.arrivesAt, person: coming }
        : { kind: 'departure', at: leavesAt(leaving), person: leaving }
    const dueAt = policy.nextDueAt()
    if (dueAt === undefined || dueAt > happening.at) return happening
    return { kind: 'due', at: Math.max(dueAt, this.#now) }
  }

  async let(happening: Happening, policy: Policy): Promise<void> {
    this.#line.passTo(happening.at, this.#waiting.size)
    this.#now = happening.at
    switch (happening.kind) {
      case 'due':
        return this.#tick(policy)
      case 'arrival':
        this.#arrived += 1
        this.#waiting.set(happening.person.id, happening.person)
        return this.#open(await policy.join(happening.person, this.#now))
      case 'departure':
        this.#departed += 1
        this.#waiting.delete(happening.person.id)
        return policy.leave(happening.person.id, this.#now)
    }
  }

  async #tick(policy: Policy): Promise<void> {
    const pairs = await policy.tick(this.#now)
    this.#open(pairs)
    const dueAt = policy.nextDueAt()
    if (pairs.length === 0 && dueAt !== undefined && dueAt <= this.#now)
      throw new Error(`The policy ${this.#policy} is due at ${dueAt} and does nothing then.`)
  }

  #open(pairs: Pairs): void {
    for (const [idA, idB] of pairs) {
      const [a, b] = [this.#waiting.get(idA), this.#waiting.get(idB)]
      if (!a || !b || a === b || !suit(a, b))
        throw new Error(`The policy ${this.#policy} may not pair ${idA} and ${idB}: ${why(a, b)}.`)
      for (const { id } of [a, b]) {
        this.#waiting.delete(id)
        this.#pairedAt.set(id, this.#now)
      }
      this.#rooms.push({ a, b, openedAt: this.#now })
    }
  }

  outcome(tookMs: number): Outcome {
    return {
      policy: this.#policy,
      rooms: this.#rooms,
      pairedAt: this.#arrivals.map(({ id }) => this.#pairedAt.get(id)),
      line: this.#line.means(),
      longestLine: this.#line.longest,
      tookMs,
    }
  }
}

function why(a: SimulatedPerson | undefined, b: SimulatedPerson | undefined): string {
  if (!a || !b) return 'one of them does not wait'
  return a === b ? 'they are one' : 'they do not suit each other'
}
