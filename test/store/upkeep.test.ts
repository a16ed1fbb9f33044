import { statSync } from 'node:fs'
import path from 'node:path'
import { expect, test, vi } from 'vitest'
import { limits } from '../../src/core/limits.ts'
import type { Judge, SweepPlan, Swept } from '../../src/store/store.ts'
import { createStoreScene, deed, notice } from '../support/store-scene.ts'

const hourMs = 3_600_000
const numbers = (count: number): string =>
  `WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < ${count})`

async function setUp() {
  const scene = await createStoreScene()
  const { store, clock, hand, meet } = scene
  await meet('a', 'b')
  const plan = (judge: Judge = () => []): SweepPlan => ({
    now: clock.now(),
    quiet: judge,
    expired: judge,
  })
  const sweepAll = async (judge?: Judge): Promise<readonly Swept[]> => {
    const bites: Swept[] = []
    do bites.push(await store.sweep(plan(judge)))
    while (bites.at(-1)?.more)
    return bites
  }
  const now = clock.now()
  const seenHour = Math.floor((now - limits.seenMs) / hourMs)
  return {
    ...scene,
    plan,
    sweepAll,
    /** So many rows of each kind, a little older than they may grow; and as many that are not. */
    fill: {
      seen: (rows: number) =>
        hand.exec(`${numbers(rows)} INSERT INTO seen (key, hour)
          SELECT randomblob(16), ${seenHour} - (i % 2) FROM n`),
      activity: (rows: number) =>
        hand.exec(`DELETE FROM activity; ${numbers(2 * rows)} INSERT INTO activity (at, kind, detail)
          SELECT ${now - limits.activityMs} + iif(i <= ${rows}, -1, 1), 'x', '{}' FROM n`),
      copy: (rows: number) =>
        hand.exec(`${numbers(2 * rows)} INSERT INTO copy (ref_hash, message_id, part, holder, room_id, ref, at)
          SELECT randomblob(16), i, 0, 1, 1, x'00', ${now - limits.copyExpiresMs} + iif(i <= ${rows}, -1, 1)
          FROM n`),
      room: (rows: number) =>
        hand.exec(`${numbers(2 * rows)} INSERT INTO room (id, opened_at, last_word_at, ended_at)
          SELECT 1000 + i, 0, 0, ${now - limits.roomRemembersMs} + iif(i <= ${rows}, -1, 1) FROM n`),
      outbox: (rows: number, inFlight = 0) =>
        hand.exec(`${numbers(2 * rows)} INSERT INTO outbox
          (lane_id, part, key, hour, body, created_at, due_at, in_flight)
          SELECT 2, 0, 'k', 1, x'00', ${now - limits.deliveryExpiresMs} + iif(i <= ${rows}, -1, 1), 0,
          i <= ${inFlight} FROM n`),
    },
  }
}

const where = {
  seen: 'true',
  activity: 'true',
  copy: 'true',
  room: 'id > 1000',
  outbox: 'true',
} as const

test.each([
  ['seen', 2500, 1250, 1000],
  ['activity', 2500, 2500, 1000],
  ['copy', 2500, 2500, 1000],
  ['room', 2500, 2500, 1000],
  ['outbox', 1000, 1000, 256],
] as const)('%s is erased bite by bite', async (table, rows, kept, bite) => {
  const { fill, store, plan, count } = await setUp()
  const others = table === 'seen' ? Number(count('seen')) : 0
  fill[table](rows)
  let left = Number(count(table, where[table]))
  for (let more = true; more;) {
    more = (await store.sweep(plan())).more
    const now = Number(count(table, where[table]))
    expect(left - now).toBeLessThanOrEqual(bite)
    if (more) expect(now).toBeLessThan(left)
    left = now
  }
  expect(left).toBe(kept + others)
})

test('a backlog of 50,000 messages is gone with the round in which its day is over', async () => {
  const { fill, sweepAll, count } = await setUp()
  fill.outbox(50_000)
  await sweepAll()
  expect(count('outbox')).toBe(50_000)
  await sweepAll()
  expect(count('outbox', 'created_at < due_at')).toBe(0)
})

