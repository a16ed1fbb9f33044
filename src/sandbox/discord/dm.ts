import type { SeenMessage } from '../person.ts'
import type { Account } from './account.ts'
import { attachmentsOf, withFreshUrls } from './attachment.ts'
import type { FileStore } from './file-store.ts'
import type { Dispatch } from './gateway-event.ts'
import { IdOrdered } from './id-ordered.ts'
import type { PageQuery } from './id-ordered.ts'
import { NonceWindow } from './nonce-window.ts'
import { addReaction, dropReaction, reactionEvent, wireReactions } from './reactions.ts'
import type { Reaction, Reactor } from './reactions.ts'
import { seenMessage } from './seen-message.ts'
import { messageFlag } from './wire-message.ts'
import type { WireMessage } from './wire-message.ts'

export interface DmOptions {
  readonly id: string
  readonly account: Account
  readonly botId: string
  readonly now: () => number
  readonly dispatch: Dispatch
  readonly files: FileStore
  readonly changed: () => void
}

interface Stored {
  readonly id: string
  readonly kind: string
  readonly wire: WireMessage
  readonly reactions: readonly Reaction[]
}

/** The private channel of one person and the bot: its history, and what the person's app shows of it. */
export class Dm {
  readonly id: string
  readonly account: Account
  readonly nonces: NonceWindow
  readonly #options: DmOptions
  readonly #history = new IdOrdered<Stored>()
  /** Shown to the person, in no history, told to nobody. */
  readonly #ephemeral = new Map<string, Stored>()
  readonly #shown = new IdOrdered<SeenMessage>()

  constructor(options: DmOptions) {
    this.id = options.id
    this.account = options.account
    this.nonces = new NonceWindow(options.now)
    this.#options = options
  }

  /** https://docs.discord.com/developers/resources/channel#channel-object */
  get channel(): object {
    return {
      id: this.id,
      type: 1,
      last_message_id: this.#history.last?.id ?? null,
      flags: 0,
      recipients: [this.account.user],
    }
  }

  get shown(): readonly SeenMessage[] {
    return this.#shown.all()
  }

  shownAs(id: string): SeenMessage | undefined {
    return this.#shown.get(id)
  }

  find(id: string): WireMessage | undefined {
    const stored = this.#history.get(id) ?? this.#ephemeral.get(id)
    return stored && this.#whole(stored)
  }

  page(query: PageQuery): readonly WireMessage[] {
    return this.#history.page(query).map((stored) => this.#whole(stored))
  }

