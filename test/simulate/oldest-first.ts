import type { Pairs, Policy, PolicyKind } from './policy.ts'
import { type Kind, seekingLabel, type SimulatedPerson, suit } from './simulated-person.ts'

/** Those who wait and are alike to the hard rules, the oldest first. Who has left or been paired is passed over. */
interface Bucket {
  readonly kind: Kind
  readonly line: SimulatedPerson[]
  from: number
  readonly suited: Bucket[]
}

/** Who comes meets at once the one who has waited longest of those whom the hard rules allow. */
class OldestFirst implements Policy {
  readonly #buckets = new Map<string, Bucket>()
  readonly #waiting = new Set<number>()

  join(person: SimulatedPerson): Pairs {
    const own = this.#bucket(person)
    let oldest: SimulatedPerson | undefined
    for (const bucket of own.suited) {
      const first = this.#first(bucket)
      // Ids count in the order of arrival.
      if (first && (!oldest || first.id < oldest.id)) oldest = first
    }
    if (oldest) {
      this.#waiting.delete(oldest.id)
      return [[oldest.id, person.id]]
    }
    this.#waiting.add(person.id)
    own.line.push(person)
    return []
  }

  leave(id: number): void {
    this.#waiting.delete(id)
  }

  tick(): Pairs {
    return []
  }

  nextDueAt(): undefined {
    return undefined
  }

  async [Symbol.asyncDispose](): Promise<void> {}

  #first(bucket: Bucket): SimulatedPerson | undefined {
    for (;;) {
      const first = bucket.line[bucket.from]
      if (!first || this.#waiting.has(first.id)) return first
      bucket.from += 1
    }
  }

  #bucket(kind: Kind): Bucket {
    const { gender, seeking, platform, partnerPlatform } = kind
    const key = `${gender} ${seekingLabel(seeking)} ${platform} ${partnerPlatform}`
    const known = this.#buckets.get(key)
    if (known) return known
    const bucket: Bucket = { kind, line: [], from: 0, suited: [] }
    this.#buckets.set(key, bucket)
    for (const other of this.#buckets.values()) {
      if (!suit(kind, other.kind)) continue
      bucket.suited.push(other)
      if (other !== bucket) other.suited.push(bucket)
    }
    return bucket
  }
}

export const oldestFirst: PolicyKind = { name: 'oldest first', open: () => new OldestFirst() }
