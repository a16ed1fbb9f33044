// People who do things to their messages while the messages are on their way, and what their partner must see of it in the end.

import { setImmediate as nextTurn } from 'node:timers/promises'
import { schedule } from '../../src/core/schedule.ts'
import { ref } from '../../src/core/address.ts'
import type { Content } from '../../src/core/content.ts'
import type { Inbound, InboundEvent } from '../../src/core/inbound.ts'
import type { Platform } from '../../src/core/platform.ts'
import { plain } from '../../src/core/rich-text.ts'
import type { FakeChats } from './fake-chats.ts'
import { media } from './media.ts'
import { countOwn, countSeen, orderOf, tokens, type Counts, type Own } from './race-outcome.ts'
import type { Step } from './race-step.ts'
import type { Running, Service } from './running.ts'
import { command, inbound } from './service.ts'

export interface RaceOptions {
  readonly author: Platform
  readonly reader: Platform
}

const emoji = ['👍', '❤', '🔥'] as const
let races = 0

export class Race {
  readonly #running: Running
  readonly #options: RaceOptions
  readonly #author: string
  readonly #reader: string
  readonly #own: Own[] = []
  readonly #received: Promise<void>[] = []
  #room = 0
  #said = 0
  #version = 0
  #album = 0
  #lost = false
  #release = (): void => {}

  constructor(running: Running, options: RaceOptions) {
    races += 1
    this.#running = running
    this.#options = options
    this.#author = `author${races}`
    this.#reader = `reader${races}`
  }

