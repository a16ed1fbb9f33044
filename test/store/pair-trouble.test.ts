import { expect, test } from 'vitest'
import { silentPairing } from '../support/pairing-plan.ts'
import { createStoreScene } from '../support/store-scene.ts'

async function setUp(people: readonly string[], failures: number) {
  const scene = await createStoreScene()
  for (const id of people) await scene.joins(id)
  let [rooms, left] = [0, failures]
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
