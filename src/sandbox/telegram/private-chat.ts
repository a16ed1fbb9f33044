// One person's chat with the bot: the messages in it, and whether the bot may write there.

import type { Chat, Message, User } from 'grammy/types'

import { Listeners } from './listeners.ts'
import type { ReactionEmoji } from './reaction-emoji.ts'
import type { TelegramSeenMessage } from './telegram-seen-message.ts'

export type ChatMessage = Message & { readonly from: User; readonly chat: Chat.PrivateChat }

/** The fields of a Message that hold the content. */
export type MessageContent = Omit<
  Partial<Message>,
  'message_id' | 'from' | 'chat' | 'date' | 'reply_to_message'
>

/** A message as another one quotes it: without the one that it answers itself. */
export function quotable(message: ChatMessage): NonNullable<Message['reply_to_message']> {
  const { reply_to_message: _, ...rest } = message
  // grammY types the missing field as present and `undefined`, which exactOptionalPropertyTypes makes impossible to write.
  return rest as NonNullable<Message['reply_to_message']>
}

const sides = ['person', 'bot'] as const
type Side = (typeof sides)[number]
type Reactions = Readonly<Partial<Record<Side, readonly ReactionEmoji[]>>>

export type Standing = 'never-wrote' | 'open' | 'blocked' | 'deleted'

export class PrivateChat {
  user: User
  readonly chat: Chat.PrivateChat
  readonly listeners = new Listeners()
  standing: Standing = 'never-wrote'
  /** A privacy setting of Premium. */
  forbidsVoice = false
  #typingSeen = 0
  /** Both in the order of their ids, which only grow: a message is found by halving. */
  readonly #messages: ChatMessage[] = []
  readonly #seen: TelegramSeenMessage[] = []
  readonly #reactions = new Map<number, Reactions>()
  readonly #prompts = new Set<number>()

  constructor(user: User) {
    const { id, first_name, username } = user
    this.user = user
    this.chat = { id, type: 'private', first_name, ...(username !== undefined && { username }) }
  }

  get seen(): readonly TelegramSeenMessage[] {
    return this.#seen
  }

  get typingSeen(): number {
    return this.#typingSeen
  }

  noteTyping(): void {
    this.#typingSeen += 1
    this.listeners.notify()
  }

  find(id: number): ChatMessage | undefined {
    return this.#messages[this.#indexOf(id)]
  }

  findSeen(id: number): TelegramSeenMessage | undefined {
    return this.#seen[this.#indexOf(id)]
  }

  /** Whether the app has been asked to open a reply to it. */
  hasAskedReply(id: number): boolean {
    return this.#prompts.has(id)
  }

  add(message: ChatMessage, seen: TelegramSeenMessage): void {
    const asks = seen.asksReply !== undefined
    const answers = !message.from.is_bot && this.#isOpenPrompt(message.reply_to_message?.message_id)
    if (asks || answers) this.#closePrompt()
    if (asks) this.#prompts.add(message.message_id)
    this.#messages.push(message)
    this.#seen.push(seen)
    this.listeners.notify()
  }

  replace(message: ChatMessage, seen: TelegramSeenMessage): void {
    const index = this.#indexOf(message.message_id)
    if (index < 0) return
    this.#messages[index] = message
    // No Message tells of reactions: they are what the app knows beside it.
    this.#seen[index] = { ...seen, reactions: this.#seen[index]?.reactions ?? [] }
    this.listeners.notify()
  }

  remove(id: number): void {
    const index = this.#indexOf(id)
    if (index < 0) return
    this.#messages.splice(index, 1)
    this.#seen.splice(index, 1)
    this.#reactions.delete(id)
    this.listeners.notify()
  }

  reactionsOf(id: number, from: Side): readonly ReactionEmoji[] {
    return this.#reactions.get(id)?.[from] ?? []
  }

  setReactions(id: number, from: Side, emoji: readonly ReactionEmoji[]): void {
    const index = this.#indexOf(id)
    const seen = this.#seen[index]
    if (seen === undefined) return
    const all = { ...this.#reactions.get(id), [from]: emoji }
    this.#reactions.set(id, all)
    const reactions = sides.flatMap((side) =>
      (all[side] ?? []).map((each) => ({ emoji: each, from: side })),
    )
    this.#seen[index] = { ...seen, reactions }
    this.listeners.notify()
  }

  #isOpenPrompt(id: number | undefined): boolean {
    return id !== undefined && this.findSeen(id)?.asksReply !== undefined
  }

  /** The app holds one reply open: that to the newest message that asks. */
  #closePrompt(): void {
    const index = this.#seen.findLastIndex(({ asksReply }) => asksReply !== undefined)
    const seen = this.#seen[index]
    if (seen !== undefined) this.#seen[index] = { ...seen, asksReply: undefined }
  }

  /** -1 where there is none. */
  #indexOf(id: number): number {
    let low = 0
    let high = this.#messages.length - 1
    while (low <= high) {
      const middle = (low + high) >>> 1
      const found = this.#messages[middle]?.message_id ?? 0
      if (found === id) return middle
      if (found < id) low = middle + 1
      else high = middle - 1
    }
    return -1
  }
}
