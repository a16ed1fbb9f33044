// Whose DM a channel is: of a deletion Discord tells the channel alone. https://docs.discord.com/developers/events/gateway-events#message-delete

import type { Address } from '../../src/core/address.ts'
import type { Sender } from '../../src/core/inbound.ts'
import { channelIdOf, senderAt } from './ids.ts'
import { Recent } from './recent.ts'

const chatsAtMost = 50_000

export class ChatOwners {
  readonly #chats = new Recent<string, Address>(chatsAtMost)
  /** Who asked before the open chats were known. */
  #waiting: (() => void)[] | undefined = []

  learn(chat: Address): void {
    this.#chats.set(channelIdOf(chat), chat)
  }

  /** These are all chats that are open and may have been silent since we started. */
  learnOpen(chats: readonly Address[]): void {
    for (const chat of chats) this.learn(chat)
    const waiting = this.#waiting ?? []
    this.#waiting = undefined
    for (const askAgain of waiting) askAgain()
  }

  /** Tells at once or when the open chats are known, and never of a chat that is neither open nor heard: nothing in it is remembered. */
  ask(channelId: string, tell: (owner: Sender) => void): void {
    const chat = this.#chats.get(channelId)
    if (chat === undefined) this.#waiting?.push(() => this.ask(channelId, tell))
    else tell(senderAt(chat))
  }
}
