import { expect, test } from 'vitest'
import { discordCapabilities } from '../../adapters/discord/capabilities.ts'
import type { Failure } from '../../src/core/delivery-error.ts'
import { limits } from '../../src/core/limits.ts'
import { readTap } from '../../src/core/tap.ts'
import { schedule } from '../../src/core/schedule.ts'
import type { Tap } from '../../src/core/notice.ts'
import { newestTap } from '../support/buttons.ts'
import { photos, sent } from '../support/files.ts'
import { createManualClock } from '../support/manual-clock.ts'
import { answers, command, createService, edited, tap, text } from '../support/service.ts'
import { passes } from '../support/parting.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { plain } from '../../src/core/rich-text.ts'

type Service = Awaited<ReturnType<typeof createService>>

const slow: Failure = { kind: 'rate-limited', scope: 'lane', retryAfterMs: 5000 }

async function scene(): Promise<Service> {
  const service = await createService()
  await service.meet('tia', 'dan')
  return service
}

/** What somebody was told since they were paired last. */
function heard({ adapter }: Service, id: string): readonly string[] {
  const all = adapter.arrived(id)
  return all.slice(all.findLastIndex((words) => words.includes('now talking')) + 1)
}

const newest = ({ adapter }: Service, id: string, kind: Tap['kind']): Tap =>
  newestTap(adapter, id, kind)

test('what the blocked one has waiting for the blocker is dropped, and nobody is told of it (3.11)', async () => {
  const service = await scene()
  service.adapter.fail('tia', slow)
  await service.hear(text('dan', 'one'), text('dan', 'two'))
  await service.hear(edited('dan', 'two', plain('three')), command('tia', 'block'))
  service.clock.advance(5000)
  await service.rest()
  expect(heard(service, 'tia')).toEqual([expect.stringContaining('never meet here again')])
  expect(heard(service, 'dan')).toEqual([expect.stringContaining('has left the chat')])
  // A failure would have been told by now.
  service.clock.advance(limits.deliveryExpiresMs)
  await service.rest()
  expect(heard(service, 'dan')).toHaveLength(1)
})

test.each([
  ['certainly did nothing', slow],
  ['may have arrived', { kind: 'unknown' }],
  ['was refused', { kind: 'rejected', reason: 'TEXT' }],
] as const)('an attempt under way that %s is not made again (3.11)', async (_, failure) => {
  const service = await scene()
  const release = service.adapter.hold('tia')
  service.adapter.fail('tia', failure)
  await service.inbox.receive([text('dan', 'one'), text('dan', 'two')])
  await expect.poll(() => service.adapter.attempts.at(-1)?.to).toBe('tia')
  await service.inbox.receive([command('tia', 'block')])
  release()
  await service.rest()
  for (let i = 0; i < 3; i += 1) {
    service.clock.advance(60_000)
    await service.rest()
  }
  expect(heard(service, 'tia')).toEqual([expect.stringContaining('never meet here again')])
})

test('what the blocker has said before still arrives, and then the end (3.2)', async () => {
  const service = await scene()
  service.adapter.fail('dan', slow)
  await service.hear(text('tia', 'farewell'))
  await service.hear(command('tia', 'block'))
  service.clock.advance(5000)
  await service.rest()
  expect(heard(service, 'dan')).toEqual(['farewell', expect.stringContaining('has left the chat')])
})

test('an album of the blocked one that is not whole yet goes to nobody (3.11)', async () => {
  const service = await scene()
  await service.inbox.receive([sent('dan', 'a', photos(['a'], '', 'one'))])
  await service.hear(command('tia', 'block'))
  service.clock.advance(limits.albumQuietMs * 2)
  await service.rest()
  expect(service.adapter.chats.of('tia').flatMap(({ files }) => files)).toEqual([])
})

test('a process that dies with the block on disk brings none of it back (3.11)', async () => {
  const [folder, clock] = [temporaryFolder(), createManualClock()]
  const first = await createService(undefined, folder, clock)
  await first.meet('tia', 'dan')
  const release = first.adapter.hold('tia')
  await first.inbox.receive([text('dan', 'one'), text('dan', 'two'), command('tia', 'block')])
  first.adapter.die()
  release()
  await first.stop()
  const second = await createService(undefined, folder, clock)
  clock.advance(60_000)
  await second.rest()
  await second.hear(command('dan', 'find'), command('tia', 'find'))
  expect(second.adapter.arrived('tia')).toEqual([
    expect.stringContaining('never meet here again'),
    expect.stringContaining('Looking for'),
  ])
})

test('nothing of an earlier partner is dropped (3.11)', async () => {
  const service = await scene()
  service.adapter.fail('tia', slow)
  await service.hear(text('dan', 'from dan'), command('dan', 'stop'))
  await service.hear(...answers('eve'), command('tia', 'find'))
  await service.hear(text('eve', 'from eve'), command('tia', 'block'))
  service.clock.advance(5000)
  await service.rest()
  const all = service.adapter.arrived('tia').join()
  expect(all).toContain('from dan')
  expect(all).not.toContain('from eve')
})

test('a button for an earlier room ends the one in which the two are again, if it is with the same person (3.12)', async () => {
  const service = await scene()
  await service.hear(command('dan', 'stop'))
  const block = newest(service, 'tia', 'block')
  await service.hear(command('tia', 'find'), command('dan', 'find'))
  service.clock.advance(schedule['new-partner'].forMs)
  await service.rest()
  await service.hear(tap('tia', block))
  await service.hear(text('dan', 'Hello again'))
  expect(heard(service, 'tia').at(-1)).toBe('Hello again')
  await service.hear(tap('tia', newest(service, 'tia', 'confirm-block')))
  expect(heard(service, 'dan').at(-1)).toContain('has left the chat')
  await service.hear(command('tia', 'find'), command('dan', 'find'))
  expect(heard(service, 'dan').at(-1)).toContain('Looking for')
  // A third one is met by whoever has waited longer, and only by them.
  await service.hear(...answers('eve'))
  expect(service.adapter.arrived('tia').at(-1)).toContain('now talking')
  expect(service.adapter.arrived('dan').at(-1)).toContain('Looking for')
})

