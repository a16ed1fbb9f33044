// What a person does in their app, told to the bot as updates.

import { randomInt } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'

import type { ChatMember, User } from 'grammy/types'

import type { SandboxPerson, SayOptions, SeenMessage } from '../person.ts'
import { type Cloud, secondsNow } from './cloud.ts'
import { formatText } from './formatted-text.ts'
import { type ChatMessage, PrivateChat, quotable } from './private-chat.ts'
import { reactTo } from './react.ts'
import { type SampleContent, sampleMessages } from './sample-message.ts'
import { seenMessage } from './seen-message.ts'
import { tapButton } from './tap-button.ts'

export interface PersonProfile {
  readonly name: string
  readonly username: string
}

/** `edit_time_limit` of https://core.telegram.org/constructor/config */
const editableS = 48 * 3600

export class TelegramPerson implements SandboxPerson {
  readonly platform = 'telegram'
  readonly id: string
  readonly name: string
  readonly username: string
  readonly #cloud: Cloud
  readonly #chat: PrivateChat

  constructor(cloud: Cloud, { name, username }: PersonProfile) {
    const id = freeId(cloud)
    const user: User = { id, is_bot: false, first_name: name, username, language_code: 'en' }
    this.id = String(id)
    this.name = name
    this.username = username
    this.#cloud = cloud
    this.#chat = new PrivateChat(user)
    cloud.chats.set(id, this.#chat)
  }

  get chat(): readonly SeenMessage[] {
    return this.#chat.seen
  }

  get typingSeen(): number {
    return this.#chat.typingSeen
  }

  get hasBlocked(): boolean {
    return this.#chat.standing === 'blocked'
  }

  say(text: string, options: SayOptions = {}): SeenMessage {
    return this.#post('text', this.#format(text, options), options)
  }

  send(kind: string, options: SayOptions = {}): SeenMessage {
    const { name, username } = this
    const { user } = this.#chat
    const nowS = secondsNow(this.#cloud)
    const samples = sampleMessages(kind, { user, name, username, nowS })
    const [first] = samples.map((sample) => this.#post(sample.kind, sample.content, options))
    if (first === undefined) throw new Error(`Nothing was sent for ${kind}`)
    return first
  }

  command(name: string): void {
    this.say(`/${name}`)
  }

  async tap(messageId: string, data: string, timeoutMs = 5000): Promise<void> {
    this.#mustBeAbleToAct()
    await tapButton(this.#cloud, this.#chat, { messageId: Number(messageId), data, timeoutMs })
  }

  /** Bots are not told that people type. */
  type(): void {}

  block(): void {
    if (this.#chat.standing === 'deleted') throw new Error(`${this.name} has no account any more`)
    if (this.hasBlocked) return
    this.#chat.standing = 'blocked'
    this.#tellMembership('member', 'kicked')
  }

  unblock(): void {
    if (!this.hasBlocked) return
    this.#chat.standing = 'open'
    this.#tellMembership('kicked', 'member')
  }

  /** Bots are not told: they learn it from the answer to their next message. */
  deleteAccount(): void {
    this.#chat.standing = 'deleted'
    this.#chat.listeners.notify()
  }

  edit(messageId: string, text: string): void {
    this.#mustBeAbleToAct()
    const message = this.#mustFind(messageId)
    const seen = this.#chat.findSeen(message.message_id)
    if (seen?.from !== 'person' || seen.kind !== 'text') {
      throw new Error(`${this.name} cannot edit message ${messageId}`)
    }
    if (secondsNow(this.#cloud) - message.date >= editableS) {
      throw new Error(`${this.name} cannot edit message ${messageId} any more`)
    }
    const { text: before, entities: entitiesBefore, ...rest } = message
    const formatted = this.#format(text, {})
    // The app sends nothing where nothing changes.
    if (isDeepStrictEqual([before, entitiesBefore], [formatted.text, formatted.entities])) return
    const edited = { ...rest, ...formatted, edit_date: secondsNow(this.#cloud) }
    this.#chat.replace(edited, seenMessage(edited, seen.at))
    this.#cloud.updates.push({ edited_message: edited })
  }

  /** For both sides, and of either side's messages. Bots are never told. */
  remove(messageId: string): void {
    this.#chat.remove(this.#mustFind(messageId).message_id)
  }

  react(messageId: string, emoji: readonly string[]): void {
    this.#mustBeAbleToAct()
    reactTo(this.#cloud, this.#chat, this.#mustFind(messageId), emoji)
  }

  onChange(listener: () => void): () => void {
    return this.#chat.listeners.add(listener)
  }

  #format(text: string, { entities = [] }: SayOptions): SampleContent {
    // Mentions name the speaker and emoji some emoji: the page and the stories only say where they are.
    const { user } = this.#chat
    const given = entities.map((entity) => ({
      ...entity,
      user,
      custom_emoji_id: '5368324170671202286',
    }))
    return formatText(text, given, this.#cloud.findUser)
  }

  #post(kind: string, content: SampleContent, { replyTo }: SayOptions): SeenMessage {
    this.#mustBeAbleToAct()
    const replied = replyTo === undefined ? undefined : this.#mustFind(replyTo)
    const message: ChatMessage = {
      message_id: this.#cloud.nextMessageId(),
      from: this.#chat.user,
      chat: this.#chat.chat,
      date: secondsNow(this.#cloud),
      ...(replied !== undefined && { reply_to_message: quotable(replied) }),
      ...content,
    }
    const seen = seenMessage(message, this.#cloud.now(), kind)
    this.#chat.standing = 'open'
    this.#chat.add(message, seen)
    this.#cloud.updates.push({ message })
    return seen
  }

  #tellMembership(before: 'member' | 'kicked', after: 'member' | 'kicked'): void {
    const { user, chat } = this.#chat
    this.#chat.listeners.notify()
    this.#cloud.updates.push({
      my_chat_member: {
        chat,
        from: user,
        date: secondsNow(this.#cloud),
        old_chat_member: this.#membership(before),
        new_chat_member: this.#membership(after),
      },
    })
  }

  #membership(status: 'member' | 'kicked'): ChatMember {
    const { id, is_bot, first_name, username } = this.#cloud.bot
    const user = { id, is_bot, first_name, username }
    return status === 'member' ? { status, user } : { status, user, until_date: 0 }
  }

  #mustBeAbleToAct(): void {
    if (this.hasBlocked) throw new Error(`${this.name} has blocked the bot`)
    if (this.#chat.standing === 'deleted') throw new Error(`${this.name} has no account any more`)
  }

  #mustFind(messageId: string): ChatMessage {
    const message = this.#chat.find(Number(messageId))
    if (message === undefined) throw new Error(`${this.name} sees no message ${messageId}`)
    return message
  }
}

/** Ten digits, as people of these years have. */
function freeId(cloud: Cloud): number {
  for (;;) {
    const id = randomInt(1_000_000_000, 6_900_000_000)
    if (!cloud.chats.has(id)) return id
  }
}
