import type { AdapterHost, AdapterState, OpenChat } from '../../../src/adapter.ts'
import type { Address } from '../../../src/core/address.ts'
import type { Inbound } from '../../../src/core/inbound.ts'

type Batch = readonly Inbound[]

/** A product that remembers what it took in: each event once, and the latest position of each chat. */
export class ContractHost implements AdapterHost {
  readonly offers: Batch[] = []
  readonly taken: Inbound[] = []
  readonly states: AdapterState[] = []
  readonly problems: string[] = []
  /** While it is down, the database takes nothing in. */
  isDown = false
  readonly #seen = new Set<string>()
  readonly #positions = new Map<Address, string | undefined>()
  #commits = Promise.resolve()

  /** `before` is what an earlier process has left in the database. */
  constructor(before?: ContractHost) {
    for (const [chat, position] of before ? before.#positions : [])
      this.#positions.set(chat, position)
  }

  /** Commits wait until the returned function is called. */
  holdCommits(): () => void {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#commits = promise
    return resolve
  }

  async receive(batch: Batch): Promise<void> {
    this.offers.push(batch)
    if (this.isDown) throw new Error('The disk is full.')
    await this.#commits
    for (const inbound of batch) this.#take(inbound)
  }

  async openChats(): Promise<readonly OpenChat[]> {
    return [...this.#positions].map(([address, after]) => ({ address, after }))
  }

  report(state: AdapterState, problem?: string): void {
    this.states.push(state)
    if (problem !== undefined) this.problems.push(problem)
  }

  #take(inbound: Inbound): void {
    const { seenKey, position, sender } = inbound
    if (seenKey !== undefined && this.#seen.has(seenKey)) return
    if (seenKey !== undefined) this.#seen.add(seenKey)
    this.#positions.set(sender.address, position ?? this.#positions.get(sender.address))
    this.taken.push(inbound)
  }
}
