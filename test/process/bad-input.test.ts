// Whatever is wrong at the start is told in one sentence that says what to do, and nothing is overwritten.

import Sqlite from 'better-sqlite3'
import { once } from 'node:events'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDiscordSandbox } from '../../src/sandbox/discord/discord-sandbox.ts'
import { createTelegramSandbox } from '../../src/sandbox/telegram/telegram-sandbox.ts'
import { createEarlierRun, type EarlierRun } from './earlier-run.ts'
import { endAll, fingerprints, startProduct, type End, type Settings } from './product.ts'

let earlier: EarlierRun

beforeAll(async () => {
  earlier = await createEarlierRun()
})
afterAll(async () => {
  await endAll()
  earlier.end()
})

const options = { now: () => Date.now() }

function expectOneSentence({ code, stderr }: End, sentence: string | RegExp): void {
  expect(stderr).toMatch(sentence)
  expect(stderr.trimEnd().split('\n')).toHaveLength(1)
  expect(stderr).not.toMatch(/\bat .*:\d+:\d+/)
  expect(code).toBe(1)
}

/** Starts on the folder and expects the sentence; nothing in the folder may have changed. */
async function expectRefusal(
  folder: string,
  settings: Settings,
  sentence: string | RegExp,
): Promise<void> {
  const before = fingerprints(folder)
  expectOneSentence(await startProduct(folder, settings).ended, sentence)
  expect(fingerprints(folder)).toEqual(before)
}

const database = (folder: string): string => path.join(folder, 'data', 'passerby.db')

