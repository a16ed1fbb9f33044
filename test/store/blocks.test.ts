import { expect, test } from 'vitest'
import type { Profile } from '../../src/core/profile.ts'
import { openKeyring } from '../../src/keyring.ts'
import { createStoreScene, notice } from '../support/store-scene.ts'
import { silentPairing } from '../support/pairing-plan.ts'

async function setUp(...args: Parameters<typeof createStoreScene>) {
  const scene = await createStoreScene(...args)
  const { does, store, clock, hand } = scene
  let rooms = 100
  return {
    ...scene,
    waits: (id: string) => does(id, { kind: 'open-ticket' }),
    /** Everybody is tried; the users who were put together, in the order of their rooms. */
    async pairAll(): Promise<readonly string[]> {
      const pairs: string[] = []
      const before = rooms
      const plan = silentPairing(clock.now(), () => (rooms += 1))
      while ((await store.pairDue(plan)).more);
      const seats = hand.prepare<[number], number>(
        'SELECT user_id FROM seat WHERE room_id = ? ORDER BY user_id',
      )
      for (let room = before + 1; room <= rooms; room += 1)
        pairs.push(seats.pluck().all(room).join('-'))
      return pairs
    },
    blocks: (id: string, room: number) =>
      does(id, { kind: 'block', room }, { kind: 'close-room', room, reason: 'blocked' }),
    forgets: (id: string) => does(id, { kind: 'close-ticket' }, { kind: 'forget-user' }),
    pairsKept: () => hand.prepare<[], Buffer>('SELECT pair FROM blocked_pair').pluck().all(),
  }
}

test.each([
  ['a', 'a', 'b'],
  ['a', 'b', 'a'],
  ['b', 'a', 'b'],
  ['b', 'b', 'a'],
])('after %s has blocked, %s and then %s wait side by side (2.5)', async (who, first, second) => {
  const { meet, blocks, waits, joins, pairAll, clock } = await setUp()
  await blocks(who, await meet('a', 'b'))
  await waits(first)
  clock.advance(1000)
  await waits(second)
  expect(await pairAll()).toEqual([])
  // Others are none the worse for it.
  await joins('c')
  await joins('d')
  expect((await pairAll()).toSorted()).toEqual(first === 'a' ? ['1-3', '2-4'] : ['1-4', '2-3'])
})

test.each([[['a']], [['b']], [['a', 'b']]])(
  'it holds when %j have been forgotten and are back (2.5)',
  async (forgotten) => {
    const { meet, blocks, forgets, waits, joins, pairAll, count, store, clock } = await setUp()
    await blocks('a', await meet('a', 'b'))
    for (const id of forgotten) await forgets(id)
    expect(count('user')).toBe(2 - forgotten.length)
    clock.advance(3_600_000)
    for (let i = 0; i < 2; i += 1)
      await store.sweep({ now: clock.now(), quiet: () => [], expired: () => [] })
    expect([count('lane'), count('room')]).toEqual([2 - forgotten.length, 0])
    for (const id of ['a', 'b']) await (forgotten.includes(id) ? joins(id) : waits(id))
    expect(await pairAll()).toEqual([])
    await joins('c')
    expect(await pairAll()).toHaveLength(1)
  },
)

test('a pair is sixteen bytes that say nothing without the key, and no number of a user (2.5)', async () => {
  const { meet, blocks, pairsKept, hand, folder, blocks: again } = await setUp()
  const room = await meet('a', 'b')
  await blocks('b', room)
  await again('a', room)
  const identities = hand.prepare<[], Buffer>('SELECT identity FROM user').pluck().all()
  const [pair, ...more] = pairsKept()
  expect([pair?.length, more]).toEqual([16, []])
  expect(hand.prepare('SELECT name FROM pragma_table_info(?)').pluck().all('blocked_pair')).toEqual(
    ['pair'],
  )
  const hashes = (keys: string): readonly string[] => {
    const keyring = openKeyring({
      identityKeysFile: `${folder}/${keys}/identity.json`,
      contentKeysFile: `${folder}/${keys}/content.json`,
      belongsToDatabase: false,
    })
    const [a = '', b = ''] = identities.map((identity) => identity.toString('hex'))
    return [`${a} ${b}`, `${b} ${a}`].map((text) => keyring.hash('pair', text).toString('hex'))
  }
  expect(hashes('keys')).toContain(pair?.toString('hex'))
  expect(hashes('other-keys')).not.toContain(pair?.toString('hex'))
})

