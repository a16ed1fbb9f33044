import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { SandboxPerson } from '../../src/sandbox/person.ts'
import { createSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts'
import { BotProcess } from './bot-process.ts'
import { enterRoom } from './enter-room.ts'

export interface Pair {
  readonly telegram: SandboxPerson
  readonly discord: SandboxPerson
}

/** Both made-up platforms in this process, the product and the bare loop in one each, and rooms that reach from one platform to the other. */
export interface FileStage extends AsyncDisposable {
  readonly sandbox: Sandbox
  readonly product: BotProcess
  readonly bare: BotProcess
  readonly pairs: readonly Pair[]
  /** Two who only write to each other. */
  readonly talkers: readonly [SandboxPerson, SandboxPerson]
}

const productScript = fileURLToPath(import.meta.resolve('../../src/main.ts'))
const bareScript = fileURLToPath(import.meta.resolve('./bare-carrier.ts'))
const preload = (probe: string): readonly string[] => ['--import', probe]
const memory = preload(import.meta.resolve('./memory-probe.ts'))
const budget = preload(import.meta.resolve('./budget-probe.ts'))

export async function openFileStage(folder: string, rooms: number): Promise<FileStage> {
  await using parts = new AsyncDisposableStack()
  const sandbox = parts.use(await createSandbox({ now: () => Date.now() }))
  const { telegram, discord } = sandbox
  const platforms = {
    TELEGRAM_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_ROOT: discord.apiRoot,
  }
  const settings = {
    ...platforms,
    DATABASE_URL: `sqlite:${path.join(folder, 'data', 'passerby.db')}`,
    IDENTITY_KEYS_FILE: path.join(folder, 'keys', 'identity.json'),
    CONTENT_KEYS_FILE: path.join(folder, 'keys', 'content.json'),
    OPERATOR_CONTACT: 'nobody',
    HTTP_PORT: '0',
    LOG_LEVEL: 'error',
  }
  const product = parts.use(
    await BotProcess.start(productScript, settings, [...memory, ...budget], 'Ctrl-C ends it.'),
  )
  const bare = parts.use(await BotProcess.start(bareScript, platforms, memory, 'ready'))

  const talkers = [telegram.addPerson(), telegram.addPerson()] as const
  await Promise.all(talkers.map(enterRoom))
  const pairs: Pair[] = []
  for (let number = 0; number < rooms; number += 1) {
    // One pair after the other, so that each finds its own.
    const pair = { telegram: telegram.addPerson(), discord: discord.addPerson() }
    await Promise.all([pair.telegram, pair.discord].map(enterRoom))
    pairs.push(pair)
  }
  await Promise.all([telegram.flushed(), discord.flushed()])

  const everything = parts.move()
  return {
    sandbox,
    product,
    bare,
    pairs,
    talkers,
    [Symbol.asyncDispose]: () => everything.disposeAsync(),
  }
}
