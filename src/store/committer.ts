import Sqlite from 'better-sqlite3'
import { KeyFileError } from '../key-file.ts'
import { DatabaseFailure } from './store-error.ts'

interface Waiting {
  readonly unit: () => unknown
  readonly resolve: (value: never) => void
  readonly reject: (error: unknown) => void
}

interface Done {
  readonly waiting: Waiting
  readonly outcome: Attempted<unknown>
}

export type Attempted<T> = { readonly value: T } | { readonly error: unknown }

/**
 * The only writer. Everything submitted in one turn of the event loop goes into one transaction, one fsync for all; promises
 * settle after COMMIT. A unit that throws is rolled back alone and rejects alone; when the database itself throws, or the key of the
 * hour cannot be written, all of them fail with a DatabaseFailure and nothing is written.
 */
export class Committer {
  readonly #sqlite: Sqlite.Database
  readonly #begin: Sqlite.Statement
  readonly #commit: Sqlite.Statement
  readonly #rollback: Sqlite.Statement
  readonly #savepoint: Sqlite.Statement
  readonly #release: Sqlite.Statement
  readonly #rollbackTo: Sqlite.Statement
  #waiting: Waiting[] = []

  constructor(sqlite: Sqlite.Database) {
    this.#sqlite = sqlite
    this.#begin = sqlite.prepare('BEGIN IMMEDIATE')
    this.#commit = sqlite.prepare('COMMIT')
    this.#rollback = sqlite.prepare('ROLLBACK')
    this.#savepoint = sqlite.prepare('SAVEPOINT unit')
    this.#release = sqlite.prepare('RELEASE unit')
    this.#rollbackTo = sqlite.prepare('ROLLBACK TO unit')
  }

  /** `unit` runs synchronously inside the transaction: it may only use the database, and may be given up after it ran. */
  submit<T>(unit: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (this.#waiting.length === 0) setImmediate(() => this.#flush())
      this.#waiting.push({ unit, resolve, reject })
    })
  }

  #flush(): void {
    const batch = this.#waiting
    this.#waiting = []
    const done: Done[] = []
    try {
      this.#begin.run()
      for (const waiting of batch) {
        const outcome = this.attempt(waiting.unit)
        if ('error' in outcome) rethrowKeyTrouble(outcome.error)
        done.push({ waiting, outcome })
      }
      this.#commit.run()
    } catch (cause) {
      if (this.#sqlite.inTransaction) this.#rollback.run()
      const failure = new DatabaseFailure('The database did not take what was to be written.', {
        cause,
      })
      for (const { reject } of batch) reject(failure)
      return
    }
    for (const { waiting, outcome } of done) {
      if ('error' in outcome) waiting.reject(outcome.error)
      else waiting.resolve(outcome.value as never)
    }
  }

  /** Inside a unit: a part of it that is rolled back alone when it throws. What the database throws is no part's own and passes. */
  attempt<T>(unit: () => T): Attempted<T> {
    this.#savepoint.run()
    try {
      const value = unit()
      this.#release.run()
      return { value }
    } catch (error) {
      if (isDatabaseTrouble(error)) throw error
      this.#rollbackTo.run()
      this.#release.run()
      return { error }
    }
  }
}

/** A broken constraint is a mistake of ours in one unit; anything else that SQLite throws concerns them all. */
function isDatabaseTrouble(error: unknown): boolean {
  return error instanceof Sqlite.SqliteError && !error.code.startsWith('SQLITE_CONSTRAINT')
}

/** Nothing can be sealed meanwhile, and units of one sender must not overtake each other: then none of them is taken. */
export function rethrowKeyTrouble(error: unknown): void {
  if (error instanceof KeyFileError) throw error
}
