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

/** A file on a person's device. Whatever its name and its bytes tell of them may never reach their partner. */
export interface SandboxFile {
  readonly bytes: Uint8Array
  readonly name: string
  /** A media type, such as `image/jpeg`. */
  readonly type: string
}

export type SeenFileKind =
  | 'photo'
  | 'video'
  | 'animation'
  | 'audio'
  | 'voice'
  | 'video-note'
  | 'sticker'
  | 'document'

/** A file in a message, as the app shows it. */
export interface SeenFile {
  readonly kind: SeenFileKind
  /** Where the app would show it. */
  readonly name: string | undefined
  readonly type: string
  readonly spoiler: boolean
  readonly width: number | undefined
  readonly height: number | undefined
  readonly durationS: number | undefined
  /** Discord's voice messages: loudness over time, in base64. */
  readonly waveform: string | undefined
  readonly bytes: Uint8Array
}

export interface SeenPlace {
  readonly latitude: number
  readonly longitude: number
  /** A venue has both. */
  readonly title: string | undefined
  readonly address: string | undefined
}

/** One message in the person's private chat with the bot, as the app shows it at this moment. */
export interface SeenMessage {
  readonly id: string
  readonly from: 'person' | 'bot'
  readonly at: number
  /** Telegram: plain text or a caption, with `entities`. Discord: the raw markdown. Empty for other kinds of content. */
  readonly text: string
  readonly entities: readonly SeenEntity[]
  /** `text`, the kind of its first file, `place`, or the kind of other content that the person sent. */
  readonly kind: string
  readonly files: readonly SeenFile[]
  readonly place: SeenPlace | undefined
  /** Telegram: shared by the messages that the app shows as one album. */
  readonly album: string | undefined
  readonly buttons: readonly (readonly SeenButton[])[]
  readonly replyTo: string | undefined
  readonly edited: boolean
  /** Telegram: a question that opens a reply to it; `placeholder` stands where the answer is typed. */
  readonly asksReply?: { readonly placeholder: string } | undefined
  /** Emoji under the message, and whose they are. */
  readonly reactions: readonly { readonly emoji: string; readonly from: 'person' | 'bot' }[]
}

/** A command as the app lists it. */
export interface SeenCommand {
  readonly name: string
  readonly description: string
}

/** A dialog over the chat, with one box to type in. */
export interface SeenDialog {
  readonly title: string
  readonly label: string
  readonly description: string | undefined
  readonly placeholder: string | undefined
  /** What is in the box at first. */
  readonly value: string
  /** Whether the box has several lines. */
  readonly isParagraph: boolean
  readonly isRequired: boolean
  /** In UTF-16 code units, as the app counts. */
  readonly leastLength: number
  readonly mostLength: number
}

export interface SayOptions {
  /** The id of a message in this chat. */
  readonly replyTo?: string
  /** Telegram only. */
  readonly entities?: readonly SeenEntity[]
}

export interface SendOptions extends SayOptions {
  readonly caption?: string
  readonly spoiler?: boolean
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
  /** What the app lists after a slash, in the language that it is set to. */
  readonly shownCommands?: readonly SeenCommand[]
  /** Discord only: the language that the app is set to, such as `es-419`. Throws on one that no app speaks. */
  locale?: string
  /** Telegram only: the same as an IETF tag, empty where the app tells none. */
  languageCode?: string
  /** Discord only: what the bot asks in a dialog, while that is open. */
  readonly dialog?: SeenDialog | undefined

  say(text: string, options?: SayOptions): SeenMessage
  /** Sends a sample of another kind: `photo`, `voice`, `sticker`, `contact`, `poll` …; throws on a kind that the platform lacks. */
  send(kind: string, options?: SendOptions): SeenMessage
  /**
   * Sends files of their own. Several make an album: on Telegram a group of messages with the caption under the first, on Discord one
   * message. Throws on what the platform's app would not send.
   */
  sendFiles(
    kind: SeenFileKind,
    files: readonly SandboxFile[],
    options?: SendOptions,
  ): readonly SeenMessage[]
  /** A slash command without its slash: typed on Telegram, an application command on Discord. */
  command(name: string): void
  /** Taps a button of a message. Resolves when the bot has acknowledged the tap, rejects if it has not after `timeoutMs` (default 5000). */
  tap(messageId: string, data: string, timeoutMs?: number): Promise<void>
  /**
   * Discord only: answers the open dialog. Throws on what the app does not send; resolves when the bot has acknowledged it, rejects if it
   * has not, and the dialog stays.
   */
  submitDialog?(text: string, timeoutMs?: number): Promise<void>
  /** Discord only: closes it, which nobody is told. */
  dismissDialog?(): void
  /** Discord only: the app tells the bot that the person types. On Telegram bots are not told, and nothing happens. */
  type(): void
  block(): void
  unblock(): void
  deleteAccount(): void
  /** Edits the text or caption of an own message, or deletes it. */
  edit(messageId: string, text: string): void
  /** Telegram only: puts another photo, video or file in the place of the one in an own message. */
  replaceFile(messageId: string, kind: SeenFileKind, file: SandboxFile): void
  /** Discord only: takes one file out of an own message. */
  removeFile(messageId: string, index: number): void
  /** Telegram only, a privacy setting of Premium: voice and video messages are refused with VOICE_MESSAGES_FORBIDDEN. */
  forbidVoice(isForbidden: boolean): void
  remove(messageId: string): void
  /** Makes the person's reactions under a message be exactly these. */
  react(messageId: string, emoji: readonly string[]): void
  /** Called after every change of what the app shows. */
  onChange(listener: () => void): () => void
}
