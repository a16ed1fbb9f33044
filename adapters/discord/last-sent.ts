import type { Address } from '../../src/core/address.ts'

const chatsAtMost = 10_000

/** The latest message of ours that Discord confirmed in each of the chats written to last. */
export class LastSent {
  readonly #ids = new Map<Address, string>()

  get(to: Address): string | undefined {
    return this.#ids.get(to)
  }

  remember(to: Address, messageId: string): void {
    // Maps keep the order of insertion, so the chat that rested longest is in front.
    this.#ids.delete(to)
    this.#ids.set(to, messageId)
    const [oldest] = this.#ids.keys()
    if (this.#ids.size > chatsAtMost && oldest !== undefined) this.#ids.delete(oldest)
  }
}
