import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { SandboxPerson } from '../../src/sandbox/person.ts'
import type { SandboxServer } from '../../src/sandbox/server.ts'
import { createTelegramSandbox } from '../../src/sandbox/telegram/telegram-sandbox.ts'
import { BotProcess } from './bot-process.ts'
import { enterRoom } from './enter-room.ts'
import { numberOf } from './sayings.ts'

/** A made-up Telegram in this process, a bot in another, and people whose every word the bot passes on to somebody. */
export interface Station extends AsyncDisposable {
  readonly name: string
  readonly port: number
  readonly bot: BotProcess
  readonly people: readonly SandboxPerson[]
  /** Calls `listener` with the number of each saying that the bot posts. */
  onPosted(listener: (number: number) => void): () => void
}

const productScript = fileURLToPath(import.meta.resolve('../../src/main.ts'))
const echoScript = fileURLToPath(import.meta.resolve('./echo-bot.ts'))

export async function openProductStation(
  folder: string,
  rooms: number,
  nodeOptions?: readonly string[],
): Promise<Station> {
  const settings = {
    DATABASE_URL: `sqlite:${path.join(folder, 'data', 'passerby.db')}`,
    IDENTITY_KEYS_FILE: path.join(folder, 'keys', 'identity.json'),
    CONTENT_KEYS_FILE: path.join(folder, 'keys', 'content.json'),
    OPERATOR_CONTACT: 'nobody',
    HTTP_PORT: '0',
    LOG_LEVEL: 'warn',
  }
  return open('Passerby', rooms, enterRoom, (platform) =>
    BotProcess.start(productScript, { ...settings, ...platform }, nodeOptions),
  )
}

/** As many people as in so many rooms, each alone with the echo. */
export async function openEchoStation(
  rooms: number,
  nodeOptions?: readonly string[],
): Promise<Station> {
  const greet = async (person: SandboxPerson): Promise<void> => void person.say('hello')
  return open('bare grammY echo bot', rooms, greet, (platform) =>
    BotProcess.start(echoScript, platform, nodeOptions),
  )
}

async function open(
  name: string,
  rooms: number,
  begin: (person: SandboxPerson) => Promise<void>,
  startBot: (platform: {
    readonly TELEGRAM_TOKEN: string
    readonly TELEGRAM_API_ROOT: string
  }) => Promise<BotProcess>,
): Promise<Station> {
  await using parts = new AsyncDisposableStack()
  const server: SandboxServer = parts.use(await createTelegramSandbox({ now: () => Date.now() }))
  const { token: TELEGRAM_TOKEN, apiRoot: TELEGRAM_API_ROOT } = server
  const bot = parts.use(await startBot({ TELEGRAM_TOKEN, TELEGRAM_API_ROOT }))
  const people = Array.from({ length: rooms * 2 }, () => server.addPerson())
  await Promise.all(people.map(begin))
  await server.flushed()

  const listeners = new Set<(number: number) => void>()
  for (const person of people) {
    person.onChange(() => {
      const latest = person.chat.at(-1)
      const number = latest?.from === 'bot' ? numberOf(latest.text) : undefined
      if (number !== undefined) for (const listener of listeners) listener(number)
    })
  }
  const everything = parts.move()
  return {
    name,
    port: Number(new URL(server.apiRoot).port),
    bot,
    people,
    onPosted(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    [Symbol.asyncDispose]: () => everything.disposeAsync(),
  }
}