test('whoever is blocked with all who wait first gets the first of the others (2.2)', async () => {
  const { meet, blocks, joins, waits, does, pairAll, clock } = await setUp()
  const others = Array.from({ length: 21 }, (_, i) => `m${i}`)
  const woman: Profile = { gender: 'woman', seeking: 'men' }
  const man: Profile = { gender: 'man', seeking: 'women' }
  const [first = '', ...rest] = others
  await blocks('w', await meet('w', first))
  for (const id of rest) {
    await waits('w')
    await joins(id)
    await pairAll()
    await blocks('w', 100 + others.indexOf(id))
  }
  for (const id of others) {
    clock.advance(1000)
    await does(id, { kind: 'set-profile', profile: man }, { kind: 'open-ticket' })
  }
  for (const id of ['late', 'later']) {
    clock.advance(1000)
    await joins(id, man)
  }
  expect(await pairAll()).toEqual([])
  await does('w', { kind: 'set-profile', profile: woman }, { kind: 'open-ticket' })
  // After w and 21 men comes the first that she may meet.
  expect(await pairAll()).toEqual(['1-23'])
})

test('a block is there after a crash, or the room is', async () => {
  const first = await setUp()
  const room = await first.meet('a', 'b')
  first.hand.exec(`CREATE TRIGGER fails BEFORE UPDATE ON room BEGIN SELECT RAISE(ABORT, 'x'); END`)
  await expect(first.blocks('a', room)).rejects.toThrow()
  expect([first.count('blocked_pair'), first.count('room', 'ended_at IS NULL')]).toEqual([0, 1])
  first.hand.exec('DROP TRIGGER fails')
  await first.blocks('a', room)
  await first.close()

  const second = await setUp(first.folder, first.clock)
  await second.waits('b')
  await second.waits('a')
  expect(await second.pairAll()).toEqual([])
})

test('somebody can be blocked who has been forgotten since the end of the room (3.12)', async () => {
  const { meet, does, forgets, joins, waits, pairAll } = await setUp()
  const room = await meet('a', 'b')
  await does('b', { kind: 'close-room', room, reason: 'left' })
  await forgets('b')
  await does('a', { kind: 'block', room })
  await joins('b')
  await waits('a')
  expect(await pairAll()).toEqual([])
})

test('the two of a room that an earlier version opened can be blocked too', async () => {
  const first = await setUp()
  const room = await first.meet('a', 'b')
  first.hand.exec('UPDATE room SET pair = NULL')
  await first.close()
  const second = await setUp(first.folder, first.clock)
  await second.blocks('b', room)
  await second.waits('a')
  await second.waits('b')
  expect(await second.pairAll()).toEqual([])
})

test('who comes back before the last word has arrived goes on in the same lane (1.7)', async () => {
  const { meet, does, joins, count, store, clock } = await setUp()
  await meet('a', 'b')
  await does('a', { kind: 'close-room', room: 1, reason: 'left' }, notice('Take care.'), {
    kind: 'forget-user',
  })
  expect([count('user'), count('lane'), count('lane', 'identity IS NOT NULL')]).toEqual([1, 2, 1])
  await does('a', notice('Nobody knows you.'))
  expect(count('lane')).toBe(2)
  await joins('a')
  expect([count('lane'), count('lane', 'identity IS NOT NULL OR orphan = 1')]).toEqual([2, 0])
  expect(count('outbox', 'lane_id = 1')).toBe(2)
  // With nothing waiting there is soon nothing left of somebody.
  await does('b', { kind: 'forget-user' })
  await store.sweep({ now: clock.now(), quiet: () => [], expired: () => [] })
  expect([count('lane'), count('user')]).toEqual([1, 1])
})
