import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { silentLog, type Log } from '../../src/log.ts'
import { type Passerby, startPasserby } from '../../src/passerby.ts'
import {
  createDiscordSandbox,
  type DiscordSandbox,
} from '../../src/sandbox/discord/discord-sandbox.ts'
import {
  createTelegramSandbox,
  type TelegramSandbox,
} from '../../src/sandbox/telegram/telegram-sandbox.ts'
import { findLeaks, type SwappedName } from './canaries.ts'
import { Character } from './character.ts'
import { createManualClock, type ManualClock } from './manual-clock.ts'
import { until } from './until.ts'

export interface World extends AsyncDisposable {
  readonly clock: ManualClock
  readonly telegramServer: TelegramSandbox
  readonly discordServer: DiscordSandbox
  readonly passerby: Passerby
  readonly databasePath: string
  readonly folder: string
  telegram(profile?: { readonly username: string }): Character
  discord(): Character
  /** The two have agreed to show each other by what names they are found: from now on that is no leak. */
  swapNames(one: Character, other: Character): void
  /** Resolves when nothing is under way any more: everything said was heard, decided and delivered, as far as it can be. */
  settle(): Promise<void>
  /** Time passes, and connections that it outlasted are made again. */
  pass(ms: number): Promise<void>
  stop(): Promise<void>
  start(): Promise<void>
}

export interface WorldOptions {
  readonly log?: Log
}

/** The whole product on a real database between both made-up platforms; only time is not real. */
/** Whoever waits for a connection is busy until it is there again. */
const mostRestMs = 200

export async function createWorld({ log = silentLog }: WorldOptions = {}): Promise<World> {
  const clock = createManualClock()
  const folder = mkdtempSync(path.join(tmpdir(), 'passerby-'))
  const parts = new AsyncDisposableStack()
  const discordRoot = process.env['DISCORD_API_ROOT']
  parts.defer(() => rmSync(folder, { recursive: true, force: true }))
  const options = (variable: string) => ({
    now: clock.now,
    port: Number(process.env[variable] ?? 0),
  })
  const telegramServer = parts.use(await createTelegramSandbox(options('SANDBOX_TELEGRAM_PORT')))
  const discordServer = parts.use(
    await createDiscordSandbox({ ...options('SANDBOX_DISCORD_PORT'), ...fileOrigin(discordRoot) }),
  )
  const databasePath = path.join(folder, 'data', 'passerby.db')

  const swapped: SwappedName[] = []
  let passerby: Passerby | undefined
  const start = async (): Promise<void> => {
    passerby = await startPasserby(
      {
        // A checking proxy can stand between the product and the sandbox.
        telegram: {
          token: telegramServer.token,
          apiRoot: process.env['TELEGRAM_API_ROOT'] ?? telegramServer.apiRoot,
        },
        discord: {
          token: discordServer.token,
          apiRoot: discordRoot ?? discordServer.apiRoot,
          identifyIntervalMs: 0,
          requestsPerSecond: Infinity,
        },
        databasePath,
        identityKeysFile: path.join(folder, 'keys', 'identity-keys.json'),
        contentKeysFile: path.join(folder, 'keys', 'content-keys.json'),
        operatorContact: 'hello@passerby.example',
      },
      { clock, log },
    )
  }
  const running = (): Passerby => {
    if (!passerby) throw new Error('Passerby is stopped')
    return passerby
  }
  const stop = async (): Promise<void> => {
    await passerby?.[Symbol.asyncDispose]()
    passerby = undefined
  }
  const quiet = async (): Promise<void> => {
    await Promise.all([telegramServer.flushed(), discordServer.flushed()])
    // Adapters collect what comes in one turn before they hand it over.
    for (let turn = 0; turn < 4; turn += 1) await nextTurn()
    await until(() => !running().busy, 'Passerby comes to rest')
  }
  const settle = async (): Promise<void> => {
    // What is delivered can make people's apps speak again, so rest must be found twice.
    await quiet()
    await quiet()
  }

  const pass = async (ms: number): Promise<void> => {
    clock.advance(ms)
    for (;;) {
      for (let turn = 0; turn < 8; turn += 1) await nextTurn()
      if (
        running()
          .overview()
          .platforms.every(({ state }) => state === 'connected')
      )
        return settle()
      await resting()
      clock.advance(1000)
    }
  }
  /** What is at work is let come to its end: it is limited by the clock, which would run away from it. */
  const resting = async (): Promise<void> => {
    const patience = performance.now() + mostRestMs
    while (running().busy && performance.now() < patience) await nextTurn()
  }

  await start()
  return {
    clock,
    telegramServer,
    discordServer,
    get passerby() {
      return running()
    },
    databasePath,
    folder,
    telegram: (profile) => new Character(telegramServer.addPerson(profile), settle),
    discord: () => new Character(discordServer.addPerson(), settle),
    swapNames({ person: one }, { person: other }) {
      for (const [of, to] of [
        [one, other],
        [other, one],
      ] as const) {
        const server = to.platform === 'telegram' ? telegramServer : discordServer
        swapped.push({ name: of.username, to: to.id, fromRequest: server.requests.length })
      }
    },
    settle,
    pass,
    start,
    stop,
    async [Symbol.asyncDispose]() {
      const leaks = findLeaks([telegramServer, discordServer], swapped)
      await stop()
      await parts.disposeAsync()
      // Every story is a leak test: nobody in it may have been named to anybody else.
      if (leaks.length > 0) throw new Error(leaks.join('\n'))
    },
  }
}

/** Files are fetched from where the API is, so that a proxy has to be in their addresses as well. */
const fileOrigin = (apiRoot: string | undefined) =>
  apiRoot === undefined ? {} : { fileOrigin: new URL(apiRoot).origin }
