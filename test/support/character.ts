import { expect } from 'vitest'
import type {
  SandboxFile,
  SandboxPerson,
  SayOptions,
  SeenFileKind,
  SeenMessage,
  SendOptions,
} from '../../src/sandbox/person.ts'

export interface Wishes {
  readonly iAm?: 'Woman' | 'Man' | 'Other' | 'Rather not say'
  readonly lookingFor?: 'Women' | 'Men' | 'Anyone'
}

/** A person of a story: does things, waits until the world rests, and tells what was heard since. */
export class Character {
  readonly person: SandboxPerson
  readonly #settle: () => Promise<void>
  #read = 0

  constructor(person: SandboxPerson, settle: () => Promise<void>) {
    this.person = person
    this.#settle = settle
  }

  async says(text: string, options?: SayOptions): Promise<SeenMessage> {
    const message = this.person.say(text, options)
    await this.#settle()
    return message
  }

  async sends(kind: string, options?: SendOptions): Promise<void> {
    this.person.send(kind, options)
    await this.#settle()
  }

  /** Files of the person's own: several make an album. */
  async sendsFiles(
    kind: SeenFileKind,
    files: readonly SandboxFile[],
    options?: SendOptions,
  ): Promise<readonly SeenMessage[]> {
    const messages = this.person.sendFiles(kind, files, options)
    await this.#settle()
    return messages
  }

  async asks(command: string): Promise<void> {
    this.person.command(command)
    await this.#settle()
  }

  /** Taps the newest button whose label begins so. */
  async taps(label: string): Promise<void> {
    await this.tapsOn(this.#withButton(label), label)
  }

  async tapsOn(message: SeenMessage, label: string): Promise<void> {
    const button = message.buttons.flat().find((candidate) => candidate.label.startsWith(label))
    if (!button) throw new Error(`No button "${label}" on "${message.text}"`)
    await this.person.tap(message.id, button.data)
    await this.#settle()
  }

  /** Says what the bot has asked for in words: in the dialog that is open, or as a reply to its question. */
  async answers(text: string): Promise<void> {
    const { person } = this
    if (person.submitDialog) await person.submitDialog(text)
    else {
      const question = person.chat.findLast(({ asksReply }) => asksReply !== undefined)
      if (!question) throw new Error('Nothing has been asked')
      person.say(text, { replyTo: question.id })
    }
    await this.#settle()
  }

  /** Everything from the first word to the waiting line. */
  async joins({ iAm = 'Rather not say', lookingFor = 'Anyone' }: Wishes = {}): Promise<void> {
    await this.asks('start')
    await this.taps('I am 18')
    await this.taps(iAm)
    await this.taps(lookingFor)
  }

  /** What the bot wrote since it was last asked for, oldest first. */
  news(): readonly SeenMessage[] {
    const fresh = this.person.chat.slice(this.#read).filter(({ from }) => from === 'bot')
    this.#read = this.person.chat.length
    return fresh
  }

  /** The next thing heard is this, and nothing else was heard. */
  hears(...expected: readonly (string | RegExp)[]): readonly SeenMessage[] {
    const news = this.news()
    const patterns: readonly unknown[] = expected.map((text): unknown =>
      typeof text === 'string' ? expect.stringContaining(text) : expect.stringMatching(text),
    )
    expect(news.map(({ text }) => text)).toEqual(patterns)
    return news
  }

  hearsNothing(): void {
    this.hears()
  }

  /** The newest message of the bot as it reads at this moment, edited or not. */
  latest(): SeenMessage {
    const message = this.person.chat.findLast(({ from }) => from === 'bot')
    if (!message) throw new Error('The bot has said nothing yet')
    return message
  }

  #withButton(label: string): SeenMessage {
    const message = this.person.chat.findLast(({ buttons }) =>
      buttons.flat().some((button) => button.label.startsWith(label)),
    )
    if (!message) throw new Error(`No message with a button "${label}"`)
    return message
  }
}