  get #service(): Service {
    return this.#running.now()
  }

  get reader(): string {
    return this.#reader
  }

  get author(): string {
    return this.#author
  }

  async step(step: Step): Promise<void> {
    switch (step.kind) {
      case 'text':
        return this.#say({ words: this.#words(step.long), files: [], album: undefined })
      case 'files': {
        const count = this.#options.author === 'discord' ? step.count : 1
        const files = Array.from({ length: count }, () => this.#file())
        const words = step.captioned ? this.#words(false) : ''
        return this.#say({ words, files, album: undefined })
      }
      case 'album': {
        if (this.#options.author === 'discord') return
        if (step.fresh) this.#album += 1
        const album = `${this.#author} album ${this.#album}`
        for (const captioned of step.captions)
          this.#say({ words: captioned ? this.#words(false) : '', files: [this.#file()], album })
        return
      }
      case 'reword':
        return this.#edit(step.which, (own) =>
          this.#set(own, this.#words(step.long && own.album === undefined), own.files),
        )
      case 'undo':
        return this.#edit(step.which, (own) => this.#set(own, own.before, own.files))
      case 'silence':
        return this.#edit(step.which, (own) => this.#set(own, '', own.files))
      case 'swap':
        return this.#edit(step.which, (own) => {
          const at = step.file % Math.max(1, own.files.length)
          const files = own.files.map((file, i) => (i === at ? this.#file() : file))
          this.#set(own, own.words, files)
        })
      case 'remove':
        return this.#edit(step.which, (own) => {
          if (own.files.length < 2) return
          this.#set(
            own,
            own.words,
            own.files.filter((_, i) => i !== step.file % own.files.length),
          )
        })
      case 'turn':
        return this.#edit(step.which, (own) => {
          if (own.album !== undefined) return
          own.isMoved = true
          if (own.files.length === 0) this.#set(own, '', [this.#file()])
          else this.#set(own, this.#words(false), [])
        })
      case 'delete': {
        const own = this.#pick(step.which)
        if (!own) return
        own.isGone = own.room === this.#room || own.isGone
        this.#hear({ kind: 'deleted', refs: [own.ref] })
        return
      }
      case 'react': {
        const own = this.#pick(step.which)
        const chosen = emoji[step.emoji % emoji.length]
        if (own && chosen)
          this.#hear({ kind: 'reacted', ref: own.ref, reaction: { kind: 'set', emoji: [chosen] } })
        return
      }
      case 'hold':
        this.#release()
        this.#release = this.#adapter.hold(this.#reader)
        return
      case 'release':
        this.#release()
        return
      case 'fail':
        return this.#fail(step.how)
      case 'pass':
        this.#service.clock.advance(step.ms)
        return
      case 'turns':
        for (let i = 0; i < step.count; i += 1) await nextTurn()
        return
      case 'next':
        return this.#next()
      case 'restart':
        return this.#restart(step.isCut)
    }
  }

  /** Lets everything arrive. */
  async finish(): Promise<void> {
    this.#release()
    await Promise.all(this.#received)
    for (let round = 0; round < 8; round += 1) {
      await this.#service.rest()
      this.#service.clock.advance(round < 2 ? 1000 : 61_000)
    }
    await this.#service.rest()
  }

  /** For each message how often each of its words and files is to be seen. */
  expected(): Counts {
    return countOwn(this.#own)
  }

  /** The same as it is on the reader's screen. */
  actual(): Counts {
    return countSeen(this.chat)
  }

  /** What came when: of the messages that stayed what they were, and of the rooms' ends. */
  order(): { readonly expected: readonly string[]; readonly actual: readonly string[] } {
    return orderOf(this.#own, this.#room, this.chat)
  }

  /** Words of the author where they do not belong: with themselves, or with strangers. */
  stray(...strangers: readonly string[]): readonly string[] {
    const { adapter, discord } = this.#service
    return [this.#author, ...strangers].flatMap((id) =>
      [adapter, discord].flatMap(({ chats }) =>
        chats.of(id).flatMap(({ text }) => text.match(tokens) ?? []),
      ),
    )
  }

  get chat(): ReturnType<FakeChats['of']> {
    return this.#adapter.chats.of(this.#reader)
  }

  get #adapter(): Service['adapter'] {
    return this.#options.reader === 'telegram' ? this.#service.adapter : this.#service.discord
  }

  #words(long: boolean): string {
    this.#version += 1
    const token = `m${this.#album}x${this.#said}v${this.#version}`
    return long ? Array.from({ length: 700 }, () => token).join(' ') : token
  }

  #file(): string {
    this.#version += 1
    return `m${this.#album}x${this.#said}f${this.#version}`
  }

  #say({ words, files, album }: Pick<Own, 'words' | 'files' | 'album'>): void {
    const id = `m${this.#album}x${this.#said}`
    this.#said += 1
    const own: Own = {
      ref: ref(`${this.#author}/${id}`),
      id,
      room: this.#room,
      album,
      words,
      before: words,
      files,
      isGone: false,
      isMoved: false,
    }
    this.#own.push(own)
    this.#hear({
      kind: 'message',
      ref: own.ref,
      content: this.#contentOf(own),
      replyTo: undefined,
    })
  }

  #pick(which: number): Own | undefined {
    const there = this.#own.filter(({ isGone }) => !isGone)
    return there[which % Math.max(1, there.length)]
  }

  #edit(which: number, change: (own: Own) => void): void {
    const own = this.#pick(which)
    if (!own) return
    const [said, version] = [this.#said, own.id.slice(own.id.indexOf('x') + 1)]
    const [album] = own.id.slice(1).split('x')
    const albumBefore = this.#album
    ;[this.#said, this.#album] = [Number(version), Number(album)]
    const target = own.room === this.#room ? own : { ...own }
    change(target)
    ;[this.#said, this.#album] = [said, albumBefore]
    this.#hear({ kind: 'edited', ref: own.ref, content: this.#contentOf(target) })
  }

  #set(own: Own, words: string, files: readonly string[]): void {
    if (words === '' && files.length === 0) return
    if (own.words !== '' || files.length > 0) own.before = own.words
    // Words under a second file of one message come anew with their file.
    if (own.album !== undefined && words !== own.words) own.isMoved = true
    own.words = words
    own.files = files
  }

  #contentOf({ words, files, album }: Own): Content {
    const { author: platform } = this.#options
    if (files.length === 0) return { kind: 'text', text: plain(words) }
    return {
      kind: 'media',
      files: files.map((id) => media(id, { platform })),
      caption: plain(words),
      album,
    }
  }

  #hear(event: InboundEvent): void {
    this.#receive(inbound(this.#author, event, this.#options.author))
  }

  #receive(...batch: readonly Inbound[]): void {
    this.#received.push(this.#service.inbox.receive(batch))
  }

  #fail(how: 'not-sent' | 'rate-limited' | 'lose'): void {
    if (how === 'not-sent') this.#adapter.fail(this.#reader, { kind: 'not-sent' })
    else if (how === 'rate-limited')
      this.#adapter.fail(this.#reader, {
        kind: 'rate-limited',
        scope: 'lane',
        retryAfterMs: 3000,
      })
    else if (this.#options.reader === 'discord') this.#adapter.lose(this.#reader)
    else if (!this.#lost) {
      // Asked a second time without an answer, the platform might show it twice.
      this.#lost = true
      this.#adapter.fail(this.#reader, { kind: 'unknown' })
    }
  }

  async #restart(isCut: boolean): Promise<void> {
    if (isCut && this.#lost) return
    this.#lost ||= isCut
    await Promise.all(this.#received)
    if (isCut) this.#adapter.die()
    this.#release()
    await this.#running.restart()
  }

  /** Both look again at once, and find each other. */
  async #next(): Promise<void> {
    const { author, reader } = this.#options
    this.#room += 1
    this.#album += 1
    this.#receive(command(this.#author, 'next', author), command(this.#reader, 'find', reader))
    await Promise.all(this.#received)
    // They have met before, and nobody else is there.
    this.#service.clock.advance(schedule['new-partner'].forMs)
    for (let i = 0; i < 20; i += 1) await nextTurn()
  }
}
