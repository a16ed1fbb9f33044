import { expect, test } from 'vitest'
import { limits } from '../../src/core/limits.ts'
import type { Tap } from '../../src/core/notice.ts'
import { newestTap } from '../support/buttons.ts'
import { type Parting, parting, passes } from '../support/parting.ts'
import { answers, command, tap } from '../support/service.ts'

const thumb = (again: Tap): Tap => ({
  kind: 'rate',
  room: again.kind === 'again' ? again.room : 0,
  isUp: true,
})

/** What the other one may do after the room, none of which is to be seen. */
const wishless: readonly (readonly [string, (made: Parting) => Promise<void>])[] = [
  [
    'blocks',
    async ({ service }) => {
      await service.hear(command('dan', 'block'))
      await service.hear(tap('dan', newestTap(service.adapter, 'dan', 'confirm-block')))
    },
  ],
  ['is forgotten', ({ service }) => service.hear(tap('dan', { kind: 'confirm-forget' }))],
  ['is under age', ({ service }) => service.hear(tap('dan', { kind: 'age', adult: false }))],
  ['rates', ({ service, again }) => service.hear(tap('dan', thumb(again)))],
  [
    'blocks and wishes for it',
    async ({ service, again }) => {
      await service.hear(command('dan', 'block'))
      await service.hear(tap('dan', newestTap(service.adapter, 'dan', 'confirm-block')))
      await service.hear(tap('dan', again))
    },
  ],
  [
    'chats and wishes for it',
    async ({ service, again }) => {
      await service.hear(...answers('eve'), command('dan', 'find'))
      await service.hear(tap('dan', again))
    },
  ],
]
const wishful: typeof wishless = [
  [
    'wishes for it and blocks',
    async ({ service, again }) => {
      await service.hear(tap('dan', again), command('dan', 'block'))
      await service.hear(tap('dan', newestTap(service.adapter, 'dan', 'confirm-block')))
    },
  ],
  [
    'wishes for it and is forgotten',
    async ({ service, again }) =>
      service.hear(tap('dan', again), tap('dan', { kind: 'confirm-forget' })),
  ],
  [
    'wishes for it and is under age',
    async ({ service, again }) =>
      service.hear(tap('dan', again), tap('dan', { kind: 'age', adult: false })),
  ],
  [
    'wishes for it and blocks the bot',
    async ({ service, again }) => {
      await service.hear(tap('dan', again))
      const { sender } = tap('dan', again)
      await service.hear({
        sender,
        seenKey: 'gone',
        position: undefined,
        event: { kind: 'blocked' },
      })
    },
  ],
]

/** Everything that Tia is asked and told, whatever she does with the buttons, early and late. */
async function transcript(
  deed: (made: Parting) => Promise<void>,
  isFirst: boolean,
): Promise<readonly unknown[]> {
  const made = await parting()
  const { service, again } = made
  const up = thumb(again)
  if (isFirst) await service.hear(tap('tia', again))
  await deed(made)
  if (isFirst) await service.hear(tap('tia', up))
  await service.hear(tap('tia', again))
  await service.hear(tap('tia', up), tap('tia', again), tap('tia', up))
  await passes(service, 16 * 60_000)
  await service.hear(tap('tia', up), tap('tia', again))
  await passes(service, limits.pastRoomMs)
  await service.hear(tap('tia', again))
  return service.adapter.attempts.filter(({ to }) => to === 'tia').map(({ action }) => action)
}

test.each([true, false])(
  'whatever the other one does, nothing of it shows (7.3), if she wishes first: %s',
  async (isFirst) => {
    const nothing = await transcript(async () => {}, isFirst)
    expect(nothing.length).toBeGreaterThan(10)
    for (const [name, deed] of [...wishless, ...(isFirst ? [] : wishful)])
      expect([name, await transcript(deed, isFirst)]).toEqual([name, nothing])
  },
)
