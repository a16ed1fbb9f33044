import Sqlite from 'better-sqlite3'
import path from 'node:path'
import { expect, test } from 'vitest'
import { Committer } from '../../src/store/committer.ts'
import { openDatabase } from '../../src/store/open-database.ts'
import { DatabaseFailure } from '../../src/store/store-error.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

function setUp() {
  const sqlite = openDatabase(path.join(temporaryFolder(), 'x.db'))
  sqlite.exec('CREATE TABLE word (text TEXT PRIMARY KEY) STRICT')
  const add = sqlite.prepare('INSERT INTO word VALUES (?)')
  const words = (): unknown[] =>
    sqlite.prepare('SELECT text FROM word ORDER BY rowid').pluck().all()
  return { sqlite, committer: new Committer(sqlite), add: (text: string) => add.run(text), words }
}

test('what is submitted in one turn is one commit, in order', async () => {
  const { committer, add, words, sqlite } = setUp()
  const other = new Sqlite(sqlite.name, { readonly: true })
  const seenElsewhere = (): unknown => other.prepare('SELECT count(*) FROM word').pluck().get()
  const sizes: unknown[] = []
  await Promise.all(
    ['a', 'b', 'c'].map((word) =>
      committer.submit(() => {
        add(word)
        sizes.push(seenElsewhere())
      }),
    ),
  )
  expect(sizes).toEqual([0, 0, 0])
  expect(seenElsewhere()).toBe(3)
  expect(words()).toEqual(['a', 'b', 'c'])
})

test('a unit that throws is rolled back alone, and alone rejects', async () => {
  const { committer, add, words } = setUp()
  const outcomes = await Promise.allSettled([
    committer.submit(() => add('kept')),
    committer.submit(() => {
      add('lost')
      throw new TypeError('ours')
    }),
    committer.submit(() => add('kept too')),
  ])
  expect(words()).toEqual(['kept', 'kept too'])
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(outcomes[1]).toMatchObject({ reason: expect.any(TypeError) })
})

test('a broken constraint is the mistake of one unit', async () => {
  const { committer, add, words } = setUp()
  const outcomes = await Promise.allSettled(
    ['a', 'a', 'b'].map((word) => committer.submit(() => add(word))),
  )
  expect(words()).toEqual(['a', 'b'])
  expect(outcomes[1]).toMatchObject({ status: 'rejected', reason: expect.any(Sqlite.SqliteError) })
})

test('when the database fails nothing of the turn is written, all are told, and the next turn works', async () => {
  const { sqlite, committer, add, words } = setUp()
  // The lock is held elsewhere: the database cannot begin.
  const other = new Sqlite(sqlite.name)
  other.exec('BEGIN IMMEDIATE')
  const outcomes = await Promise.allSettled(
    ['a', 'b'].map((word) => committer.submit(() => add(word))),
  )
  expect(outcomes).toMatchObject([
    { status: 'rejected', reason: expect.any(DatabaseFailure) },
    { status: 'rejected', reason: expect.any(DatabaseFailure) },
  ])
  other.exec('COMMIT')
  await committer.submit(() => add('c'))
  expect(words()).toEqual(['c'])
})
