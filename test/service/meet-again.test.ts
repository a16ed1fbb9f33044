import Sqlite from 'better-sqlite3'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { limits } from '../../src/core/limits.ts'
import type { Tap } from '../../src/core/notice.ts'
import { newestTap } from '../support/buttons.ts'
import { createManualClock } from '../support/manual-clock.ts'
import { parting, passes, type Parting, type Service } from '../support/parting.ts'
import { answers, command, createService, tap, text } from '../support/service.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const hourMs = 3_600_000

const heardLast = ({ adapter }: Service, id: string): string | undefined =>
  adapter.arrived(id).at(-1)
const reunions = ({ adapter }: Service, id: string): number =>
  adapter.arrived(id).filter((words) => words.includes('wanted to meet again')).length

/** Whether the two are in one room. */
async function areTogether(service: Service, a = 'tia', b = 'dan'): Promise<boolean> {
  const words = `hello from ${a} to ${b} at ${service.adapter.attempts.length}`
  await service.hear(text(a, words))
  return service.adapter.arrived(b).includes(words)
}

test('two who both tap it meet in a new room at once, and are told why (7.2)', async () => {
  const { service, again } = await parting()
  await service.hear(tap('tia', again))
  expect(heardLast(service, 'tia')).toContain('would like to meet them again')
  expect(heardLast(service, 'dan')).toContain('left your chat')
  await service.hear(tap('dan', again))
  expect([reunions(service, 'tia'), reunions(service, 'dan')]).toEqual([1, 1])
  expect(await areTogether(service)).toBe(true)
  expect(await areTogether(service, 'dan', 'tia')).toBe(true)
})

test('how long they have waited then says nothing of how long people wait (8.2)', async () => {
  const folder = temporaryFolder()
  const { service, again } = await parting(await createService(undefined, folder))
  await service.hear(command('tia', 'find'), command('dan', 'find'))
  await service.hear(tap('tia', again), tap('dan', newestTap(service.adapter, 'dan', 'again')))
  expect(reunions(service, 'tia')).toBe(1)
  const file = new Sqlite(path.join(folder, 'data', 'test.db'), { readonly: true })
  onTestFinished(() => void file.close())
  // Those of their first meeting.
  expect(file.prepare('SELECT sum(value) FROM wait_count').pluck().get()).toBe(2)
})

test.each(['tia', 'dan'])('one wish alone, of %s, comes to nothing (7.2)', async (who) => {
  const { service, again } = await parting()
  const other = who === 'tia' ? 'dan' : 'tia'
  const before = service.adapter.arrived(other).length
  await service.hear(tap(who, again), tap(who, again))
  for (let i = 0; i < 25; i += 1) await passes(service, hourMs)
  expect(service.adapter.arrived(other)).toHaveLength(before)
  expect(reunions(service, who)).toBe(0)
})

test('wishes for different rooms are not the same wish (7.2)', async () => {
  const { service, again } = await partedTwice()
  await service.hear(tap('tia', again), tap('dan', newestTap(service.adapter, 'dan', 'again')))
  expect(reunions(service, 'tia')).toBe(0)
})

test.each([
  ['tia waits', ['tia']],
  ['dan waits', ['dan']],
])('whoever of them waits leaves the line: %s (7.2)', async (_, waiting) => {
  const { service, again } = await parting()
  await service.hear(tap('tia', again))
  for (const id of waiting) await service.hear(command(id, 'find'))
  await service.hear(tap('dan', again))
  expect(await areTogether(service)).toBe(true)
  // Nobody is left in the line.
  await service.hear(...answers('eve'))
  expect(heardLast(service, 'eve')).toContain('Looking for')
})

test.each([
  ['the first to wish', 'tia', 'dan'],
  ['the second to wish', 'dan', 'tia'],
])('when %s chats, they meet as soon as that chat is over (7.2)', async (_, busy, first) => {
  const { service, again } = await parting()
  await service.hear(...answers('eve'), command(busy, 'find'))
  expect(await areTogether(service, busy, 'eve')).toBe(true)
  await service.hear(tap(first, again))
  await service.hear(tap(busy, again))
  expect([reunions(service, 'tia'), reunions(service, 'dan')]).toEqual([0, 0])
  expect(await areTogether(service, busy, 'eve')).toBe(true)
  // Nor does it keep anybody else from meeting.
  await service.meet('kim', 'uma')
  expect(await areTogether(service, 'kim', 'uma')).toBe(true)
  await passes(service, hourMs)
  await service.hear(command('eve', 'stop'))
  expect([reunions(service, 'tia'), reunions(service, 'dan')]).toEqual([1, 1])
  expect(await areTogether(service)).toBe(true)
})

test('when both chat, they meet when the second chat is over, and before anybody who waits (7.2)', async () => {
  const { service, again } = await parting()
  await service.hear(...answers('eve'), command('tia', 'find'))
  await service.hear(...answers('kim'), command('dan', 'find'))
  await service.hear(tap('tia', again), tap('dan', again))
  await service.hear(...answers('uma'))
  await service.hear(command('eve', 'stop'))
  expect(reunions(service, 'tia')).toBe(0)
  await service.hear(command('dan', 'next'))
  expect(await areTogether(service)).toBe(true)
  expect(heardLast(service, 'uma')).toContain('Looking for')
})

