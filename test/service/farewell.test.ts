import Sqlite from 'better-sqlite3'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Inbound } from '../../src/core/inbound.ts'
import { limits } from '../../src/core/limits.ts'
import type { Tap } from '../../src/core/notice.ts'
import { newestTap, tapsOf } from '../support/buttons.ts'
import { createManualClock } from '../support/manual-clock.ts'
import { answers, command, createService, tap } from '../support/service.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

async function scene() {
  const folder = temporaryFolder()
  const service = await createService(undefined, folder)
  const file = path.join(folder, 'data', 'test.db')
  const reader = new Sqlite(file, { readonly: true })
  onTestFinished(() => void reader.close())
  await service.meet('tia', 'dan')
  const heard = (id: string): readonly string[] => service.adapter.arrived(id)
  return {
    service,
    heard,
    heardLast: (id: string) => heard(id).at(-1),
    /** Thumbs up and down of the first, the second and all further people. */
    thumbs: (): unknown => reader.prepare('SELECT ups, downs FROM user ORDER BY id').raw().all(),
    /** How many names are kept. */
    handles: (): unknown => reader.prepare('SELECT count(handle) FROM seat').pluck().get(),
    /** The database as a thief finds it. */
    bytes: (): string => [file, `${file}-wal`].map((name) => readFileSync(name, 'latin1')).join(''),
  }
}

const thumb = (room: number, isUp: boolean): Tap => ({ kind: 'rate', room, isUp })
const thumbUp = ({ adapter }: Awaited<ReturnType<typeof createService>>): Tap =>
  thumb(roomOf(newestTap(adapter, 'tia', 'rate')), true)
const roomOf = (button: Tap): number => ('room' in button ? button.room : 0)

test('a thumb counts for who was there, once, and is told to nobody but its giver (7.1)', async () => {
  const { service, thumbs, heard, heardLast } = await scene()
  await service.hear(command('dan', 'stop'))
  const up = newestTap(service.adapter, 'tia', 'rate')
  const room = roomOf(up)
  const before = heard('dan').length
  await service.hear(tap('tia', thumb(room, true)))
  expect(heardLast('tia')).toContain('thumbs up')
  await service.hear(tap('tia', thumb(room, false)), tap('tia', thumb(room, true)))
  expect(heardLast('tia')).toContain('thumbs up')
  expect(heard('dan')).toHaveLength(before)
  await service.hear(tap('dan', thumb(room, false)))
  expect(thumbs()).toEqual([
    [0, 1],
    [1, 0],
  ])
})

test('who has given a thumb is not offered another (7.1)', async () => {
  const { service } = await scene()
  await service.hear(command('dan', 'stop'))
  await service.hear(tap('tia', thumbUp(service)))
  const kinds = tapsOf(service.adapter, 'tia').map(({ kind }) => kind)
  // One of each kind stays: the search, the wish, and the block.
  expect(kinds.slice(-3)).toEqual(['command', 'again', 'block'])
})

test('nobody is rated before the end, after a quarter of an hour, or by somebody else (7.1)', async () => {
  const { service, thumbs, heardLast } = await scene()
  await service.hear(command('tia', 'find'))
  const room = roomOf(newestTap(service.adapter, 'tia', 'confirm-next'))
  await service.hear(tap('tia', thumb(room, true)))
  expect(heardLast('tia')).toContain('out of date')
  await service.hear(command('dan', 'stop'), ...answers('eve'))
  await service.hear(tap('eve', thumb(room, true)))
  expect(heardLast('eve')).toContain('out of date')
  service.clock.advance(limits.roomRemembersMs)
  await service.hear(tap('tia', thumb(room, true)))
  expect(heardLast('tia')).toContain('out of date')
  expect(thumbs()).toEqual(Array<unknown>(3).fill([0, 0]))
})

test('thumbs of those who have blocked each other count too, and those for the forgotten go nowhere (7.1)', async () => {
  const blocking = await scene()
  await blocking.service.hear(command('dan', 'block'))
  const room = roomOf(newestTap(blocking.service.adapter, 'tia', 'rate'))
  await blocking.service.hear(tap('tia', thumb(room, true)), tap('dan', thumb(room, false)))
  expect(blocking.thumbs()).toEqual([
    [0, 1],
    [1, 0],
  ])
  const gone = await scene()
  await gone.service.hear(tap('dan', { kind: 'confirm-forget' }))
  await gone.service.hear(tap('tia', thumbUp(gone.service)))
  expect(gone.heardLast('tia')).toContain('thumbs up')
  await gone.service.hear(...answers('dan'))
  expect(gone.thumbs()).toEqual([
    [0, 0],
    [0, 0],
  ])
})

test('however often two meet, their thumbs for each other count once a day (7.1)', async () => {
  const { service, thumbs, heardLast } = await scene()
  for (let i = 0; i < 3; i += 1) {
    await service.hear(command('dan', 'stop'))
    await service.hear(tap('tia', thumbUp(service)))
    expect(heardLast('tia')).toContain('thumbs up')
    const again = newestTap(service.adapter, 'tia', 'again')
    await service.hear(tap('tia', again), tap('dan', again))
    expect(heardLast('tia')).toContain('wanted to meet again')
  }
  // A thumb of the other one is another matter.
  await service.hear(command('tia', 'stop'))
  await service.hear(tap('dan', thumb(roomOf(newestTap(service.adapter, 'dan', 'rate')), false)))
  expect(thumbs()).toEqual([
    [0, 1],
    [1, 0],
  ])
})

