import type Sqlite from 'better-sqlite3'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openKeyring } from '../../src/keyring.ts'
import { createBlocks } from '../../src/store/blocks.ts'
import { type Database, databaseOn } from '../../src/store/database.ts'
import { createLine } from '../../src/store/line.ts'
import { migrate } from '../../src/store/migrate.ts'
import { openDatabase } from '../../src/store/open-database.ts'
import { createPastRooms } from '../../src/store/past-rooms.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** Scans that stay short: lists handed in, and one row for each kind of ticket. */
const short = [/^SCAN (topic|kind|json_each) VIRTUAL TABLE/, /^SCAN line_kind/]
/** What sweeps by age, and what is done once at the start: not on the way of anybody who waits. */
const notOfTheLine = /^delete from "past_room"|"pair" is null|as "a_is"/

async function freshDatabase(): Promise<Database> {
  const folder = temporaryFolder()
  const sqlite = openDatabase(path.join(folder, 'test.db'))
  onTestFinished(() => void sqlite.close())
  await migrate(sqlite)
  const keyring = openKeyring({
    identityKeysFile: path.join(folder, 'identity.json'),
    contentKeysFile: path.join(folder, 'content.json'),
    belongsToDatabase: false,
  })
  return databaseOn(sqlite, keyring, () => 0)
}

/** Every statement that the waiting line and its pairing prepare. */
function statementsOfLine(database: Database): readonly string[] {
  const statements: string[] = []
  const noting: Database = {
    ...database,
    prepare(build) {
      const recorded: typeof build = (args) => {
        const query = build(args)
        statements.push(query.sql)
        return query
      }
      return database.prepare(recorded)
    },
  }
  createLine(noting)
  createBlocks(noting)
  createPastRooms(noting)
  return statements.filter((statement) => !notOfTheLine.test(statement))
}

/** What the planner would read row by row, or sort. */
const slowStepsOf = (sqlite: Sqlite.Database, statement: string): readonly string[] =>
  sqlite
    .prepare<[], { detail: string }>(
      `EXPLAIN QUERY PLAN ${statement.replaceAll('?', () => 'NULL')}`,
    )
    .all()
    .map(({ detail }) => detail)
    .filter((detail) => /^SCAN |TEMP B-TREE FOR .*ORDER BY/.test(detail))
    .filter((detail) => !short.some((known) => known.test(detail)))

const slowSteps = (sqlite: Sqlite.Database, statements: readonly string[]): readonly string[] =>
  statements.flatMap((statement) => slowStepsOf(sqlite, statement))

test('no statement of the line reads a table row by row, or sorts it', async () => {
  const database = await freshDatabase()
  const statements = statementsOfLine(database)
  expect(statements.length).toBeGreaterThan(20)
  expect(slowSteps(database.sqlite, statements)).toEqual([])
})

test.each(['ticket_kind', 'ticket_due', 'ticket_topic_user'])(
  'without the index %s some would',
  async (index) => {
    const database = await freshDatabase()
    const statements = statementsOfLine(database)
    expect(slowSteps(database.sqlite, statements)).toEqual([])
    database.sqlite.exec(`DROP INDEX ${index}`)
    expect(slowSteps(database.sqlite, statements)).not.toEqual([])
  },
)
