import type Sqlite from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { FileMigrationProvider, Migrator } from 'kysely/migration'
import { promises as fs, readdirSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { StoreError } from './store-error.ts'

const migrationFolder = path.join(import.meta.dirname, '../../migrations')

/**
 * Brings the database up to this code, as a whole or not at all. Refuses one that is newer than the code. Nobody else may use the
 * handle meanwhile.
 */
export async function migrate(sqlite: Sqlite.Database): Promise<void> {
  refuseNewer(sqlite)
  try {
    // Kysely opens no transaction around migrations on SQLite: a process killed between two tables would leave the first one.
    sqlite.exec('BEGIN IMMEDIATE')
    await migrateToLatest(sqlite)
    sqlite.exec('COMMIT')
  } catch (cause) {
    if (sqlite.inTransaction) sqlite.exec('ROLLBACK')
    throw new StoreError(
      `The database could not be brought up to this version (${cause instanceof Error ? cause.message : String(cause)}). It is as it was before; restore a backup or report this.`,
      { cause },
    )
  }
}

async function migrateToLatest(sqlite: Sqlite.Database): Promise<void> {
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database: sqlite }) })
  const migrator = new Migrator({
    db,
    provider: new FileMigrationProvider({
      fs,
      path,
      migrationFolder,
      import: (file) => import(pathToFileURL(file).href),
    }),
  })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) throw error instanceof Error ? error : new Error('unknown error')
}

function refuseNewer(sqlite: Sqlite.Database): void {
  const hasMigrations = sqlite
    .prepare(`SELECT 1 FROM sqlite_master WHERE name = 'kysely_migration'`)
    .get()
  if (hasMigrations === undefined) return
  const known = new Set(readdirSync(migrationFolder).map((file) => path.parse(file).name))
  const applied = sqlite.prepare<[], string>('SELECT name FROM kysely_migration').pluck().all()
  const unknown = applied.filter((name) => !known.has(name))
  if (unknown.length > 0) {
    throw new StoreError(
      `The database is newer than this Passerby (it knows ${unknown.join(', ')}). Start the newer version, or restore a backup from before the update.`,
    )
  }
}
