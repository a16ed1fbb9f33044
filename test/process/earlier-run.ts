// What an earlier run has left behind: people in a room, and a message that waits to be delivered.

import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createWorld } from '../support/world.ts'
import type { Settings } from './product.ts'

export interface EarlierRun {
  /** A copy of what was left, in a folder that is gone in the end. */
  copy(): string
  /** An empty folder, gone in the end as well. */
  empty(): string
  /** With its own bots, on platforms that are not there. */
  readonly settings: Settings
  end(): void
}

export async function createEarlierRun(): Promise<EarlierRun> {
  const folder = mkdtempSync(path.join(tmpdir(), 'passerby-process-'))
  await using world = await createWorld()
  // The processes live in the present.
  await world.pass(Date.now() - world.clock.now())
  const ann = world.telegram()
  const ben = world.discord()
  await ann.joins()
  await ben.joins()
  world.discordServer.inject({
    fault: { kind: 'rate-limited', retryAfterMs: 3_600_000, scope: 'lane' },
  })
  await ann.says('Are you there?')
  await world.stop()
  const left = path.join(folder, 'left')
  for (const part of ['data', 'keys']) {
    cpSync(path.join(world.folder, part), path.join(left, part), { recursive: true })
  }
  const settings = {
    TELEGRAM_TOKEN: world.telegramServer.token,
    TELEGRAM_API_ROOT: 'http://127.0.0.1:9',
    DISCORD_TOKEN: world.discordServer.token,
    DISCORD_API_ROOT: 'http://127.0.0.1:9',
  }
  await world.start()

  let copies = 0
  const next = (): string => path.join(folder, String((copies += 1)))
  return {
    copy() {
      const copied = next()
      cpSync(left, copied, { recursive: true })
      return copied
    },
    empty: () => mkdtempSync(path.join(folder, 'empty-')),
    settings,
    end: () => rmSync(folder, { recursive: true, force: true }),
  }
}