test('after a day they count again (7.1)', async () => {
  const { service, thumbs } = await scene()
  await service.hear(command('dan', 'stop'))
  await service.hear(tap('tia', thumbUp(service)))
  service.clock.advance(limits.pastRoomMs)
  await service.hear(command('tia', 'find'), command('dan', 'find'))
  await service.hear(command('dan', 'stop'))
  await service.hear(tap('tia', thumbUp(service)))
  expect(thumbs()).toEqual([
    [0, 0],
    [2, 0],
  ])
})

/** The same, of somebody who is found by this name. */
const as = (handle: string | undefined, inbound: Inbound): Inbound => ({
  ...inbound,
  sender: { ...inbound.sender, handle },
})

const canary = 'canary_tia'

test('names are shown when both have agreed, and before that to nobody (3.13)', async () => {
  const { service, heard, heardLast, handles, bytes } = await scene()
  await service.hear(as(canary, command('tia', 'share')))
  expect(heardLast('tia')).toContain(`@${canary}`)
  await service.hear(as(canary, tap('tia', newestTap(service.adapter, 'tia', 'confirm-share'))))
  expect(handles()).toBe(1)
  expect(bytes()).toContain('Airy Armadillo')
  expect(bytes()).not.toContain(canary)
  expect(heardLast('dan')).toContain('swap names')
  await service.hear(as('dan_real', tap('dan', newestTap(service.adapter, 'dan', 'share'))))
  const sentToDan = service.adapter.attempts.filter(({ to }) => to === 'dan')
  expect(JSON.stringify(sentToDan)).not.toContain(canary)
  expect(heard('tia').join()).not.toContain('dan_real')
  const yes = newestTap(service.adapter, 'dan', 'confirm-share')
  await service.hear(as('dan_real', tap('dan', yes)))
  expect(heardLast('tia')).toContain('@dan_real on Telegram')
  expect(heardLast('dan')).toContain(`@${canary} on Telegram`)
  await service.hear(as('dan_real', tap('dan', yes)))
  expect(heard('tia').filter((words) => words.includes('@dan_real'))).toHaveLength(1)
})

test('what was agreed to is shown, though they are called otherwise by then (3.13)', async () => {
  const { service, heardLast } = await scene()
  await service.hear(as('tia_then', command('tia', 'share')))
  const yes = newestTap(service.adapter, 'tia', 'confirm-share')
  await service.hear(as('tia_then', tap('tia', yes)))
  await service.hear(as('tia_now', tap('tia', yes)), as('tia_now', command('tia', 'share')))
  await service.hear(as('dan_real', command('dan', 'share')))
  await service.hear(as('dan_real', tap('dan', newestTap(service.adapter, 'dan', 'confirm-share'))))
  expect(heardLast('dan')).toContain('@tia_then')
})

test('an offer is told once (3.13)', async () => {
  const { service, heard } = await scene()
  await service.hear(as(canary, command('tia', 'share')))
  const yes = as(canary, tap('tia', newestTap(service.adapter, 'tia', 'confirm-share')))
  await service.hear(yes, { ...yes, seenKey: 'twice' })
  await service.hear({ ...yes, seenKey: 'thrice' })
  expect(heard('dan').filter((words) => words.includes('swap names'))).toHaveLength(1)
})

test.each(['stop', 'next', 'block'] as const)(
  'an offer is gone with the room, by /%s of either (3.13)',
  async (end) => {
    for (const who of ['tia', 'dan']) {
      const { service, heard, heardLast, handles } = await scene()
      await service.hear(as(canary, command('tia', 'share')))
      const yes = newestTap(service.adapter, 'tia', 'confirm-share')
      await service.hear(as(canary, tap('tia', yes)))
      expect(handles()).toBe(1)
      const offered = newestTap(service.adapter, 'dan', 'share')
      await service.hear(command(who, end))
      expect(handles()).toBe(0)
      await service.hear(as('dan_real', tap('dan', offered)), as(canary, tap('tia', yes)))
      for (const id of ['tia', 'dan']) expect(heardLast(id)).toContain('out of date')
      expect(heard('dan').join()).not.toContain(canary)
    }
  },
)

test('an offer can be taken back over a restart, and the answer to it then shows nobody a name (3.13)', async () => {
  const [folder, clock] = [temporaryFolder(), createManualClock()]
  const first = await createService(undefined, folder, clock)
  await first.meet('tia', 'dan')
  await first.hear(as(canary, command('tia', 'share')))
  await first.hear(as(canary, tap('tia', newestTap(first.adapter, 'tia', 'confirm-share'))))
  const [back, offered] = [
    newestTap(first.adapter, 'tia', 'unshare'),
    newestTap(first.adapter, 'dan', 'share'),
  ]
  await first.stop()
  const { adapter, hear } = await createService(undefined, folder, clock)
  await hear(as(canary, tap('tia', back)))
  expect(adapter.arrived('tia').at(-1)).toContain('taken your offer back')
  expect(adapter.arrived('dan')).toEqual([])
  await hear(as('dan_real', tap('dan', offered)))
  await hear(as('dan_real', tap('dan', newestTap(adapter, 'dan', 'confirm-share'))))
  expect(adapter.arrived('dan').join()).not.toContain(canary)
  expect(adapter.arrived('tia').join()).not.toContain('dan_real')
  expect(adapter.arrived('tia').at(-1)).toContain('would like to swap names')
})

test('both get the same question, and the next one when they ask again (3.14)', async () => {
  const { service, heardLast, heard } = await scene()
  for (const who of ['tia', 'dan', 'tia']) {
    await service.hear(command(who, 'topic'))
    expect(heardLast('tia')).toContain('question for you both')
    expect(heardLast('dan')).toBe(heardLast('tia'))
  }
  const questions = heard('tia').filter((words) => words.includes('question for you both'))
  expect(new Set(questions).size).toBe(3)
})
