import type { Inbound } from '../../src/core/inbound.ts'
import { readTap } from '../../src/core/tap.ts'
import type { Situation } from '../../src/core/situation.ts'
import type { PairingPlan } from '../../src/store/store.ts'
import type { Write } from '../../src/store/write.ts'

class WantedFailure extends Error {}

/** What has happened, in the order of the commits. */
export type Fact =
  | { readonly kind: 'met'; readonly room: number; readonly isAgain: boolean; readonly at: number }
  /** Somebody blocks whom they are with in this room, or were. */
  | { readonly kind: 'blocked'; readonly room: number }
  | { readonly kind: 'minor'; readonly who: string; readonly at: number }
  | { readonly kind: 'forgotten' | 'withdrawn' | 'came'; readonly who: string }
  | {
      readonly kind: 'wants-again'
      readonly who: string
      readonly room: number
      readonly at: number
    }

/**
 * Stands inside the units of work, where what happens has its order, and can make them fail. What fails or is cut off is no fact: the files
 * know nothing of it either.
 */
export class Witness {
  readonly #facts: Fact[] = []
  /** Which events our code is to fail on. */
  readonly failing = new Set<string>()
  pairingFails = false
  /** When a pairing was made to fail: it is tried again a second later. */
  pairingFailedAt = -Infinity
  /** What our code failed on, and was not made to. */
  readonly errors: string[] = []
  widenings = 0
  failures = 0
  #rooms = 0

  get facts(): readonly Fact[] {
    return this.#facts
  }

  /** What came after so many facts has never been. */
  forgetAfter(count: number): void {
    this.#facts.length = count
  }

  judged(inbound: Inbound, situation: Situation, writes: readonly Write[]): readonly Write[] {
    if (inbound.seenKey !== undefined && this.failing.delete(inbound.seenKey)) {
      this.failures += 1
      return [...writes, failing]
    }
    if (writes.some(({ kind }) => kind === 'widen-ticket')) this.widenings += 1
    this.#facts.push(...factsOf(inbound, situation, writes))
    return writes
  }

  /** Told of every error that the product logs. */
  logged(error: unknown): void {
    if (!(error instanceof WantedFailure)) this.errors.push(String(error))
  }

  /** Pairs as the product does and says nothing. */
  watched(plan: PairingPlan): PairingPlan {
    return {
      ...plan,
      draw: () => {
        this.#rooms += 1
        this.#facts.push({ kind: 'met', room: this.#rooms, isAgain: false, at: plan.now })
        return { ...plan.draw(), room: this.#rooms }
      },
      announce: (card) => {
        if (this.pairingFails) {
          this.pairingFails = false
          this.pairingFailedAt = plan.now
          this.failures += 1
          // Of all that are paired in this unit, this pair alone is none.
          this.#facts.length -= 1
          throw new WantedFailure('a pairing is made to fail')
        }
        const met = this.#facts.at(-1)
        if (card.again && met?.kind === 'met') this.#facts.splice(-1, 1, { ...met, isAgain: true })
        return []
      },
    }
  }
}

/** By the time that the store comes to this one, it has carried out those before it. */
const failing: Write = {
  kind: 'block',
  get room(): number {
    throw new WantedFailure('a unit is made to fail')
  },
}

function factsOf(
  { sender, event }: Inbound,
  { now: at, minor, room }: Situation,
  writes: readonly Write[],
): readonly Fact[] {
  const who = `${sender.platform} ${sender.id}`
  if (event.kind === 'blocked') return [{ kind: 'withdrawn', who }]
  const tap = event.kind === 'tap' ? readTap(event.data) : undefined
  const isCommand = (command: string): boolean =>
    event.kind === 'command' && event.command === command
  // Two ways of knowing it, so that neither the decision nor this can leave one out alone.
  const blocked = new Set(writes.flatMap((write) => (write.kind === 'block' ? [write.room] : [])))
  if (room && isCommand('block')) blocked.add(room.id)
  const blocks = [...blocked].map((each): Fact => ({ kind: 'blocked', room: each }))
  if (minor) return blocks
  if (tap?.kind === 'age' && !tap.adult) return [...blocks, { kind: 'minor', who, at }]
  if (tap?.kind === 'confirm-forget') return [...blocks, { kind: 'forgotten', who }]
  const again: readonly Fact[] =
    tap?.kind === 'again' ? [{ kind: 'wants-again', who, room: tap.room, at }] : []
  return [{ kind: 'came', who }, ...blocks, ...again]
}