describe.concurrent('main.ts', { timeout: 60_000 }, () => {
  test.each([
    [{ LOG_LEVEL: 'loud' }, /^Passerby cannot start: LOG_LEVEL must be one of debug, info, /],
    [{ BOT_TOKEN: 'x' }, /^Passerby cannot start: BOT_TOKEN is set, but no such variable is read/],
  ])('refuses the settings %o', async (settings, sentence) => {
    await expectRefusal(earlier.empty(), settings, sentence)
  })

  test('lists several mistakes, one a line', async () => {
    const folder = earlier.empty()
    const { code, stderr } = await startProduct(folder, { LOG_LEVEL: 'x', HTTP_PORT: 'y' }).ended
    expect(stderr.trimEnd().split('\n')).toEqual([
      'Passerby cannot start with these settings:',
      '  - HTTP_PORT must be a port number from 0 to 65535.',
      '  - LOG_LEVEL must be one of debug, info, warn, error, silent.',
    ])
    expect(code).toBe(1)
    expect(fingerprints(folder)).toEqual({})
  })

  test('refuses a dashboard that other machines could reach', async () => {
    const settings = { ...earlier.settings, HTTP_HOST: '0.0.0.0' }
    await expectRefusal(earlier.copy(), settings, /0\.0\.0\.0 can be reached from other machines/)
  })

  test('refuses a file that is no database', async () => {
    const folder = earlier.copy()
    writeFileSync(database(folder), 'a letter to my aunt, and no database')
    await expectRefusal(folder, earlier.settings, /passerby\.db is not a database that can be/)
  })

  test('refuses a database with damage inside', async () => {
    const folder = earlier.copy()
    const bytes = readFileSync(database(folder))
    writeFileSync(database(folder), bytes.fill(0xa5, 3 * 4096, bytes.length - 4096))
    await expectRefusal(folder, earlier.settings, /Restore it from a backup/)
  })

  test('refuses a database that was cut off', async () => {
    const folder = earlier.copy()
    writeFileSync(database(folder), readFileSync(database(folder)).subarray(0, 6 * 4096))
    await expectRefusal(folder, earlier.settings, /Restore it from a backup/)
  })

  test('refuses a database that is newer than the code', async () => {
    const folder = earlier.copy()
    const sqlite = new Sqlite(database(folder))
    sqlite.exec(`INSERT INTO kysely_migration (name, timestamp) VALUES ('9999-of-tomorrow', 'x')`)
    sqlite.close()
    await expectRefusal(folder, earlier.settings, /The database is newer than this Passerby/)
  })

  test('refuses a database of another bot', async () => {
    const { DISCORD_TOKEN: _, ...settings } = earlier.settings
    const TELEGRAM_TOKEN = ['4242424242', 'x'.repeat(35)].join(':')
    await expectRefusal(
      earlier.copy(),
      { ...settings, TELEGRAM_TOKEN },
      /The database belongs to another Telegram bot/,
    )
  })

  test('refuses a database whose folder cannot be written', async () => {
    const folder = earlier.empty()
    writeFileSync(path.join(folder, 'file'), '')
    const settings = { ...earlier.settings, DATABASE_URL: 'sqlite:./file/passerby.db' }
    await expectRefusal(folder, settings, /^\.\/file\/passerby\.db cannot be written/)
  })

  test('refuses to make new identity keys for a database that has people', async () => {
    const folder = earlier.copy()
    rmSync(path.join(folder, 'keys', 'identity-keys.json'))
    await expectRefusal(folder, earlier.settings, /identity-keys\.json is missing, and without it/)
  })

  test('refuses to go on without content keys while messages wait, until it is told to', async () => {
    const folder = earlier.copy()
    const keys = path.join(folder, 'keys', 'content-keys.json')
    rmSync(keys)
    await expectRefusal(folder, earlier.settings, /Messages wait for one person, but .* is missing/)
    writeFileSync(keys, '')
    const product = startProduct(folder, earlier.settings)
    await product.ready
    product.kill('SIGTERM')
    expect((await product.ended).code).toBe(0)
  })

  test('refuses a port that is taken, before anything is touched', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const address = taken.address()
    const port = String(typeof address === 'object' ? address?.port : '')
    const sentence = (variable: string): string =>
      `Port ${port} on 127.0.0.1 is taken. Set ${variable} to a free one.`
    try {
      await Promise.all([
        expectRefusal(
          earlier.copy(),
          { ...earlier.settings, HTTP_PORT: port },
          sentence('HTTP_PORT'),
        ),
        expectRefusal(earlier.empty(), { SANDBOX_PORT: port }, sentence('SANDBOX_PORT')),
      ])
    } finally {
      taken.close()
    }
  })

  test('refuses a token that Telegram refuses', async () => {
    await using telegram = await createTelegramSandbox(options)
    const folder = earlier.copy()
    const rows = rowsOf(folder)
    const product = startProduct(folder, {
      TELEGRAM_TOKEN: `${telegram.token.split(':')[0]}:${'x'.repeat(35)}`,
      TELEGRAM_API_ROOT: telegram.apiRoot,
    })
    expectOneSentence(await product.ended, 'Telegram refuses TELEGRAM_TOKEN. Copy it again')
    expect(rowsOf(folder)).toEqual(rows)
  })

  test('refuses a token that Discord refuses', async () => {
    await using discord = await createDiscordSandbox(options)
    const folder = earlier.copy()
    const rows = rowsOf(folder)
    const product = startProduct(folder, {
      DISCORD_TOKEN: `${discord.token.split('.')[0]}.SaNdBx.${'x'.repeat(38)}`,
      DISCORD_API_ROOT: discord.apiRoot,
    })
    expectOneSentence(await product.ended, 'Discord refuses DISCORD_TOKEN. Copy it again')
    expect(rowsOf(folder)).toEqual(rows)
  })

  test('ends when another process takes the updates of its bot, and the other goes on', async () => {
    await using telegram = await createTelegramSandbox(options)
    const settings = { TELEGRAM_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.apiRoot }
    const first = startProduct(earlier.empty(), settings)
    await first.ready
    const second = startProduct(earlier.empty(), settings)
    const loser = await Promise.race([
      first.ended.then((end) => ({ end, winner: second })),
      second.ended.then((end) => ({ end, winner: first })),
    ])
    expectOneSentence(loser.end, 'Another process takes the updates of TELEGRAM_TOKEN')
    await loser.winner.ready
    loser.winner.kill('SIGTERM')
    expect((await loser.winner.ended).code).toBe(0)
  })

  test('refuses a database on which another one runs, and that one goes on', async () => {
    const folder = earlier.copy()
    const first = startProduct(folder, earlier.settings)
    await first.ready
    const keys = fingerprints(path.join(folder, 'keys'))
    expectOneSentence(
      await startProduct(folder, earlier.settings).ended,
      /Another Passerby is running on \.\/data\/passerby\.db/,
    )
    expect(fingerprints(path.join(folder, 'keys'))).toEqual(keys)
    first.kill('SIGINT')
    expect((await first.ended).code).toBe(0)
  })
})

/** What the database says of people and of what waits, wherever SQLite keeps it at the moment. */
function rowsOf(folder: string): unknown {
  const sqlite = new Sqlite(database(folder), { readonly: true })
  const rows = ['meta', 'lane', 'user', 'ticket', 'room', 'seat', 'copy', 'outbox', 'seen'].map(
    (table) => sqlite.prepare(`SELECT * FROM ${table}`).all(),
  )
  sqlite.close()
  return rows
}
