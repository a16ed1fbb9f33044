import { createDiscordAdapter, type DiscordAdapterOptions } from '../adapters/discord/main.ts'
import { discordCapabilities } from '../adapters/discord/capabilities.ts'
import { createTelegramAdapter } from '../adapters/telegram/main.ts'
import { telegramCapabilities } from '../adapters/telegram/capabilities.ts'
import { randomInt } from 'node:crypto'
import { existsSync } from 'node:fs'
import type { Adapter } from './adapter.ts'
import type { Clock } from './clock.ts'
import type { Config, PlatformConfig } from './config.ts'
import type { Platform } from './core/platform.ts'
import { openKeyring } from './keyring.ts'
import type { Log } from './log.ts'
import { createMediaWorks } from './media/media-works.ts'
import { createAlbums } from './service/albums.ts'
import { createComposer, failureNotice } from './service/compose.ts'
import { createDelivery } from './service/delivery.ts'
import { createInbox } from './service/inbox.ts'
import { createJanitor } from './service/janitor.ts'
import { createMatchmaker } from './service/matchmaker.ts'
import { createPlatformStates } from './service/platform-states.ts'
import { type Overview, readOverview } from './service/overview.ts'
import { createTyping } from './service/typing.ts'
import { createWaitingRoom } from './service/waiting-room.ts'
import { openSqliteStore } from './store/sqlite-store.ts'
import type { Effects } from './store/write.ts'
import { botProfile, commandDescriptions } from './text/command-descriptions.ts'
import { promptOf } from './text/prompts.ts'

/** The running service, without its process and its web pages. */
export interface Passerby extends AsyncDisposable {
  overview(): Overview
  /** Calls `listener` after everything that may change the overview. */
  onChange(listener: () => void): () => void
  /** Whether anything that was taken in is still being worked on. */
  readonly busy: boolean
  /** The round of upkeep that is otherwise done every minute. */
  sweep(): Promise<void>
  /** Settles with the platform's problem when a platform ends it all, such as a second process with the same token. */
  readonly halted: Promise<string>
}

export type PasserbyConfig = Pick<
  Config,
  'telegram' | 'databasePath' | 'identityKeysFile' | 'contentKeysFile' | 'operatorContact'
> & {
  /** A stand-in may be asked faster than Discord. */
  readonly discord:
    | (PlatformConfig & Pick<DiscordAdapterOptions, 'identifyIntervalMs' | 'requestsPerSecond'>)
    | undefined
}

/** Wires the house: store, services, adapters, in that order, and takes it apart in reverse. */
export async function startPasserby(
  config: PasserbyConfig,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
): Promise<Passerby> {
  await using parts = new AsyncDisposableStack()
  const adapters = new Map<Platform, Adapter>()
  if (config.telegram) {
    const adapter = createTelegramAdapter({
      ...config.telegram,
      clock,
      log,
      commands: commandDescriptions,
      profile: botProfile,
    })
    adapters.set('telegram', adapter)
  }
  if (config.discord) {
    const adapter = createDiscordAdapter({
      ...config.discord,
      clock,
      log,
      commands: commandDescriptions,
      promptOf,
    })
    adapters.set('discord', adapter)
  }

  const capabilities = {
    telegram: adapters.get('telegram')?.capabilities ?? telegramCapabilities,
    discord: adapters.get('discord')?.capabilities ?? discordCapabilities,
  }
  const composer = createComposer({ operatorContact: config.operatorContact, capabilities })
  const keyring = openKeyring({ ...config, belongsToDatabase: existsSync(config.databasePath) })
  const store = parts.use(
    await openSqliteStore({
      path: config.databasePath,
      keyring,
      clock,
      randomId: () => randomInt(2 ** 48 - 1),
      bots: [...adapters.values()].map(({ platform, botId }) => ({ platform, id: botId })),
      tellFailure: (author, why) => composer.notice(author, failureNotice(why)),
      endWaiting: (listener, place, how) => composer.notice(listener, { kind: how }, place),
    }),
  )

  const listeners = new Set<() => void>()
  const changed = (): void => {
    for (const listener of listeners) listener()
  }
  const typing = parts.use(createTyping(adapters, clock))
  const committed = (effects: Effects): void => {
    typing.committed(effects)
    delivery.wake(effects.lanes)
    albums.committed(effects)
    if (effects.pairingDue) {
      matchmaker.wake()
      waitingRoom.wake()
    }
    changed()
  }
  const states = createPlatformStates([...adapters.keys()], clock, log, (platform, state) => {
    delivery.connected(platform, state === 'connected')
    changed()
  })
  const shared = { store, composer, clock, log, committed }
  const media = parts.use(createMediaWorks({ adapters, capabilities, clock, log }))
  const delivery = parts.use(
    createDelivery({
      ...shared,
      media,
      adapters,
      jitter: Math.random,
      halted: (platform, problem) => states.alarm(platform, haltSentence(platform, problem)),
    }),
  )
  const matchmaker = parts.use(createMatchmaker({ ...shared, random: (below) => randomInt(below) }))
  const waitingRoom = parts.use(createWaitingRoom(shared))
  const albums = parts.use(createAlbums(shared))
  const janitor = parts.use(createJanitor(shared))
  const inbox = createInbox(shared)
  matchmaker.wake()

  await Promise.all(
    [...adapters.values()].map(async (adapter) => {
      parts.use(adapter)
      await adapter.start({
        receive: (batch) => inbox.receive(batch),
        openChats: async () => store.openPositions(adapter.platform),
        report: (state, problem) => states.report(adapter.platform, state, problem),
      })
    }),
  )

  const everything = parts.move()
  return {
    overview: () => readOverview(store, states.all(), clock.now()),
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    get busy() {
      return inbox.busy > 0 || matchmaker.busy || waitingRoom.busy || albums.busy || delivery.busy
    },
    sweep: () => janitor.sweep(),
    halted: states.halted,
    [Symbol.asyncDispose]: () => everything.disposeAsync(),
  }
}

function haltSentence(platform: Platform, problem: string): string {
  switch (platform) {
    case 'telegram':
      return `Telegram accepts nothing from this bot any more (${problem}). Ask @BotFather about it, and check TELEGRAM_API_ROOT.`
    case 'discord':
      return `Discord accepts nothing from this bot any more (${problem}). Look at its pages in the Developer Portal, and check DISCORD_API_ROOT.`
  }
}
