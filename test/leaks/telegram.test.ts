import { randomInt } from 'node:crypto'
import { expect, test } from 'vitest'
import { createRandom } from '../storm/random.ts'
import { world } from '../support/story.ts'
import { Canaries } from './canaries.ts'
import { LeakSearch } from './find-leaks.ts'

import { readShapes } from './read-shapes.ts'
import { openRooms, tellAll } from './rooms.ts'
import { telegramPlan } from './telegram-plan.ts'
import { mayPassFromTelegram } from './telegram-allowed.ts'

const freshSeed = randomInt(2 ** 31)

test('of everything that Telegram can tell, a partner hears what was said and nothing else', { timeout: 120_000 }, async () => {
  const t0 = performance.now()
  const w = await world()
  const random = createRandom(1)
  const fresh = createRandom(freshSeed)
  const canaries = new Canaries()
  const pairs = [
    ...(await openRooms(w, 'telegram', 'telegram', 5)),
    ...(await openRooms(w, 'telegram', 'discord', 5)),
  ]
  console.log('rooms', performance.now() - t0)
  const update = readShapes(`import type { Update } from 'grammy/types'`, { update: 'Update' })('update')
  console.log('shapes', performance.now() - t0)
  const search = new LeakSearch({
    servers: [w.telegramServer, w.discordServer],
    from: 'telegram',
    canaries,
    mayPass: mayPassFromTelegram,
  })
  let told = 0
  for (const batch of telegramPlan({ update, canaries, random, fresh, server: w.telegramServer, pairs })) {
    await tellAll(w, pairs, () => {
      for (const make of batch) {
        const { kind, data } = make()
        w.telegramServer.tell(kind, data)
      }
    })
    told += batch.length
    search.go()
    console.log(told, canaries.count, search.go().searched, performance.now() - t0)
  }
  const { leaks, arrived, searched } = search.go()
  console.log(told, searched, arrived, leaks)
  expect([...leaks], `seed ${freshSeed}`).toEqual([])
})