  /** Who sent it says the nonce in the answer and in the event; the history forgets it. */
  post(wire: WireMessage, kind: string, nonce?: string | number): WireMessage {
    const stored = { id: wire.id, kind, wire, reactions: [] }
    const told = { ...this.#whole(stored), ...(nonce !== undefined && { nonce }) }
    if (wire.flags & messageFlag.ephemeral) {
      this.#ephemeral.set(wire.id, stored)
    } else {
      this.#history.put(stored)
      this.#options.dispatch('MESSAGE_CREATE', { ...told, channel_type: 1 })
    }
    this.#show(stored)
    return told
  }

  edit(id: string, change: Partial<WireMessage>): WireMessage | undefined {
    const before = this.#history.get(id) ?? this.#ephemeral.get(id)
    if (before === undefined) return undefined
    const kind = before.kind === 'loading' ? 'text' : before.kind
    const stored = { ...before, kind, wire: { ...before.wire, ...change } }
    this.#dropFiles(before.wire, stored.wire)
    const whole = this.#whole(stored)
    if (this.#ephemeral.has(id)) {
      this.#ephemeral.set(id, stored)
    } else {
      this.#history.put(stored)
      this.#options.dispatch('MESSAGE_UPDATE', { ...whole, channel_type: 1 })
    }
    this.#show(stored)
    return whole
  }

  remove(id: string): void {
    if (this.#drop(id)) this.#options.dispatch('MESSAGE_DELETE', { id, channel_id: this.id })
  }

  /** At once, and told as one event. */
  removeMany(ids: readonly string[]): void {
    const gone = ids.filter((id) => this.#drop(id))
    if (gone.length > 0)
      this.#options.dispatch('MESSAGE_DELETE_BULK', { ids: gone, channel_id: this.id })
  }

  /** `undefined` where there is no such message in the history. */
  reactionsOf(id: string): readonly Reaction[] | undefined {
    return this.#history.get(id)?.reactions
  }

  /** The reaction is not there yet. The bot is told of its own ones too. */
  react(id: string, emoji: string, from: Reactor): void {
    const stored = this.#history.get(id)
    if (stored === undefined) return
    this.#store({ ...stored, reactions: addReaction(stored.reactions, emoji, from) })
    this.#options.dispatch('MESSAGE_REACTION_ADD', {
      ...this.#reactionEvent(id, emoji, from),
      message_author_id: stored.wire.author.id,
    })
  }

  unreact(id: string, emoji: string, from: Reactor): void {
    const stored = this.#history.get(id)
    if (stored === undefined) return
    this.#store({ ...stored, reactions: dropReaction(stored.reactions, emoji, from) })
    this.#options.dispatch('MESSAGE_REACTION_REMOVE', this.#reactionEvent(id, emoji, from))
  }

  /** A line of the app's own, such as an error: no message at all. */
  showLine(id: string, kind: string, text: string): void {
    const line = {
      from: 'bot',
      at: this.#options.now(),
      entities: [],
      files: [],
      place: undefined,
      album: undefined,
      buttons: [],
      replyTo: undefined,
      edited: false,
      reactions: [],
    } as const
    this.#shown.put({ ...line, id, kind, text })
    this.#options.changed()
  }

  /** The bot is told of its own typing too. */
  typing(userId: string): void {
    const timestamp = Math.floor(this.#options.now() / 1000)
    // Unlike messages, typing and deletions do not say the kind of their channel:
    // https://docs.discord.com/developers/events/gateway-events#typing-start
    this.#options.dispatch('TYPING_START', { channel_id: this.id, user_id: userId, timestamp })
    if (userId !== this.#options.botId || this.account.hasBlocked) return
    this.account.typingSeen += 1
    this.#options.changed()
  }

  #store(stored: Stored): void {
    this.#history.put(stored)
    this.#show(stored)
  }

  #show({ wire, kind, reactions }: Stored): void {
    const { botId, files } = this.#options
    this.#shown.put(seenMessage({ wire, kind, reactions, botId, files }))
    this.#options.changed()
  }

  /** Whether the bot has to hear of it. */
  #drop(id: string): boolean {
    const stored = this.#history.get(id) ?? this.#ephemeral.get(id)
    if (stored === undefined) return false
    this.#dropFiles(stored.wire)
    this.#ephemeral.delete(id)
    const wasHistory = this.#history.delete(id)
    this.#shown.delete(id)
    this.#options.changed()
    return wasHistory
  }

  /** The bytes go with the message, or with the edit that takes them out of it. */
  #dropFiles(before: WireMessage, after?: WireMessage): void {
    const kept = new Set(after && attachmentsOf(after).map(({ id }) => id))
    for (const { id, url } of attachmentsOf(before)) {
      if (!kept.has(id)) this.#options.files.dropAt(url)
    }
  }

  #reactionEvent(message_id: string, emoji: string, from: Reactor): object {
    const user_id = from === 'bot' ? this.#options.botId : this.account.id
    return reactionEvent({ user_id, channel_id: this.id, message_id }, emoji)
  }

  /** A reply carries the message that it answers as that is now, reactions apart, or null once it is gone. */
  #whole({ wire, reactions }: Stored): WireMessage {
    const reply = wire.message_reference?.type === 0 ? wire.message_reference : undefined
    const target = reply && this.#history.get(reply.message_id)?.wire
    const now = this.#options.now()
    return {
      ...withFreshUrls(wire, now),
      ...(reactions.length > 0 && { reactions: wireReactions(reactions) }),
      ...(reply && { referenced_message: target ? withFreshUrls(target, now) : null }),
    }
  }
}
