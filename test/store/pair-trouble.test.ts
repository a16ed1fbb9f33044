import { expect, test } from 'vitest'
import { silentPairing } from '../support/pairing-plan.ts'
import { createStoreScene } from '../support/store-scene.ts'

type Scene = Awaited<ReturnType<typeof createStoreScene>>

async function setUp(people: readonly string[], failures: number, before?: Scene) {
  const scene = before ?? (await createStoreScene())
  for (const id of people) await scene.joins(id)
  let [rooms, left] = [100, failures]
  const pair = () =>
    scene.store.pairDue(
      silentPairing(scene.clock.now(), () => (rooms += 1), {
        most: 10,
        announce() {
          if (left === 0) return []
          left -= 1
          throw new Error('no words')
        },
      }),
    )
  return { ...scene, pair }
}

test('a pair that our code fails on holds up nobody else', async () => {
  const { pair, count } = await setUp(['a', 'b', 'c', 'd'], 1)
  expect((await pair()).troubles).toEqual([new Error('no words')])
  expect([count('room'), count('ticket')]).toEqual([2, 0])
})

test('what our code has failed on is tried again a second later, and leaves nothing half done', async () => {
  const { pair, count, clock } = await setUp(['a', 'b'], 2)
  expect((await pair()).troubles).toHaveLength(2)
  expect([count('room'), count('ticket')]).toEqual([0, 2])
  clock.advance(999)
  await pair()
  expect(count('room')).toBe(0)
  clock.advance(1)
  await pair()
  expect([count('room'), count('ticket')]).toEqual([1, 0])
})

/** Each two have had a room, and would meet again. */
async function parted(...pairs: readonly (readonly [string, string])[]): Promise<Scene> {
  const scene = await createStoreScene()
  for (const [a, b] of pairs)
    await scene.does(a, { kind: 'close-room', room: await scene.meet(a, b), reason: 'left' })
  for (const [at, pair] of pairs.entries())
    for (const id of pair) await scene.does(id, { kind: 'want-again', room: at + 1 })
  return scene
}

test('two who would meet again and whom our code has failed on are tried again a second later (7.2)', async () => {
  const scene = await parted(['a', 'b'])
  const { pair, count, clock } = await setUp([], 1, scene)
  const failed = await pair()
  expect(failed.troubles).toEqual([new Error('no words')])
  expect([failed.more, failed.nextDueAt]).toEqual([false, clock.now() + 1000])
  clock.advance(999)
  expect((await pair()).more).toBe(false)
  expect(count('room', 'ended_at IS NULL')).toBe(0)
  clock.advance(1)
  expect(await pair()).toMatchObject({ more: false, nextDueAt: undefined })
  expect(count('room', 'ended_at IS NULL')).toBe(1)
  expect(count('past_room', 'due = 1')).toBe(0)
})

test('they hold up no others who would meet again (7.2)', async () => {
  const scene = await parted(['a', 'b'], ['c', 'd'])
  const { pair, count } = await setUp([], 1, scene)
  expect((await pair()).troubles).toHaveLength(1)
  expect(count('room', 'ended_at IS NULL')).toBe(1)
})

test('one who blocks within that second is not brought together with the other (7.4)', async () => {
  const scene = await parted(['a', 'b'])
  const { pair, count, clock } = await setUp([], 1, scene)
  await pair()
  await scene.does('a', { kind: 'block', room: 1 })
  clock.advance(1000)
  expect(await pair()).toMatchObject({ more: false, nextDueAt: undefined, troubles: [] })
  expect(count('room', 'ended_at IS NULL')).toBe(0)
})

test('they are tried at once by the process that comes after a crash (7.2)', async () => {
  const scene = await parted(['a', 'b'])
  const first = await setUp([], 1, scene)
  await first.pair()
  await scene.close()
  const again = await createStoreScene(scene.folder, scene.clock)
  await (await setUp([], 0, again)).pair()
  expect(again.count('room', 'ended_at IS NULL')).toBe(1)
})
