import Sqlite from 'better-sqlite3'
import { chmodSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { assertSettings, openDatabase } from '../../src/store/open-database.ts'
import { openStore } from '../support/open-store.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const database = (folder: string): string => path.join(folder, 'data', 'test.db')

/** Opens and closes a store, so that there is a database. */
async function made(folder: string): Promise<void> {
  const store = await openStore(folder, { bots: [{ platform: 'telegram', id: '1' }] })
  await store[Symbol.asyncDispose]()
}

test('a new database is readable by its owner alone', async () => {
  const folder = temporaryFolder()
  await made(folder)
  expect(statSync(database(folder)).mode & 0o777).toBe(0o600)
  expect(statSync(path.join(folder, 'keys', 'identity.json')).mode & 0o777).toBe(0o600)
})

test('a database that others can read is refused', async () => {
  const folder = temporaryFolder()
  await made(folder)
  chmodSync(database(folder), 0o644)
  await expect(openStore(folder)).rejects.toThrow(/chmod 600/)
})

test('settings are asserted after the first write, and a wrong one is named', () => {
  const folder = temporaryFolder()
  const sqlite = openDatabase(path.join(folder, 'x.db'))
  sqlite.exec('CREATE TABLE t (a) STRICT'.replace('(a)', '(a INTEGER)'))
  expect(() => assertSettings(sqlite)).not.toThrow()
  sqlite.pragma('synchronous = NORMAL')
  expect(() => assertSettings(sqlite)).toThrow(/synchronous = 1/)
  sqlite.close()
})

test('a second server on the same database refuses to start, and may once the first is gone', async () => {
  const folder = temporaryFolder()
  const first = await openStore(folder)
  await expect(openStore(folder)).rejects.toThrow(/Another Passerby is running/)
  await first[Symbol.asyncDispose]()
  const second = await openStore(folder)
  await second[Symbol.asyncDispose]()
})

test('a file that is no database is refused and left as it is', async () => {
  const folder = temporaryFolder()
  await made(folder)
  const path = database(folder)
  writeFileSync(path, 'this is a letter to my aunt, and no database at all')
  rmSync(`${path}-wal`, { force: true })
  await expect(openStore(folder)).rejects.toThrow(/is not a database that can be opened/)
  expect(readFileSync(path, 'utf8')).toBe('this is a letter to my aunt, and no database at all')
})

test('a database newer than the code is refused', async () => {
  const folder = temporaryFolder()
  await made(folder)
  const sqlite = new Sqlite(database(folder))
  sqlite.exec(`INSERT INTO kysely_migration (name, timestamp) VALUES ('9999-of-tomorrow', 'x')`)
  sqlite.close()
  await expect(openStore(folder)).rejects.toThrow(/newer than this Passerby/)
})

test('a database of another bot is refused', async () => {
  const folder = temporaryFolder()
  await made(folder)
  await expect(openStore(folder, { bots: [{ platform: 'telegram', id: '2' }] })).rejects.toThrow(
    /another Telegram bot/,
  )
  // A platform that was not used before joins without a question.
  const store = await openStore(folder, { bots: [{ platform: 'discord', id: '7' }] })
  await store[Symbol.asyncDispose]()
})

test('a database without its identity keys is refused, and no keys are made in their place', async () => {
  const folder = temporaryFolder()
  await made(folder)
  await expect(openStore(folder, { keys: 'lost', belongsToDatabase: true })).rejects.toThrow(
    /identity.json is missing/,
  )
  expect(existsSync(path.join(folder, 'lost', 'identity.json'))).toBe(false)
})

test('a database under other identity keys is refused', async () => {
  const folder = temporaryFolder()
  await made(folder)
  await expect(openStore(folder, { keys: 'other' })).rejects.toThrow(/other identity keys/)
})

test('a damaged key file is refused and left as it is', async () => {
  const folder = temporaryFolder()
  await made(folder)
  const keys = path.join(folder, 'keys', 'identity.json')
  writeFileSync(keys, '{ "version": 1, "key')
  await expect(openStore(folder)).rejects.toThrow(/not a key file/)
  expect(readFileSync(keys, 'utf8')).toBe('{ "version": 1, "key')
})
