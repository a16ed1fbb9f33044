import type Sqlite from 'better-sqlite3'
import { Kysely } from 'kysely'
import type { Keyring } from '../keyring.ts'
import type { Schema } from './schema.ts'
import { preparing, StatementDialect, type Prepare } from './statement.ts'

/** What the parts of the store are made of. */
export interface Database {
  readonly sqlite: Sqlite.Database
  /** Builds queries; never runs one. */
  readonly query: Kysely<Schema>
  readonly prepare: Prepare
  readonly keyring: Keyring
  /** Random integers in [0, 2^48). */
  readonly randomId: () => number
}

export function databaseOn(
  sqlite: Sqlite.Database,
  keyring: Keyring,
  randomId: () => number,
): Database {
  return {
    sqlite,
    query: new Kysely<Schema>({ dialect: new StatementDialect({ database: sqlite }) }),
    prepare: preparing(sqlite),
    keyring,
    randomId,
  }
}
