import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { telegramCapabilities } from '../../adapters/telegram/capabilities.ts'
import { silentLog } from '../../src/log.ts'
import { createComposer } from '../../src/service/compose.ts'
import { createJanitor } from '../../src/service/janitor.ts'
import { noEffects } from '../../src/store/write.ts'
import type { Store } from '../../src/store/store.ts'
import type { Effects } from '../../src/store/write.ts'
import { command, createService, text } from '../support/service.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { until } from '../support/until.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const nothing = noEffects

async function setUp(change: (store: Store) => Partial<Store> = () => ({})) {
  const folder = temporaryFolder()
  const service = await createService(undefined, folder)
  const logged: string[] = []
  const committed: Effects[] = []
  let rounds = 0
  const checkpoint = (): void => {
    rounds += 1
    service.store.checkpoint()
  }
  const janitor = createJanitor({
    store: { ...service.store, checkpoint, ...change(service.store) },
    composer: createComposer({
      operatorContact: 'hello@passerby.example',
      capabilities: { telegram: telegramCapabilities, discord: telegramCapabilities },
    }),
    clock: service.clock,
    log: { ...silentLog, error: (_, sentence) => logged.push(sentence) },
    committed(effects) {
      committed.push(effects)
      service.delivery.wake(effects.lanes)
    },
  })
  onTestFinished(() => janitor[Symbol.asyncDispose]())
  return {
    ...service,
    folder,
    janitor,
    logged,
    committed,
    /** A minute passes, and its round is done. */
    async minute(): Promise<void> {
      const before = rounds
      service.clock.advance(minuteMs)
      await until(() => rounds > before, 'the round is done')
      // The next is due a minute after the end of this one.
      await new Promise((resolve) => setImmediate(resolve))
    },
  }
}

test('a round that fails is logged, and the next one comes', async () => {
  let fails = true
  const { minute, logged, committed } = await setUp((store) => ({
    async sweep(plan) {
      if (fails) throw new TypeError('ours')
      return store.sweep(plan)
    },
  }))
  await minute()
  expect(logged).toEqual(['A round of upkeep failed; the next is in a minute.'])
  fails = false
  await minute()
  expect([logged.length, committed.length]).toEqual([1, 1])
})

test('a round goes on bite by bite while there is more, and each is acted on', async () => {
  let left = 3
  const { janitor, committed } = await setUp(() => ({
    sweep: async () => ({
      ...nothing,
      lanes: new Set([left]),
      more: (left -= 1) > 0,
      troubles: [],
    }),
  }))
  await janitor.sweep()
  expect(committed.map(({ lanes }) => [...lanes])).toEqual([[3], [2], [1]])
})

test('a round that would go on is left when the process ends', async () => {
  let bites = 0
  const { janitor, clock } = await setUp(() => ({
    sweep: async () => {
      bites += 1
      await new Promise((resolve) => setImmediate(resolve))
      return { ...nothing, more: true, troubles: [] }
    },
  }))
  clock.advance(minuteMs)
  await until(() => bites > 2, 'it is under way')
  await janitor[Symbol.asyncDispose]()
})

test('a round that is asked for is done to its end, also after the last of those that come by themselves', async () => {
  let left = 3
  const { janitor } = await setUp(() => ({
    sweep: async () => ({ ...nothing, more: (left -= 1) > 0, troubles: [] }),
  }))
  await janitor[Symbol.asyncDispose]()
  await janitor.sweep()
  expect(left).toBe(0)
})

test('what could not be dealt with is logged, and the round goes on', async () => {
  let left = 2
  const { janitor, logged } = await setUp(() => ({
    sweep: async () => ({ ...nothing, more: (left -= 1) > 0, troubles: [new TypeError('ours')] }),
  }))
  await janitor.sweep()
  expect(logged).toHaveLength(2)
})

test('keys that cannot be erased hold up nothing, and are erased a minute later though nobody talks', async () => {
  let isJammed = true
  const { meet, hear, minute, clock, adapter, rest, folder, logged } = await setUp((store) => ({
    destroyOldKeys(now) {
      if (isJammed) throw new TypeError('no room')
      store.destroyOldKeys(now)
    },
  }))
  const hours = (): readonly string[] => {
    const file = readFileSync(path.join(folder, 'keys', 'content.json'), 'utf8')
    const { hours: all }: { hours: object } = JSON.parse(file)
    return Object.keys(all)
  }
  await meet('tia', 'dan')
  const first = hours()
  clock.advance(26 * hourMs)
  await meet('eva', 'bob')
  await hear(text('eva', 'hello'))
  clock.advance(31 * minuteMs)
  // The first of these may be one that began before the half hour passed.
  await minute()
  await minute()
  await rest()
  expect(adapter.arrived('bob').at(-1)).not.toBe('hello')
  expect(hours()).toEqual(expect.arrayContaining([...first]))
  expect(new Set(logged)).toEqual(
    new Set(['Old content keys could not be erased; they are tried again in a minute.']),
  )
  isJammed = false
  await minute()
  expect(hours()).toHaveLength(1)
  expect(hours()).not.toEqual(first)
})

test('a room is asked after half an hour of quiet, not before, and within two minutes', async () => {
  const { meet, hear, clock, adapter, janitor, rest } = await setUp()
  await meet('tia', 'dan')
  const asked = async (): Promise<boolean> => {
    await janitor.sweep()
    await rest()
    return adapter.arrived('dan').at(-1) !== 'a word'
  }
  // The last instant of a minute: what is noted of it is a minute less an instant too early.
  clock.advance(minuteMs - 1)
  await hear(text('tia', 'a word'))
  clock.advance(30 * minuteMs - 1)
  expect(await asked()).toBe(false)
  clock.advance(2 * minuteMs)
  expect(await asked()).toBe(true)
})

test('a question to talk about is a word in the room (3.5, 3.14)', async () => {
  const { meet, hear, clock, adapter, janitor, rest } = await setUp()
  await meet('tia', 'dan')
  clock.advance(20 * minuteMs)
  await hear(command('tia', 'topic'))
  const told = adapter.arrived('dan').length
  clock.advance(25 * minuteMs)
  await janitor.sweep()
  await rest()
  expect(adapter.arrived('dan')).toHaveLength(told)
})
