import Sqlite from 'better-sqlite3'
import { chmodSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { StoreError } from './store-error.ts'

/**
 * Makes this process the only server on the database, until released or dead: the operating system drops the lock with
 * the process, so that none is ever left behind. Writers other than a server are not kept out.
 */
export function lockDatabase(path: string): { release(): void } {
  const lock = openLock(path)
  try {
    chmodSync(`${path}.lock`, 0o600)
    lock.exec('BEGIN EXCLUSIVE')
  } catch (cause) {
    lock.close()
    if (cause instanceof Sqlite.SqliteError && cause.code.startsWith('SQLITE_BUSY')) {
      throw new StoreError(
        `Another Passerby is running on ${path}. Stop it first, or give this one another DATABASE_URL.`,
        { cause },
      )
    }
    throw new StoreError(
      `${path}.lock cannot be used as a lock. Remove that file and start again.`,
      {
        cause,
      },
    )
  }
  return { release: () => lock.close() }
}

function openLock(path: string): Sqlite.Database {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    return new Sqlite(`${path}.lock`, { timeout: 0 })
  } catch (cause) {
    throw new StoreError(
      `${path} cannot be written. Give the account that runs Passerby a folder of its own for data.`,
      { cause },
    )
  }
}
