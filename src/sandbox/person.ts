// A made-up person and what their app shows: one shape for both platforms, so that stories and the page need not care.

export interface SeenButton {
  readonly label: string
  readonly data: string
}

/** A range of formatting as Telegram's app knows it; on Discord formatting is markdown inside the text. */
export interface SeenEntity {
  readonly type: string
  readonly offset: number
  readonly length: number
  readonly url?: string
  readonly language?: string
}

/** One message in the person's private chat with the bot, as the app shows it at this moment. */
export interface SeenMessage {
  readonly id: string
  readonly from: 'person' | 'bot'
  readonly at: number
  /** Telegram: plain text with `entities`. Discord: the raw markdown. Empty for other kinds of content. */
  readonly text: string
  readonly entities: readonly SeenEntity[]
  /** `text`, or the kind of other content that the person sent. */
  readonly kind: string
  readonly buttons: readonly (readonly SeenButton[])[]
  readonly replyTo: string | undefined
  readonly edited: boolean
  /** Emoji under the message, and whose they are. */
  readonly reactions: readonly { readonly emoji: string; readonly from: 'person' | 'bot' }[]
}

export interface SayOptions {
  /** The id of a message in this chat. */
  readonly replyTo?: string
  /** Telegram only. */
  readonly entities?: readonly SeenEntity[]
}

export interface SandboxPerson {
  readonly platform: 'telegram' | 'discord'
  readonly id: string
  /** What their profile says; nothing of it may ever reach their partner. */
  readonly name: string
  readonly username: string
  /** Oldest first. */
  readonly chat: readonly SeenMessage[]
  /** How many times this person's app was told that the bot types. */
  readonly typingSeen: number
  readonly hasBlocked: boolean

  say(text: string, options?: SayOptions): SeenMessage
  /** Sends content of another kind: `photo`, `voice`, `sticker`, `contact`, `poll` …; throws on a kind that the platform lacks. */
  send(kind: string, options?: SayOptions): SeenMessage
  /** A slash command without its slash: typed on Telegram, an application command on Discord. */
  command(name: string): void
  /** Taps a button of a message. Resolves when the bot has acknowledged the tap, rejects if it has not after `timeoutMs` (default 5000). */
  tap(messageId: string, data: string, timeoutMs?: number): Promise<void>
  /** Discord only: the app tells the bot that the person types. On Telegram bots are not told, and nothing happens. */
  type(): void
  block(): void
  unblock(): void
  deleteAccount(): void
  /** Edits or deletes an own message. */
  edit(messageId: string, text: string): void
  remove(messageId: string): void
  /** Makes the person's reactions under a message be exactly these. */
  react(messageId: string, emoji: readonly string[]): void
  /** Called after every change of what the app shows. */
  onChange(listener: () => void): () => void
}
