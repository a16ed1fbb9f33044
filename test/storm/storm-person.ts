import { setTimeout as wait } from 'node:timers/promises'
import type { SandboxPerson, SeenMessage } from '../../src/sandbox/person.ts'
import type { Command } from '../support/history.ts'
import type { Random } from './random.ts'
import { type Deed, readNotice } from './read-chat.ts'
import { speak } from './speak.ts'
import { isAnswerTo, type Place, placeOf } from './whereabouts.ts'

/** What may happen at the moment. */
export interface Mood {
  /** People leave their rooms, and talk where nobody listens. */
  readonly isRestless: boolean
  readonly isOver: boolean
}

/** So long nothing tells what became of a command until the person asks where they are. */
const patienceMs = 4000

/** Whoever is elsewhere has questions to answer first. */
const known = new Set(['waiting', 'room', 'idle'])

/** Somebody who does what people do, as far as their app shows them where they are, whether the bot is there or not. */
export class StormPerson {
  readonly name: string
  readonly person: SandboxPerson
  readonly deeds: Deed[] = []
  readonly #random: Random
  readonly #mood: Mood
  #said = 0
  /** What was asked for and is not answered yet. */
  #pending: { readonly command: string; readonly at: number; readonly after: string | undefined }
  #tapped: { readonly message: string; readonly label: string; readonly at: number } | undefined

  constructor(name: string, person: SandboxPerson, random: Random, mood: Mood) {
    this.name = name
    this.person = person
    this.#random = random
    this.#mood = mood
    this.#pending = { command: '', at: 0, after: undefined }
  }

  get textsSaid(): number {
    return this.#said
  }

  get hasMetSomebody(): boolean {
    return this.person.chat.some(
      (message) => message.from === 'bot' && readNotice(message)?.notice === 'paired',
    )
  }

  /** Lives until the storm is over. */
  async live(): Promise<void> {
    const random = this.#random
    while (!this.#mood.isOver) {
      await wait(random.between(20, 220))
      if (!this.#mood.isOver) await this.#act()
    }
  }

  async #act(): Promise<void> {
    const random = this.#random
    const { isRestless } = this.#mood
    if (this.#isPending()) {
      const isKnown = known.has(this.#place())
      if (isKnown && isRestless && random.chance(0.1)) await this.#talk()
      return
    }
    switch (this.#place()) {
      case 'new':
        return this.#ask('start')
      case 'question':
        return this.#answer()
      case 'waiting':
        if (isRestless && random.chance(0.05)) await this.#talk()
        return
      case 'idle':
        if (isRestless && random.chance(0.3)) await this.#talk()
        else if (random.chance(0.3)) this.#tapFind()
        else this.#ask('find')
        return
      case 'room':
        if (isRestless && random.chance(0.03)) this.#ask('next')
        else if (isRestless && random.chance(0.01)) this.#ask('stop')
        else await this.#talk()
    }
  }

  async #talk(): Promise<void> {
    this.#said += 1
    const { chat } = this.person
    const heard = chat.slice(this.#mood.isRestless ? -40 : -10)
    const recent = heard.filter((message) => message.from === 'bot' && isSaid(message))
    const replied = this.#random.chance(0.1) ? this.#random.pick(recent) : undefined
    const isWords = replied !== undefined && readNotice(replied) === undefined
    await speak(this.person, {
      author: this.name,
      number: this.#said,
      random: this.#random,
      replyTo: isWords ? replied.id : undefined,
    })
  }

  #ask(command: 'start' | Command): void {
    this.#pending = { command, at: Date.now(), after: this.#last()?.id }
    // Discord's history keeps what was typed; a slash command that nobody took is gone.
    if (this.person.platform === 'discord' && (command === 'start' || this.#random.chance(0.5))) {
      this.person.say(`/${command}`)
      return
    }
    if (this.person.platform === 'discord' && command !== 'start')
      this.deeds.push({ command, after: this.#last()?.id })
    this.person.command(command)
  }

  #tapFind(): void {
    const message = this.person.chat.findLast(({ buttons }) => findButton(buttons) !== undefined)
    const button = message && findButton(message.buttons)
    if (!message || !button) return this.#ask('find')
    this.#pending = { command: 'find', at: Date.now(), after: this.#last()?.id }
    this.deeds.push({ command: 'find', after: this.#last()?.id })
    this.#tap(message.id, button.data)
  }

  /** Taps the newest question's answer, again when nothing comes of it. */
  #answer(): void {
    const message = this.#question()
    const buttons = message?.buttons.flat() ?? []
    const button =
      buttons.find(({ label }) => /^(?:I am 18|Rather not say|Anyone)/.test(label)) ?? buttons[0]
    if (!message || !button) return
    const isSame = this.#tapped?.message === message.id && this.#tapped.label === button.label
    if (isSame && Date.now() - (this.#tapped?.at ?? 0) < patienceMs) return
    this.#tapped = { message: message.id, label: button.label, at: Date.now() }
    this.#tap(message.id, button.data)
  }

  #tap(message: string, data: string): void {
    // Nobody acknowledges a tap while the product is down.
    void this.person.tap(message, data, 1000).catch(() => {})
  }

  #place(): Place {
    const newest = this.#newest((message) => placeOf(message) !== undefined)
    return newest ? (placeOf(newest) ?? 'new') : 'new'
  }

  #question(): SeenMessage | undefined {
    return this.#newest((message) => placeOf(message) === 'question')
  }

  #newest(is: (message: SeenMessage) => boolean): SeenMessage | undefined {
    return this.person.chat.findLast((message) => message.from === 'bot' && is(message))
  }

  #last(): SeenMessage | undefined {
    return this.person.chat.findLast(isSaid)
  }

  /** One question at a time: of two answers nobody could tell which is the later truth. Telegram forgets nothing. */
  #mayBeLost(command: string): boolean {
    const isNew = this.#place() === 'new'
    return this.person.platform === 'discord' && (command !== 'start' || isNew)
  }

  /** Whether what was asked for last has not been answered; who waits too long asks where they are. */
  #isPending(): boolean {
    const { command, at, after } = this.#pending
    if (command === '') return false
    const { chat } = this.person
    const start = after === undefined ? 0 : chat.findLastIndex(({ id }) => id === after) + 1
    const isAnswered = chat.slice(start).some((message) => isAnswerTo(command, message))
    if (isAnswered) this.#pending = { command: '', at: 0, after: undefined }
    else if (this.#mayBeLost(command) && Date.now() - at > patienceMs) this.#ask('start')
    return !isAnswered
  }
}

const isSaid = ({ kind, files }: SeenMessage): boolean => kind === 'text' || files.length > 0

const findButton = (buttons: SeenMessage['buttons']) =>
  buttons.flat().find(({ label }) => label === 'Find somebody')
