import { expect, test } from 'vitest'
import { command, createService, tap } from '../support/service.ts'
import { join, minute, pass, screen, second, waiting, words } from '../support/waiting.ts'

// Where the waiting message is, when it is not where it was.

type Service = Awaited<ReturnType<typeof createService>>

const over = words({ kind: 'search-over' })
const cancelled = words({ kind: 'search-cancelled' })
const anyone = waiting({ isAnyoneFine: true })

/** Their newest message goes, as when they delete it. */
function deletesNewest({ adapter: { chats } }: Service, id: string): void {
  const newest = chats.of(id).at(-1)
  if (newest) chats.carryOut(id, { kind: 'delete', ref: newest.ref })
}

test('a waiting message that came anew, because the earlier one was deleted, is kept true (8.1)', async () => {
  const service = await createService()
  await service.hear(...join('tia'))
  deletesNewest(service, 'tia')
  const before = service.adapter.attempts.length
  await service.hear(tap('tia', { kind: 'widen' }))
  expect(screen(service, 'tia')).toEqual([anyone])
  // The edit that was refused, and what came in its stead: nothing more is said to a message that is gone.
  const tried = service.adapter.attempts.slice(before).map(({ action }) => action.kind)
  expect(tried).toEqual(['edit', 'send'])
  await pass(service, 3 * minute)
  expect(screen(service, 'tia')).toEqual([waiting({ isAnyoneFine: true, waitedMs: 3 * minute })])
  await service.hear(command('tia', 'stop'))
  expect(screen(service, 'tia')).toEqual([over, cancelled])
})

test('an edit of the message of an earlier search that comes to nothing leaves the present one kept true (8.1)', async () => {
  const service = await createService()
  const { adapter } = service
  const release = adapter.hold('tia')
  await service.inbox.receive(join('tia'))
  await service.inbox.receive([command('tia', 'stop'), command('tia', 'find')])
  const perform = adapter.perform.bind(adapter)
  adapter.perform = async (delivery, ...rest) => {
    // They delete the earlier one as soon as it has come.
    if (delivery.action.kind === 'edit' && delivery.to === 'tia')
      adapter.chats.carryOut('tia', { kind: 'delete', ref: delivery.action.ref })
    return perform(delivery, ...rest)
  }
  release()
  await service.rest()
  adapter.perform = perform
  expect(screen(service, 'tia')).toEqual([cancelled, waiting()])
  await pass(service, minute)
  expect(screen(service, 'tia').at(-1)).toContain('You have waited 1 minute.')
})

test('the message under which they tap "anyone is fine" is the one that is kept true, where none is known (8.1)', async () => {
  const service = await createService()
  await service.hear(...join('tia'))
  const at = service.adapter.chats.of('tia').at(-1)?.ref
  // Refused once, though the message is there.
  service.adapter.fail('tia', { kind: 'rejected' })
  await pass(service, 10 * second)
  await service.hear(tap('tia', { kind: 'widen' }, 'telegram', at))
  expect(screen(service, 'tia')).toEqual([anyone])
  await service.hear(command('tia', 'stop'))
  expect(screen(service, 'tia')).toEqual([over, cancelled])
})
