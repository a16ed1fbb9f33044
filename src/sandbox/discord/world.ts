import { Account } from './account.ts'
import { botId } from './bot-identity.ts'
import { Dm } from './dm.ts'
import { FileStore } from './file-store.ts'
import type { Dispatch } from './gateway-event.ts'
import { Interactions } from './interactions.ts'
import { createSnowflakes } from './snowflake.ts'

/** A slash command as it was registered, with all its fields. */
export interface WireCommand {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly name_localizations: Readonly<Record<string, string>> | null
  readonly description_localizations: Readonly<Record<string, string>> | null
}

export interface WorldOptions {
  readonly now: () => number
  readonly dispatch: Dispatch
  readonly interactionLimitMs: number
  /** Where files are said to be. */
  readonly origin: () => string
}

/** All that this Discord knows. */
export class World {
  readonly now: () => number
  readonly nextId: () => string
  readonly origin: () => string
  readonly dispatch: Dispatch
  readonly interactions: Interactions
  readonly files = new FileStore()
  /** How often the bot asked for a DM to be opened. */
  dmsOpened = 0
  readonly #accounts = new Map<string, Account>()
  readonly #dms = new Map<string, Dm>()
  readonly #dmByAccount = new Map<Account, Dm>()
  readonly #listeners = new Set<() => void>()
  #commands: ReadonlyMap<string, WireCommand> = new Map()

  constructor({ now, dispatch, interactionLimitMs, origin }: WorldOptions) {
    this.now = now
    this.nextId = createSnowflakes(now)
    this.origin = origin
    this.dispatch = dispatch
    this.interactions = new Interactions(now, this.nextId, interactionLimitMs)
  }

  /** By name. */
  get commands(): ReadonlyMap<string, WireCommand> {
    return this.#commands
  }

  set commands(commands: ReadonlyMap<string, WireCommand>) {
    this.#commands = commands
    for (const account of this.#accounts.values()) account.changed()
  }

  addAccount(name: string, username: string, locale: string): Account {
    const account = new Account(this.nextId(), name, username, locale)
    this.#accounts.set(account.id, account)
    account.onChange(() => this.#changed())
    this.#changed()
    return account
  }

  account(id: string): Account | undefined {
    return this.#accounts.get(id)
  }

  dm(channelId: string): Dm | undefined {
    return this.#dms.get(channelId)
  }

  /** Their channel, if they or the bot ever did anything in it. */
  existingDm(account: Account): Dm | undefined {
    return this.#dmByAccount.get(account)
  }

  dmWith(account: Account): Dm {
    const existing = this.#dmByAccount.get(account)
    if (existing) return existing
    const dm = new Dm({
      id: this.nextId(),
      account,
      botId,
      now: this.now,
      dispatch: this.dispatch,
      files: this.files,
      changed: () => account.changed(),
    })
    this.#dms.set(dm.id, dm)
    this.#dmByAccount.set(account, dm)
    return dm
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #changed(): void {
    for (const listener of this.#listeners) listener()
  }
}
