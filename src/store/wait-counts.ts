import { limits } from '../core/limits.ts'
import type { Ticket } from '../core/matchmaking.ts'
import { typicalWait, waitLength } from '../core/wait-length.ts'
import type { Database } from './database.ts'

const slotMs = 600_000
const slotOf = (time: number): number => Math.floor(time / slotMs)

type Wishes = Pick<Ticket, 'gender' | 'seeking' | 'platformWish'>

const wishOf = ({ gender, seeking, platformWish }: Wishes): string =>
  `${gender} ${seeking} ${platformWish}`

export type WaitCounts = ReturnType<typeof createWaitCounts>

/** How long those who were paired had waited: numbers of people by what they looked for, never who. */
export function createWaitCounts({ query, prepare }: Database) {
  const add = prepare((a: { wish: string; slot: number; bucket: number }) =>
    query
      .insertInto('wait_count')
      .values({ wish: a.wish, slot: a.slot, bucket: a.bucket, value: 1 })
      .onConflict((clash) =>
        clash.doUpdateSet((row) => ({ value: row('wait_count.value', '+', 1) })),
      )
      .compile(),
  )
  const counts = prepare((a: { wish: string; from: number }) =>
    query
      .selectFrom('wait_count')
      .select(({ fn }) => ['bucket as length', fn.sum<number>('value').as('people')])
      .where('wish', '=', a.wish)
      .where('slot', '>=', a.from)
      .groupBy('bucket')
      .compile(),
  )
  const forget = prepare((a: { before: number }) =>
    query.deleteFrom('wait_count').where('slot', '<', a.before).compile(),
  )
  return {
    /** Who has taken anyone in the end has not waited for what they look for then. */
    count(ticket: Ticket, now: number): void {
      if (ticket.widened) return
      const bucket = waitLength(now - ticket.since)
      add.run({ wish: wishOf(ticket), slot: slotOf(now), bucket })
    },
    /** What half of those with these wishes waited at most, of those who were paired within the last hour. */
    typical(wishes: Wishes, now: number): number | undefined {
      const from = slotOf(now - limits.estimateMs) + 1
      return typicalWait(counts.all({ wish: wishOf(wishes), from }), limits.estimateFewest)
    },
    sweep: (now: number): void => void forget.run({ before: slotOf(now - limits.estimateMs) }),
  }
}
