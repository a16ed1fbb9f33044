import Sqlite from 'better-sqlite3'
import { Kysely } from 'kysely'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { preparing, StatementDialect } from '../../src/store/statement.ts'

interface Tables {
  readonly word: { readonly id: number; readonly text: string; readonly open: number }
}

let sqlite: Sqlite.Database
let query: Kysely<Tables>
beforeEach(() => {
  sqlite = new Sqlite(':memory:')
  sqlite.exec(`
    CREATE TABLE word (id INTEGER PRIMARY KEY, text TEXT NOT NULL, open INTEGER NOT NULL) STRICT;
    CREATE INDEX word_open ON word (text) WHERE open = 1;
    INSERT INTO word VALUES (1, 'a', 1), (2, 'b', 0), (3, 'b', 1), (4, 'b', 1);
  `)
  query = new Kysely<Tables>({ dialect: new StatementDialect({ database: sqlite }) })
})
afterEach(() => sqlite.close())

const openWords = (text: string) =>
  query.selectFrom('word').select('id').where('text', '=', text).where('open', '=', 1).limit(1)

it('a statement is built once and takes other arguments each time', () => {
  const open = preparing(sqlite)((a: { text: string }) => openWords(a.text).compile())
  expect([open.all({ text: 'a' }), open.get({ text: 'b' }), open.all({ text: 'c' })]).toEqual([
    [{ id: 1 }],
    { id: 3 },
    [],
  ])
})

it('text that is always the same is quoted', () => {
  const text = `it's "quoted"; --`
  preparing(sqlite)((a: { id: number }) =>
    query.insertInto('word').values({ id: a.id, text, open: 0 }).compile(),
  ).run({ id: 5 })
  expect(sqlite.prepare('SELECT text FROM word WHERE id = 5').pluck().get()).toBe(text)
})

it('a condition that is always the same finds its partial index', () => {
  const { sql, parameters } = openWords('b').compile()
  expect(parameters).toEqual([])
  expect(sqlite.prepare(`EXPLAIN QUERY PLAN ${sql}`).get()).toMatchObject({
    detail: 'SEARCH word USING COVERING INDEX word_open (text=?)',
  })
})

it('the planner looks at no argument, because it would prepare the statement anew for each', () => {
  const prepared = vi.spyOn(sqlite, 'prepare')
  preparing(sqlite)((a: { text: string; most: number }) =>
    query.selectFrom('word').select('id').where('text', '=', a.text).limit(a.most).compile(),
  )
  expect(prepared.mock.lastCall).toEqual(['select "id" from "word" where "text" = +? limit +?'])
})
