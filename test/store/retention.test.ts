import { expect, test } from 'vitest'
import { limits } from '../../src/core/limits.ts'
import { contentKeyMaxAgeMs, retention, retentionGraceMs } from '../../src/core/retention.ts'
import { room, setUp, tables } from './retention-scene.ts'

const minuteMs = 60_000
const hourMs = 3_600_000
test('every column of the database has a class and an age, and no other column has', async () => {
  const { hand } = await setUp()
  // SQLite's own tables, and the migrations' names.
  const found = hand
    .prepare<[], string>(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'kysely_%'`,
    )
    .pluck()
    .all()
  const columns = Object.fromEntries(
    found.map((table) => [
      table,
      hand
        .prepare<[string], string>('SELECT name FROM pragma_table_info(?)')
        .pluck()
        .all(table)
        .toSorted(),
    ]),
  )
  const described = Object.fromEntries(
    tables.map((table) => [table, Object.keys(retention[table].columns).toSorted()]),
  )
  expect(columns).toEqual(described)
})

test('what is sealed or hashed is stored as bytes, and nothing else is', async () => {
  const { hand } = await setUp()
  for (const table of tables) {
    const types = hand
      .prepare<[string], { name: string; type: string }>(
        'SELECT name, type FROM pragma_table_info(?)',
      )
      .all(table)
    const columns: Readonly<Record<string, string>> = retention[table].columns
    for (const { name, type } of types) {
      const isSecret = /sealed|hash/.test(columns[name] ?? '')
      expect([table, name, type === 'BLOB']).toEqual([table, name, isSecret])
    }
  }
})

test('no column holds an id, an address, a reference or a text as it is', async () => {
  const { meet, says, does, bytes } = await setUp()
  await meet()
  await says('a secret of a stranger')
  await does('person-of-17', { kind: 'remember-minor', until: Date.UTC(2030, 0, 1) })
  expect(bytes()).toContain('Quiet Heron')
  for (const trace of ['secret', 'stranger', 'person-of-17', 'a/a secret', 'position 1'])
    expect(bytes()).not.toContain(trace)
})

test('who said to be under 18 is forgotten after a day', async () => {
  const { does, counts, ages, clock } = await setUp()
  await does('a', { kind: 'remember-minor', until: clock.now() + limits.minorRemembersMs })
  await ages(retention.minor.maxAgeMs - minuteMs)
  expect(counts()).toMatchObject({ minor: 1, user: 0, lane: 0 })
  await ages(minuteMs)
  expect(counts()).toMatchObject({ minor: 0 })
})

test('who says to be under 18 takes user, address, answers and ticket along', async () => {
  const { meet, does, counts, ages, ends } = await setUp()
  await meet()
  await ends()
  await does('a', { kind: 'open-ticket' })
  await does('a', { kind: 'remember-minor', until: Date.UTC(2030, 0, 1) })
  expect(counts()).toMatchObject({ user: 1, ticket: 0, minor: 1 })
  await ages(minuteMs)
  expect(counts()).toMatchObject({ lane: 1 })
})

test('a room that has ended is forgotten after 15 minutes, with its seats and pseudonyms', async () => {
  const { meet, says, ends, counts, ages, bytes } = await setUp()
  await meet()
  await says('hello')
  expect(counts()).toMatchObject({ room: 1, seat: 2, copy: 1 })
  await ends()
  // References go at once.
  expect(counts()).toMatchObject({ room: 1, seat: 2, copy: 0 })
  await ages(retention.room.maxAgeMs - minuteMs)
  expect(counts()).toMatchObject({ room: 1, seat: 2 })
  expect(bytes()).toContain('Quiet Heron')
  await ages(minuteMs)
  expect(counts()).toMatchObject({ room: 0, seat: 0 })
  // Nor does a deleted row stay in the file.
  expect(bytes()).not.toContain('Quiet Heron')
})

test('that two have met, and would again, is forgotten a day after their room has ended', async () => {
  const { meet, ends, does, counts, ages, hand } = await setUp()
  await meet()
  await ages(hourMs)
  await ends()
  await does('a', { kind: 'want-again', room })
  await does('b', { kind: 'rate', room, isUp: true })
  const wishes = (): unknown =>
    hand.prepare('SELECT count(wants_0) + count(wants_1) FROM past_room').pluck().get()
  await ages(retention.past_room.maxAgeMs - minuteMs)
  expect([counts()['past_room'], wishes()]).toEqual([1, 1])
  await ages(minuteMs)
  expect(counts()).toMatchObject({ past_room: 0 })
})

test('nothing names somebody who has been forgotten, nor what they wished for', async () => {
  const { meet, ends, does, hand } = await setUp()
  await meet()
  await ends()
  await does('a', { kind: 'want-again', room })
  await does('b', { kind: 'want-again', room })
  await does('a', { kind: 'forget-user' })
  const wishes = hand.prepare('SELECT wants_0, wants_1 FROM past_room').raw().get()
  expect(wishes).toEqual(expect.arrayContaining([null, 2]))
})

test('who blocks wishes for nothing any more; what the blocked one sees of their own wish stays', async () => {
  const { meet, ends, does, hand } = await setUp()
  await meet()
  await ends()
  await does('a', { kind: 'want-again', room })
  await does('b', { kind: 'want-again', room })
  await does('a', { kind: 'block', room })
  const wishes = hand.prepare('SELECT wants_0, wants_1 FROM past_room').raw().get()
  expect(wishes).toEqual(expect.arrayContaining([null, 2]))
})

test('a name that somebody would swap is sealed, and gone when they take it back, or with the room', async () => {
  const { meet, ends, does, bytes, hand } = await setUp()
  await meet()
  await does('a', { kind: 'offer-handle', room, handle: 'a_name_of_mine' })
  const kept = (): unknown => hand.prepare('SELECT count(handle) FROM seat').pluck().get()
  expect(kept()).toBe(1)
  expect(bytes()).not.toContain('a_name_of_mine')
  await does('a', { kind: 'withdraw-handle', room })
  expect(kept()).toBe(0)
  await does('a', { kind: 'offer-handle', room, handle: 'a_name_of_mine' })
  await does('b', { kind: 'withdraw-handle', room })
  expect(kept()).toBe(1)
  await ends()
  expect(kept()).toBe(0)
})

test('a reference is forgotten after two days in a room that goes on', async () => {
  const { meet, says, counts, ages } = await setUp()
  await meet()
  await says('first')
  await ages(20 * hourMs)
  await says('second')
  await ages(20 * hourMs)
  await says('third')
  expect(counts()).toMatchObject({ copy: 3 })
  await ages(8 * hourMs - minuteMs)
  expect(counts()).toMatchObject({ copy: 3 })
  await ages(minuteMs)
  expect(counts()).toMatchObject({ copy: 2, room: 1 })
})

test('what could not be delivered is gone after a day, and the key that could read it soon after', async () => {
  const { meet, says, counts, ages, contentHours } = await setUp()
  await meet()
  await says('hello')
  expect(contentHours()).toHaveLength(1)
  await ages(retention.outbox.maxAgeMs - minuteMs)
  expect(counts()).toMatchObject({ outbox: 1 })
  await ages(2 * minuteMs)
  expect(counts()).toMatchObject({ outbox: 0 })
  await ages(contentKeyMaxAgeMs - retention.outbox.maxAgeMs)
  expect(contentHours()).toEqual([])
})

test.each([
  ['seen', retention.seen.maxAgeMs],
  ['counter', retention.counter.maxAgeMs],
  ['activity', retention.activity.maxAgeMs],
] as const)('rows of %s are gone after their age and not before', async (table, maxAgeMs) => {
  const { meet, counts, ages } = await setUp()
  await meet()
  const before = counts()[table]
  expect(before).toBeGreaterThan(0)
  await ages(maxAgeMs - 2 * minuteMs)
  expect(counts()[table]).toBe(before)
  await ages(retentionGraceMs + 2 * minuteMs)
  expect(counts()[table]).toBe(0)
})

test('how long people waited is counted for the hour in which it says something, and gone at its age', async () => {
  const { meet, counts, ages } = await setUp()
  await meet()
  expect(counts()).toMatchObject({ wait_count: 1 })
  await ages(limits.estimateMs - minuteMs)
  expect(counts()).toMatchObject({ wait_count: 1 })
  await ages(retention.wait_count.maxAgeMs - limits.estimateMs)
  expect(counts()).toMatchObject({ wait_count: 0 })
})

test('a month after everybody has gone only the users and their addresses are left', async () => {
  const { meet, says, ends, counts, ages } = await setUp()
  await meet()
  await says('hello')
  await ends()
  await ages(retention.outbox.maxAgeMs + minuteMs)
  await ages(limits.activityMs + retentionGraceMs)
  const { meta: _, ...left } = counts()
  expect(Object.entries(left).filter(([, count]) => count !== 0)).toEqual([
    ['lane', 2],
    ['user', 2],
  ])
})

test('after /forgetme a blocked pair is all that is left', async () => {
  const { meet, says, does, counts, ages } = await setUp()
  await meet()
  await says('hello')
  await does('b', { kind: 'block', room })
  await does('b', { kind: 'close-room', room, reason: 'blocked' })
  for (const id of ['a', 'b']) await does(id, { kind: 'forget-user' })
  expect(counts()).toMatchObject({ user: 0, lane: 2, copy: 0, outbox: 0 })
  await ages(retention.room.maxAgeMs + minuteMs)
  await ages(minuteMs)
  expect(counts()).toMatchObject({ lane: 0, room: 0, seat: 0 })
  for (let i = 0; i < 2; i += 1) await ages(limits.activityMs + retentionGraceMs)
  const { meta: _, ...left } = counts()
  expect(Object.entries(left).filter(([, count]) => count !== 0)).toEqual([['blocked_pair', 1]])
})
