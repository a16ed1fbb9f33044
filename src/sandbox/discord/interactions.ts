import type { Dm } from './dm.ts'

/** https://docs.discord.com/developers/interactions/receiving-and-responding#responding-to-an-interaction */
const tokenLifeMs = 15 * 60_000

export type InteractionSubject =
  | { readonly kind: 'command'; readonly name: string }
  | { readonly kind: 'button'; readonly messageId: string }
  | {
      readonly kind: 'dialog'
      /** The interaction that was answered by the dialog, and what it was. */
      readonly openedBy: string
      readonly from: Exclude<InteractionSubject, { readonly kind: 'dialog' }>
    }

export interface InteractionStart {
  readonly dm: Dm
  readonly what: InteractionSubject
  /** Called when the app gives up waiting for an answer. */
  readonly onFailure: () => void
  readonly onAcknowledged: () => void
}

export interface Interaction extends InteractionStart {
  readonly id: string
  readonly token: string
  readonly at: number
  state: 'waiting' | 'acknowledged' | 'failed'
  /** What `@original` means: the answer to a command, the message of a button or of a dialog's button. */
  original: string | undefined
}

/** The message that an interaction belongs to, if it came from a button. */
export function messageOf(what: InteractionSubject): string | undefined {
  switch (what.kind) {
    case 'command':
      return undefined
    case 'button':
      return what.messageId
    case 'dialog':
      return messageOf(what.from)
  }
}

/** What people tapped and answered, and which commands they gave, as long as it can be answered. */
export class Interactions {
  readonly #now: () => number
  readonly #nextId: () => string
  readonly #limitMs: number
  readonly #byToken = new Map<string, Interaction>()
  readonly #timers = new Map<Interaction, NodeJS.Timeout>()

  /** `limitMs` is real time, for it is the app that waits. */
  constructor(now: () => number, nextId: () => string, limitMs: number) {
    this.#now = now
    this.#nextId = nextId
    this.#limitMs = limitMs
  }

  start(start: InteractionStart): Interaction {
    this.#forgetOld()
    const id = this.#nextId()
    const token = Buffer.from(`interaction:${id}:${'sandbox'.repeat(8)}`).toString('base64url')
    const interaction: Interaction = {
      ...start,
      id,
      token,
      at: this.#now(),
      state: 'waiting',
      original: undefined,
    }
    this.#byToken.set(token, interaction)
    this.#timers.set(interaction, setTimeout(() => this.#fail(interaction), this.#limitMs).unref())
    return interaction
  }

  find(token: string): Interaction | undefined {
    const interaction = this.#byToken.get(token)
    return interaction && this.#now() - interaction.at < tokenLifeMs ? interaction : undefined
  }

  acknowledge(interaction: Interaction, original: string | undefined): void {
    clearTimeout(this.#timers.get(interaction))
    this.#timers.delete(interaction)
    interaction.state = 'acknowledged'
    interaction.original = original
    interaction.onAcknowledged()
  }

  close(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer)
    this.#timers.clear()
  }

  #fail(interaction: Interaction): void {
    this.#timers.delete(interaction)
    interaction.state = 'failed'
    interaction.onFailure()
  }

  #forgetOld(): void {
    for (const [token, interaction] of this.#byToken) {
      if (this.#now() - interaction.at < tokenLifeMs) return
      this.#byToken.delete(token)
    }
  }
}