test('a chat sets them free however late it ends (7.2)', async () => {
  const { service, again } = await parting()
  await service.hear(...answers('eve'), command('tia', 'find'))
  await passes(service, hourMs)
  await service.hear(tap('tia', again), tap('dan', again))
  await passes(service, 22 * hourMs)
  expect(reunions(service, 'dan')).toBe(0)
  await service.hear(command('eve', 'stop'))
  expect(reunions(service, 'dan')).toBe(1)
})

test('it can be wished for until a day after the end, and not later (7.2)', async () => {
  const { service, again } = await parting()
  await passes(service, limits.pastRoomMs - 1)
  await service.hear(tap('tia', again), tap('dan', again))
  expect(reunions(service, 'tia')).toBe(1)
  const late = await parting()
  await late.service.hear(tap('tia', late.again))
  await passes(late.service, limits.pastRoomMs)
  await late.service.hear(tap('dan', late.again))
  expect(heardLast(late.service, 'dan')).toContain('out of date')
  expect(reunions(late.service, 'tia')).toBe(0)
})

test('who is free only after that day meets nobody again (7.2)', async () => {
  const { service, again } = await parting()
  await service.hear(...answers('eve'), command('tia', 'find'))
  await service.hear(tap('tia', again), tap('dan', again))
  for (let i = 0; i < 24; i += 1) {
    await service.hear(text('eve', `hour ${i}`))
    service.clock.advance(hourMs)
  }
  await service.hear(command('eve', 'stop'))
  expect(reunions(service, 'tia')).toBe(0)
})

test.each([0, 16 * 60_000])(
  'nobody who was not in the room can wish for it, after %i ms (7.2)',
  async (ms) => {
    const { service, again } = await parting()
    await service.hear(...answers('eve'), command('eve', 'stop'))
    await passes(service, ms)
    await service.hear(tap('eve', again), tap('tia', again))
    expect(heardLast(service, 'eve')).toContain('out of date')
    expect(reunions(service, 'tia')).toBe(0)
  },
)

test('when they have met the wish is used up (7.2)', async () => {
  const { service, again } = await parting()
  await service.hear(tap('tia', again), tap('dan', again))
  await service.hear(command('dan', 'stop'))
  await service.hear(tap('tia', again), tap('dan', again))
  expect(reunions(service, 'tia')).toBe(1)
  await passes(service, 16 * 60_000)
  await service.hear(tap('tia', again), tap('dan', again))
  expect(reunions(service, 'tia')).toBe(1)
  // The new room has a wish of its own.
  const newer = newestTap(service.adapter, 'tia', 'again')
  expect(newer).not.toEqual(again)
  await service.hear(tap('tia', newer), tap('dan', newer))
  expect(reunions(service, 'tia')).toBe(2)
})

/** They find each other once more in the line, and have parted again: there are two rooms whose buttons they have. */
async function partedTwice(): Promise<
  Parting & { readonly newer: Extract<Tap, { kind: 'again' }> }
> {
  const { service, again } = await parting()
  await service.hear(command('tia', 'find'), command('dan', 'find'))
  // Whom one has met before is somebody new after a while.
  for (let i = 0; i < 5; i += 1) {
    service.clock.advance(10_000)
    await service.rest()
  }
  expect(heardLast(service, 'tia')).toContain('now talking')
  await service.hear(command('dan', 'stop'))
  const newer = newestTap(service.adapter, 'tia', 'again')
  if (newer.kind !== 'again') throw new Error('No button to meet again')
  return { service, again, newer }
}

test.each(['tia', 'dan'])(
  'what they have wished for of other rooms is used up too: when %s leaves, they part (7.2)',
  async (leaves) => {
    const { service, again, newer } = await partedTwice()
    await service.hear(tap('tia', again), tap('tia', newer), tap('dan', again))
    expect(reunions(service, 'tia')).toBe(1)
    // Both have wished for both rooms by now.
    await service.hear(tap('dan', newer), tap('tia', newer), command(leaves, 'stop'))
    expect([reunions(service, 'tia'), reunions(service, 'dan')]).toEqual([1, 1])
    expect(heardLast(service, leaves === 'tia' ? 'dan' : 'tia')).toContain('has left the chat')
  },
)

test('that a wish is used up shows at no message of another room (7.3)', async () => {
  const { service, again, newer } = await partedTwice()
  await service.hear(tap('tia', newer), tap('tia', again), tap('dan', again))
  expect(reunions(service, 'tia')).toBe(1)
  for (const id of ['tia', 'dan'])
    await service.hear(tap(id, { kind: 'rate', room: newer.room, isUp: true }))
  expect(heardLast(service, 'tia')).toContain('would like to meet them again')
  expect(heardLast(service, 'dan')).not.toContain('would like to meet them again')
})

test('a wish outlives the process, and the commit that pairs them (7.2)', async () => {
  const [folder, clock] = [temporaryFolder(), createManualClock()]
  const first = await createService(undefined, folder, clock)
  const { again } = await parting(first)
  await first.hear(tap('tia', again))
  await first.stop()
  const second = await createService(undefined, folder, clock)
  await second.hear(tap('dan', again))
  expect([reunions(second, 'tia'), reunions(second, 'dan')]).toEqual([1, 1])
})

test('somebody who cannot be reached when they would meet again ends the room as ever (3.4)', async () => {
  const { service, again } = await parting()
  await service.hear(tap('tia', again))
  service.adapter.fail('tia', { kind: 'recipient-gone' })
  await service.hear(tap('dan', again))
  expect(heardLast(service, 'dan')).toContain('be reached')
  expect(await areTogether(service, 'dan', 'tia')).toBe(false)
})
