// What a person does in their app, told to the bot as updates.

import { randomInt } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'

import type { ChatMember, User } from 'grammy/types'

import { must } from '../../lib/must.ts'
import type {
  SandboxFile,
  SandboxPerson,
  SayOptions,
  SeenFileKind,
  SeenMessage,
  SendOptions,
} from '../person.ts'
import { type Cloud, secondsNow } from './cloud.ts'
import { editContent, replaceMedium } from './edit-own.ts'
import { formatText } from './formatted-text.ts'
import { givenEntities } from './given-entities.ts'
import { shownCommands } from './methods/bot-commands.ts'
import { fileMessages, type FileSender } from './person-files.ts'
import { type ChatMessage, type MessageContent, PrivateChat, quotable } from './private-chat.ts'
import { reactTo } from './react.ts'
import { sampleKind, sampleOf } from './sample-media.ts'
import { sampleMessage } from './sample-message.ts'
import { seenMessage } from './seen-message.ts'
import { tapButton } from './tap-button.ts'
import type { TelegramSeenMessage } from './telegram-seen-message.ts'

export interface PersonProfile {
  readonly name: string
  /** Empty where they have none. */
  readonly username: string
  /** An IETF tag, such as `en` or `pt-br`; empty where their app tells none. */
  readonly languageCode: string
}

export interface ShownCommand {
  readonly name: string
  readonly description: string
}

/** `edit_time_limit` of https://core.telegram.org/constructor/config */
const editableS = 48 * 3600

export class TelegramPerson implements SandboxPerson {
  readonly platform = 'telegram'
  readonly id: string
  readonly name: string
  /** Empty where they have none. */
  readonly username: string
  readonly #cloud: Cloud
  readonly #chat: PrivateChat

  constructor(cloud: Cloud, { name, username, languageCode }: PersonProfile) {
    const id = freeId(cloud)
    const named = { id, is_bot: false, first_name: name, ...(username !== '' && { username }) }
    this.id = String(id)
    this.name = name
    this.username = username
    this.#cloud = cloud
    this.#chat = new PrivateChat(withLanguage(named, languageCode))
    cloud.chats.set(id, this.#chat)
  }

  get chat(): readonly TelegramSeenMessage[] {
    return this.#chat.seen
  }

  /** What their app is set to: an IETF tag, or empty where it tells none. */
  get languageCode(): string {
    return this.#chat.user.language_code ?? ''
  }

  set languageCode(code: string) {
    this.#chat.user = withLanguage(this.#chat.user, code)
    this.#chat.listeners.notify()
  }

  /** The bot's commands as their app lists them, in its language. */
  get shownCommands(): readonly ShownCommand[] {
    const commands = shownCommands(this.#cloud, this.#chat.user)
    return commands.map(({ command, description }) => ({ name: command, description }))
  }

  get typingSeen(): number {
    return this.#chat.typingSeen
  }

  get hasBlocked(): boolean {
    return this.#chat.standing === 'blocked'
  }

  say(text: string, options: SayOptions = {}): SeenMessage {
    const entities = givenEntities(options.entities, this.#chat.user)
    const content = formatText(text, entities, this.#cloud.findUser)
    return this.#post(content, options)
  }

  /** Answers the message to which the app has opened a reply. */
  reply(text: string): SeenMessage {
    const asking = this.chat.findLast(({ asksReply }) => asksReply !== undefined)
    if (asking === undefined) throw new Error(`Nothing asks ${this.name} for a reply`)
    return this.say(text, { replyTo: asking.id })
  }

  send(kind: string, options: SendOptions = {}): SeenMessage {
    const fileKind = kind === 'album' ? 'photo' : sampleKind(kind)
    if (fileKind !== undefined) {
      const file = sampleOf(fileKind, this.#sender)
      const sent = this.sendFiles(fileKind, kind === 'album' ? [file, file] : [file], options)
      return must(sent[0], 'a file was sent')
    }
    if (options.caption !== undefined || options.spoiler === true) {
      throw new Error(`Telegram's app puts no caption and no spoiler on the kind ${kind}`)
    }
    const sender = { ...this.#sender, user: this.#chat.user, nowS: secondsNow(this.#cloud) }
    return this.#post(sampleMessage(kind, sender), options, shownKind(kind))
  }

  sendFiles(
    kind: SeenFileKind,
    files: readonly SandboxFile[],
    options: SendOptions = {},
  ): readonly SeenMessage[] {
    const contents = fileMessages(this.#sender, kind, files, options)
    return contents.map((content) => this.#post(content, options))
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
    const message = this.#mustBeEditable(messageId)
    this.#keepEdited(message, editContent(this.#sender, message, text))
  }

  replaceFile(messageId: string, kind: SeenFileKind, file: SandboxFile): void {
    const message = this.#mustBeEditable(messageId)
    this.#keepEdited(message, replaceMedium(this.#sender, message, kind, file))
  }

  removeFile(messageId: string): void {
    throw new Error(`Telegram's app can take no file out of message ${messageId}`)
  }

  forbidVoice(isForbidden: boolean): void {
    this.#chat.forbidsVoice = isForbidden
    this.#chat.listeners.notify()
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

  get #sender(): FileSender {
    const { id, name, username } = this
    const { files, findUser } = this.#cloud
    return { id, name, username, files, findUser }
  }

  #post(content: MessageContent, { replyTo }: SayOptions, kind = 'text'): SeenMessage {
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
    const { files } = this.#cloud
    const seen = seenMessage(message, { files, at: this.#cloud.now(), kind })
    this.#chat.standing = 'open'
    this.#chat.add(message, seen)
    this.#cloud.updates.push({ message })
    return seen
  }

  /** The app sends nothing where nothing changes. */
  #keepEdited(before: ChatMessage, after: ChatMessage): void {
    if (isDeepStrictEqual(before, after)) return
    const { files, now } = this.#cloud
    const at = this.#chat.findSeen(before.message_id)?.at ?? now()
    const edited = { ...after, edit_date: secondsNow(this.#cloud) }
    this.#chat.replace(edited, seenMessage(edited, { files, at }))
    this.#cloud.updates.push({ edited_message: edited })
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

  #mustBeEditable(messageId: string): ChatMessage {
    this.#mustBeAbleToAct()
    const message = this.#mustFind(messageId)
    if (message.from.id !== this.#chat.user.id || message.forward_origin !== undefined) {
      throw new Error(`${this.name} cannot edit message ${messageId}`)
    }
    if (secondsNow(this.#cloud) - message.date >= editableS) {
      throw new Error(`${this.name} cannot edit message ${messageId} any more`)
    }
    return message
  }

  #mustFind(messageId: string): ChatMessage {
    const message = this.#chat.find(Number(messageId))
    if (message === undefined) throw new Error(`${this.name} sees no message ${messageId}`)
    return message
  }
}

/** Of a location and a venue the app shows the place; of the rest what it is. */
function shownKind(kind: string): string {
  return kind === 'location' || kind === 'venue' ? 'text' : kind
}

function withLanguage({ language_code: _, ...user }: User, code: string): User {
  return { ...user, ...(code !== '' && { language_code: code }) }
}

/** Ten digits, as people of these years have. */
function freeId(cloud: Cloud): number {
  for (;;) {
    const id = randomInt(1_000_000_000, 6_900_000_000)
    if (!cloud.chats.has(id)) return id
  }
}
