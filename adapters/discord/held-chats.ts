// Keeps back the live events of chats whose missed messages are still being read, so that each chat is heard in its order.

import type { Address } from '../../src/core/address.ts'
import type { Inbound } from '../../src/core/inbound.ts'

export class HeldChats {
  readonly #pass: (inbound: Inbound) => void
  /** Undefined when it is known which chats are held. A bot that is not connected yet holds every one. */
  #all: Inbound[] | undefined = []
  readonly #chats = new Map<Address, Inbound[]>()
  /** Where what is heard of this session begins, in each chat that is held. */
  readonly #beginnings = new Map<Address, string>()

  constructor(pass: (inbound: Inbound) => void) {
    this.#pass = pass
  }

  hear(inbound: Inbound): void {
    const { address } = inbound.sender
    if (inbound.position !== undefined && !this.#beginnings.has(address) && this.#holds(address))
      this.#beginnings.set(address, inbound.position)
    this.#keep(inbound)
  }

  /** The first thing heard of a held chat in this session: from there on the gateway tells everything, in its order. */
  beginning(chat: Address): string | undefined {
    return this.#beginnings.get(chat)
  }

  #holds(chat: Address): boolean {
    return this.#all !== undefined || this.#chats.has(chat)
  }

  #keep(inbound: Inbound): void {
    const held = this.#all ?? this.#chats.get(inbound.sender.address)
    if (held === undefined) this.#pass(inbound)
    // Typing that comes late tells nothing.
    else if (inbound.event.kind !== 'typing') held.push(inbound)
  }

  /** Between two sessions lies what only the history knows, even where something of the former one is held. */
  beginSession(): void {
    this.#beginnings.clear()
  }

  holdAll(): void {
    this.#all ??= []
    this.#all.unshift(...[...this.#chats.values()].flat())
    this.#chats.clear()
  }

  /** Lets every other chat go on. */
  holdOnly(chats: readonly Address[]): void {
    const held = this.#all ?? []
    this.#all = undefined
    for (const chat of chats) if (!this.#chats.has(chat)) this.#chats.set(chat, [])
    for (const chat of this.#beginnings.keys())
      if (!this.#chats.has(chat)) this.#beginnings.delete(chat)
    for (const inbound of held) this.#keep(inbound)
  }

  release(chat: Address): void {
    const held = this.#chats.get(chat) ?? []
    this.#chats.delete(chat)
    this.#beginnings.delete(chat)
    for (const inbound of held) this.#pass(inbound)
  }
}