test('a button works for a day, for who was in that room alone (3.12)', async () => {
  const service = await scene()
  await service.hear(command('dan', 'stop'))
  const block = newest(service, 'tia', 'block')
  await service.hear(...answers('eve'), tap('eve', block))
  expect(service.adapter.arrived('eve').at(-1)).toContain('out of date')
  await passes(service, limits.pastRoomMs - 1)
  await service.hear(tap('eve', block))
  expect(service.adapter.arrived('eve').at(-1)).toContain('out of date')
  await service.hear(tap('tia', block))
  expect(heard(service, 'tia').at(-1)).toContain("can't be undone")
  const yes = newest(service, 'tia', 'confirm-block')
  service.clock.advance(1)
  await service.hear(tap('tia', yes))
  expect(service.adapter.arrived('tia').at(-1)).toContain('out of date')
  await service.hear({ ...tap('tia', block), seenKey: 'late' })
  expect(service.adapter.arrived('tia').at(-1)).toContain('out of date')
})

const quarter = limits.roomRemembersMs

test.each([
  ['only time goes by', []],
  ['the blocked one has been forgotten', ['dan']],
  ['the blocker has been forgotten', ['tia']],
])(
  'a block of hours later, after a restart, keeps two apart for good: %s (2.5, 3.12)',
  async (_, forgotten) => {
    const [folder, clock] = [temporaryFolder(), createManualClock()]
    const first = await createService(undefined, folder, clock)
    await first.meet('tia', 'dan')
    await first.hear(command('dan', 'stop'))
    const [block, again] = [newest(first, 'tia', 'block'), newest(first, 'tia', 'again')]
    await first.hear(tap('tia', again))
    await passes(first, 3 * quarter)
    for (const id of forgotten)
      await first.hear(tap(id, { kind: 'confirm-forget' }), command(id, 'start'))
    await first.stop()

    const second = await createService(undefined, folder, clock)
    for (const id of forgotten) await second.hear(...answers(id), command(id, 'stop'))
    await second.hear(tap('tia', block))
    await passes(second, 3 * quarter)
    await second.hear(tap('tia', newest(second, 'tia', 'confirm-block')))
    expect(second.adapter.arrived('tia').at(-1)).toContain('never meet here again')
    // Who was blocked has no part in it, and may wish for what they like.
    await second.hear(tap('dan', again))
    for (let day = 0; day < 2; day += 1) {
      await second.hear(command('dan', 'find'), command('tia', 'find'))
      await passes(second, limits.stillThereMs / 2)
      for (const id of ['dan', 'tia']) await second.hear(command(id, 'stop'))
      await passes(second, limits.pastRoomMs)
    }
    for (const id of ['dan', 'tia'])
      expect(second.adapter.arrived(id).join()).not.toContain('now talking')
  },
)

test('what a block of hours later finds undelivered is dropped too (3.11)', async () => {
  const service = await scene()
  service.adapter.fail('tia', ...Array<Failure>(200).fill(slow))
  await service.hear(text('dan', 'something vile'), command('dan', 'stop'))
  const room = service.adapter.attempts
    .filter(({ to }) => to === 'dan')
    .flatMap(({ action }) => (action.kind === 'send' ? action.buttons.flat() : []))
    .flatMap(({ data }) => readTap(data) ?? [])
    .find((each) => each.kind === 'block')?.room
  await passes(service, 2 * quarter)
  await passes(service, quarter)
  await service.hear(tap('tia', { kind: 'confirm-block', room: room ?? 0 }))
  service.adapter.heal('tia')
  await passes(service, quarter)
  expect(heard(service, 'tia').at(-1)).toContain('never meet here again')
  expect(heard(service, 'tia')).not.toContain('something vile')
})

test('a second yes says the same again and does nothing more', async () => {
  const service = await scene()
  await service.hear(command('tia', 'stop'))
  await service.hear(tap('tia', newest(service, 'tia', 'block')))
  const yes = newest(service, 'tia', 'confirm-block')
  await service.hear(tap('tia', yes), tap('tia', yes))
  expect(heard(service, 'tia').slice(-2)).toEqual(
    Array<unknown>(2).fill(expect.stringContaining('never meet here again')),
  )
  expect(heard(service, 'dan')).toEqual([expect.stringContaining('has left the chat')])
})

test('whoever asks to be forgotten gets what was said before, the last word, and then the welcome of somebody new (1.7)', async () => {
  const service = await createService(undefined, undefined, undefined, undefined, {
    ofDiscord: discordCapabilities,
  })
  await service.meet('tia', 'dan')
  service.adapter.fail('tia', slow)
  await service.hear(text('dan', 'one'), command('tia', 'forgetme'))
  await service.hear(tap('tia', { kind: 'confirm-forget' }))
  await service.hear(text('tia', 'Who are you?'), tap('tia', { kind: 'confirm-forget' }))
  service.clock.advance(5000)
  await service.rest()
  expect(heard(service, 'tia')).toEqual([
    'one',
    expect.stringContaining('Shall we forget you?'),
    expect.stringContaining('we have forgotten you'),
    expect.stringContaining('Welcome to Passerby'),
    expect.stringContaining('we have forgotten you'),
  ])
  expect(heard(service, 'dan')).toEqual([expect.stringContaining('has left the chat')])
})
