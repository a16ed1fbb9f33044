import Sqlite from 'better-sqlite3'
import { closeSync, existsSync, openSync, statSync } from 'node:fs'
import { StoreError } from './store-error.ts'

// SQLite before 3.51.3 can corrupt a WAL that two connections use: https://sqlite.org/wal.html#walresetbug
const oldestSafeVersion = [3, 51, 3] as const

/** What each connection must answer, asserted after the first write, because WAL's `synchronous` only settles then. */
const settings = {
  journal_mode: 'wal',
  synchronous: 2,
  foreign_keys: 1,
  secure_delete: 1,
  trusted_schema: 0,
  cell_size_check: 1,
  temp_store: 2,
  auto_vacuum: 2,
} as const

/** Short, because it stops the whole process while it waits. */
const busyTimeoutMs = 250

export function openDatabase(path: string): Sqlite.Database {
  // Before SQLite makes it: the files beside a database get its mode, and none is ever open to others, however early a kill comes.
  if (!existsSync(path)) closeSync(opened(path, () => openSync(path, 'a', 0o600)))
  const sqlite = opened(path, () => new Sqlite(path, { timeout: busyTimeoutMs }))
  try {
    opened(path, () => configure(sqlite))
    opened(path, () => refuseDamaged(sqlite))
    refuseOldSqlite(sqlite)
    refuseReadableByOthers(path)
    return sqlite
  } catch (error) {
    sqlite.close()
    throw error
  }
}

/** A second connection, for reading while the first one writes. */
export function openReadOnly(path: string): Sqlite.Database {
  const sqlite = new Sqlite(path, { readonly: true, timeout: busyTimeoutMs })
  sqlite.pragma('trusted_schema = OFF')
  sqlite.pragma('temp_store = MEMORY')
  return sqlite
}

/** Called after the first write of this process. */
export function assertSettings(sqlite: Sqlite.Database): void {
  for (const [name, wanted] of Object.entries(settings)) {
    const found = sqlite.pragma(name, { simple: true })
    if (found !== wanted) {
      throw new StoreError(
        `The database runs with ${name} = ${String(found)} where ${wanted} is needed; it cannot keep its promises like that.`,
      )
    }
  }
}

function configure(sqlite: Sqlite.Database): void {
  // Setting it writes, and a database that is refused further on stays as it is.
  if (sqlite.pragma('auto_vacuum', { simple: true }) !== settings.auto_vacuum) {
    sqlite.pragma('auto_vacuum = INCREMENTAL')
  }
  sqlite.pragma('journal_mode = WAL')
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('foreign_keys = ON')
  sqlite.pragma('secure_delete = ON')
  sqlite.pragma('trusted_schema = OFF')
  sqlite.pragma('cell_size_check = ON')
  sqlite.pragma('temp_store = MEMORY')
  sqlite.pragma('journal_size_limit = 16777216')
}

function opened<T>(path: string, open: () => T): T {
  try {
    return open()
  } catch (cause) {
    throw new StoreError(
      `${path} is not a database that can be opened (${cause instanceof Error ? cause.message : String(cause)}). Restore it from a backup, or move it away to begin anew.`,
      { cause },
    )
  }
}

/** Damage is found now, and not while somebody's message is taken in. */
function refuseDamaged(sqlite: Sqlite.Database): void {
  if (sqlite.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new Error('it is damaged')
}

function refuseOldSqlite(sqlite: Sqlite.Database): void {
  const version = String(sqlite.prepare('SELECT sqlite_version()').pluck().get())
  const parts = version.split('.').map(Number)
  const difference = oldestSafeVersion
    .map((wanted, i) => (parts[i] ?? 0) - wanted)
    .find((d) => d !== 0)
  if (difference !== undefined && difference < 0) {
    throw new StoreError(
      `SQLite ${version} can damage a database in use; ${oldestSafeVersion.join('.')} or later is needed. Install the locked dependencies with npm ci.`,
    )
  }
}

function refuseReadableByOthers(path: string): void {
  if (process.platform === 'win32') return
  if ((statSync(path).mode & 0o077) !== 0) {
    throw new StoreError(
      `${path} can be read by other accounts of this machine. Run: chmod 600 ${path}`,
    )
  }
}
