import { wireUser } from './wire-user.ts'
import type { WireUser } from './wire-user.ts'

/** Whether an app's message reaches them: https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
export type Reach = 'open' | 'dms-closed' | 'no-mutual-guilds'

/** A person's account as Discord keeps it. */
export class Account {
  readonly id: string
  readonly name: string
  readonly username: string
  reach: Reach = 'open'
  hasBlocked = false
  isDeleted = false
  typingSeen = 0
  readonly #listeners = new Set<() => void>()

  constructor(id: string, name: string, username: string) {
    this.id = id
    this.name = name
    this.username = username
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