test('what is said during a long round is taken in between two bites', async () => {
  const { fill, sweepAll, store, count } = await setUp()
  fill.seen(20_000)
  const leftWhenHeard: number[] = []
  const heard = (async () => {
    for (let i = 0; i < 3; i += 1) {
      await store.takeIn(deed('a'), () => [notice('hello')])
      leftWhenHeard.push(Number(count('seen')))
    }
  })()
  const bites = await sweepAll()
  await heard
  expect(bites.length).toBe(11)
  expect(leftWhenHeard).toHaveLength(3)
  // The third was heard long before the round was over.
  expect(leftWhenHeard[2]).toBeGreaterThan(Number(count('seen')) + 5000)
})

test('requests under way stay however old, and hide nothing that waits behind them', async () => {
  const { fill, sweepAll, count } = await setUp()
  fill.outbox(400, 128)
  await sweepAll()
  expect([count('outbox', 'in_flight = 1'), count('outbox')]).toEqual([128, 128 + 400])
})

test('a room that cannot be judged is reported, holds up no other, and is closed when its day is over', async () => {
  const { meet, clock, sweepAll, hand, count } = await setUp()
  await meet('c', 'd')
  clock.advance(limits.roomQuietMs + hourMs)
  const judge: Judge = ({ user }) => {
    if (user?.id === 1) throw new TypeError('ours')
    return [notice('Still there?')]
  }
  const [quiet] = await sweepAll(judge)
  expect(quiet).toMatchObject({ troubles: [expect.any(TypeError)], more: false })
  expect(quiet?.lanes).toEqual(new Set([2, 3, 4]))
  clock.advance(limits.roomExpiresMs)
  hand.exec('UPDATE outbox SET created_at = created_at + 86400000')
  const [expired] = await sweepAll(judge)
  expect(expired).toMatchObject({ troubles: [expect.any(TypeError)] })
  expect(count('room', 'ended_at IS NULL')).toBe(0)
})

test('a database that has grown shrinks again, a little each round', async () => {
  const { fill, sweepAll, store, folder } = await setUp()
  const size = (): number => statSync(path.join(folder, 'data', 'test.db')).size
  fill.outbox(40_000)
  store.checkpoint()
  const grown = size()
  await sweepAll()
  store.checkpoint()
  const first = size()
  expect(first).toBeLessThan(grown)
  store.checkpoint()
  expect(size()).toBeLessThan(first)
})

test('a sweep reads no big table from end to end', async () => {
  const { fill, sweepAll, clock, hand, meet } = await setUp()
  await meet('c', 'd')
  for (const add of Object.values(fill)) add(10)
  const ran = new Set<string>()
  const statement = hand.prepare('SELECT 1')
  const prototype: typeof statement = Object.getPrototypeOf(statement)
  for (const method of ['run', 'get', 'all'] as const) {
    const original = prototype[method]
    vi.spyOn(prototype, method).mockImplementation(function (this: typeof statement, ...args) {
      ran.add(this.source)
      return original.apply(this, args)
    })
  }
  clock.advance(limits.roomQuietMs + 120_000)
  await sweepAll(() => [notice('Still there?')])
  clock.advance(limits.roomExpiresMs)
  await sweepAll(({ room }) =>
    room ? [{ kind: 'close-room', room: room.id, reason: 'expired' }, notice('It is over.')] : [],
  )
  vi.restoreAllMocks()
  expect(ran.size).toBeGreaterThan(20)

  // Rows of these are few: some a minute, and who said to be under 18 in a day.
  const small = ['counter', 'minor', 'oldest']
  const scans = [...ran]
    .filter((sql) => /^(select|insert|update|delete|with)/i.test(sql))
    .flatMap((sql) =>
      hand
        .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
        .all(...Array.from({ length: sql.split('?').length - 1 }, () => 1))
        .flatMap(({ detail }) => {
          const table = /^SCAN (\w+)/.exec(detail)?.[1]
          if (table === undefined || small.includes(table)) return []
          // An index of nothing but lanes without a user.
          if (detail.endsWith('INDEX lane_orphan')) return []
          // The oldest rows by their ids, and no more of them than a bite.
          const bounded = new RegExp(`from "${table}" order by (rowid|"id") limit \\d+\\)`)
          return bounded.test(sql) ? [] : [`${detail}: ${sql}`]
        }),
    )
  expect(scans).toEqual([])
})
