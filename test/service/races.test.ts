import fc from 'fast-check'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { discordCapabilities } from '../../adapters/discord/capabilities.ts'
import type { Platform } from '../../src/core/platform.ts'
import { createManualClock } from '../support/manual-clock.ts'
import { Race } from '../support/race.ts'
import type { Step } from '../support/race-step.ts'
import type { Running } from '../support/running.ts'
import { isWholeSearch } from '../support/search.ts'
import { answers, createService } from '../support/service.ts'

const runs = isWholeSearch ? { alive: 900, ended: 90 } : { alive: 90, ended: 9 }

/** Something that was said a moment ago. */
const which = fc.nat(7)
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('text' as const), long: fc.boolean() }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('files' as const),
      count: fc.integer({ min: 1, max: 3 }),
      captioned: fc.boolean(),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('album' as const),
      fresh: fc.boolean(),
      captions: fc.array(fc.boolean(), { minLength: 1, maxLength: 3 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('reword' as const), which, long: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('undo' as const), which }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('silence' as const), which }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('swap' as const), which, file: fc.nat(2) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('remove' as const), which, file: fc.nat(2) }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('turn' as const), which }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('delete' as const), which }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('react' as const), which, emoji: fc.nat(2) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('hold' as const) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('release' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('fail' as const),
      how: fc.constantFrom('not-sent' as const, 'rate-limited' as const, 'lose' as const),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('pass' as const),
      ms: fc.constantFrom(100, 1000, 6000),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('turns' as const),
      count: fc.constantFrom(1, 3, 12),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('next' as const) }) },
)

/** A folder of its own for each run. */
function quickFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'passerby-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const anyPlatform = fc.constantFrom<Platform>('telegram', 'telegram', 'discord')

async function running(): Promise<Running> {
  const folder = quickFolder()
  const clock = createManualClock()
  const ofDiscord = discordCapabilities
  let now = await createService(undefined, folder, clock, () => {}, { ofDiscord })
  await now.meet('eve', 'bob')
  return {
    now: () => now,
    async restart() {
      const { adapter, discord } = now
      await now.stop()
      now = await createService(undefined, folder, clock, () => {}, {
        ofDiscord,
        telegramChats: adapter.chats,
        discordChats: discord.chats,
      })
    },
  }
}

async function expectAgreement(
  service: Running,
  author: Platform,
  reader: Platform,
  steps: readonly Step[],
): Promise<void> {
  const race = new Race(service, { author, reader })
  await service.now().hear(...answers(race.author, author), ...answers(race.reader, reader))
  for (const each of steps) await race.step(each)
  await race.finish()
  expect(race.actual()).toEqual(race.expected())
  const { expected, actual } = race.order()
  expect(actual).toEqual(expected)
  expect(race.stray('eve', 'bob')).toEqual([])
}

const steps = fc.array(step, { minLength: 1, maxLength: 24, size: 'max' })

test('whatever is done to messages on their way, the partner sees what the author has', async () => {
  const service = await running()
  await fc.assert(
    fc.asyncProperty(anyPlatform, anyPlatform, steps, (author, reader, all) =>
      expectAgreement(service, author, reader, all),
    ),
    { numRuns: runs.alive },
  )
}, 120_000)

test('the same holds when the process ends or is cut off in between', async () => {
  const service = await running()
  const restart = fc.record({ kind: fc.constant('restart' as const), isCut: fc.boolean() })
  await fc.assert(
    fc.asyncProperty(
      anyPlatform,
      anyPlatform,
      fc.tuple(steps, restart, steps, restart, steps),
      (author, reader, [one, first, two, second, three]) =>
        expectAgreement(service, author, reader, [...one, first, ...two, second, ...three]),
    ),
    { numRuns: runs.ended },
  )
}, 120_000)
