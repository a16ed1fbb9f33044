// A signal ends the process soon and well: exit code 0, everything in one database file, and the next start goes on.

import Sqlite from 'better-sqlite3'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { createDiscordSandbox } from '../../src/sandbox/discord/discord-sandbox.ts'
import { createTelegramSandbox } from '../../src/sandbox/telegram/telegram-sandbox.ts'
import { until } from '../support/until.ts'
import { endAll, startProduct, type Product } from './product.ts'

const everything = mkdtempSync(path.join(tmpdir(), 'passerby-ending-'))
const folder = (): string => mkdtempSync(path.join(everything, 'run-'))

afterAll(async () => {
  await endAll()
  rmSync(everything, { recursive: true, force: true })
})

async function endWith(signal: NodeJS.Signals, product: Product): Promise<void> {
  const began = performance.now()
  product.kill(signal)
  const { code, stderr } = await product.ended
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(performance.now() - began).toBeLessThan(8000)
}

describe.concurrent('main.ts', { timeout: 60_000 }, () => {
  test('ends on SIGTERM between two messages, and goes on at the next start', async () => {
    const options = { now: () => Date.now() }
    await using telegram = await createTelegramSandbox(options)
    await using discord = await createDiscordSandbox(options)
    const settings = {
      TELEGRAM_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.apiRoot,
      DISCORD_TOKEN: discord.token,
      DISCORD_API_ROOT: discord.apiRoot,
    }
    const at = folder()
    const database = path.join(at, 'data', 'passerby.db')
    const ann = telegram.addPerson()
    const heard = (text: string): Promise<void> =>
      until(() => ann.chat.at(-1)?.text.includes(text) === true, `"${text}"`, 30_000)

    const first = startProduct(at, settings)
    await first.ready
    ann.command('start')
    await heard('Are you 18 or over')
    await endWith('SIGTERM', first)
    expect([existsSync(`${database}-wal`), existsSync(`${database}-shm`)]).toEqual([false, false])
    const sqlite = new Sqlite(database, { readonly: true })
    expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
    sqlite.close()

    ann.command('help')
    const second = startProduct(at, settings)
    await heard('/privacy')
    await second.ready
    await endWith('SIGTERM', second)
  })

  test('ends the sandbox on SIGINT, and begins anew with new people', async () => {
    const at = folder()
    for (let run = 0; run < 2; run += 1) {
      const product = startProduct(at, {})
      await product.ready
      await endWith('SIGINT', product)
    }
  })
})
