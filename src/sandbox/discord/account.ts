import type { InteractionSubject } from './interactions.ts'
import type { Dialog } from './modal-form.ts'
import { wireUser } from './wire-user.ts'
import type { WireUser } from './wire-user.ts'

/** Whether an app's message reaches them: https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
export type Reach = 'open' | 'dms-closed' | 'no-mutual-guilds'

export interface OpenDialog {
  readonly dialog: Dialog
  /** The interaction that was answered by it, and what it was. */
  readonly openedBy: string
  readonly from: Exclude<InteractionSubject, { readonly kind: 'dialog' }>
}

/** A person's account as Discord keeps it. */
export class Account {
  readonly id: string
  readonly name: string
  readonly username: string
  /** What their app is set to. */
  locale: string
  dialog: OpenDialog | undefined
  reach: Reach = 'open'
  hasBlocked = false
  isDeleted = false
  typingSeen = 0
  readonly #listeners = new Set<() => void>()

  constructor(id: string, name: string, username: string, locale: string) {
    this.id = id
    this.name = name
    this.username = username
    this.locale = locale
  }

  get user(): WireUser {
    const names = this.isDeleted
      ? { username: `deleted_user_${this.id.slice(-6)}`, global_name: null, avatar: null }
      : {
          username: this.username,
          global_name: this.name,
          avatar: `ca9a2e${this.id.padStart(26, '0')}`,
        }
    return wireUser({ id: this.id, discriminator: '0', bot: false, ...names })
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  changed(): void {
    for (const listener of this.#listeners) listener()
  }
}
