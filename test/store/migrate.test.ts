import type Sqlite from 'better-sqlite3'
import { copyFileSync, existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { migrate } from '../../src/store/migrate.ts'
import { openDatabase } from '../../src/store/open-database.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** Calls `before` with the number of each statement that the handle is given, which may throw. */
function watch(sqlite: Sqlite.Database, before: (statement: number) => void): void {
  let count = 0
  const prepare = sqlite.prepare.bind(sqlite)
  const exec = sqlite.exec.bind(sqlite)
  const watched = <Call extends (sql: string) => unknown>(call: Call) =>
    ((sql) => {
      before((count += 1))
      return call(sql)
    }) as Call
  sqlite.prepare = watched(prepare)
  sqlite.exec = watched(exec)
}

const schemaOf = (sqlite: Sqlite.Database): unknown =>
  sqlite.prepare('SELECT type, name, sql FROM sqlite_master ORDER BY name').all()
const namesOf = (sqlite: Sqlite.Database): unknown =>
  sqlite.prepare('SELECT name FROM kysely_migration').pluck().all()

async function fresh() {
  const sqlite = openDatabase(path.join(temporaryFolder(), 'x.db'))
  let statements = 0
  watch(sqlite, (statement) => (statements = statement))
  await migrate(sqlite)
  const made = { statements, schema: schemaOf(sqlite), names: namesOf(sqlite) }
  sqlite.close()
  return made
}

/** The database and its log, as they are on disk at this instant. */
function copyFiles(from: string, to: string): void {
  for (const suffix of ['', '-wal'])
    if (existsSync(`${from}${suffix}`)) copyFileSync(`${from}${suffix}`, `${to}${suffix}`)
}

test('a process that is killed at any statement of its first start can start again', async () => {
  const wanted = await fresh()
  const folder = temporaryFolder()
  const file = path.join(folder, 'x.db')
  const sqlite = openDatabase(file)
  const copies: string[] = []
  watch(sqlite, (statement) => {
    const copy = path.join(folder, `killed-${statement}.db`)
    copyFiles(file, copy)
    copies.push(copy)
  })
  await migrate(sqlite)
  sqlite.close()

  expect(copies.length).toBeGreaterThan(20)
  for (const copy of copies) {
    const again = openDatabase(copy)
    await migrate(again)
    expect([schemaOf(again), namesOf(again)]).toEqual([wanted.schema, wanted.names])
    again.close()
  }
})

test('a migration that fails at any statement leaves the database as it was, and says so', async () => {
  const wanted = await fresh()
  const sqlite = openDatabase(path.join(temporaryFolder(), 'x.db'))
  let failing = 0
  let given = 0
  watch(sqlite, () => {
    given += 1
    if (given === failing) throw new Error('disk full')
  })
  for (failing = 1; failing <= wanted.statements; failing += 1) {
    given = 0
    const outcome = await migrate(sqlite).then(
      () => 'done',
      (error: unknown) => String(error),
    )
    expect([failing, outcome]).toEqual([failing, expect.stringContaining('disk full')])
    expect([failing, sqlite.inTransaction, schemaOf(sqlite)]).toEqual([failing, false, []])
  }
  await migrate(sqlite)
  expect(schemaOf(sqlite)).toEqual(wanted.schema)
  sqlite.close()
})

test('a new database and what lies beside it are for their owner alone from the first instant', async () => {
  const folder = temporaryFolder()
  const file = path.join(folder, 'x.db')
  const umask = process.umask(0o022)
  try {
    const sqlite = openDatabase(file)
    await migrate(sqlite)
    // Also what lies beside it while it is in use.
    for (const suffix of ['', '-wal', '-shm'])
      expect([suffix, statSync(`${file}${suffix}`).mode & 0o777]).toEqual([suffix, 0o600])
    sqlite.close()
  } finally {
    process.umask(umask)
  }
})
