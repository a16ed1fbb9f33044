import type { Scarce } from './matchmaking.ts'
import { type Gender, soughtIn } from './profile.ts'
import { seeks, type TicketKind, wishesOf } from './ticket-kind.ts'

const countable = ['woman', 'man', 'other'] as const satisfies readonly Gender[]

/** Those for whom more people wait who look for them alone than there are of them in the line. */
export function scarceAmong(waiting: ReadonlyMap<TicketKind, number>): Scarce {
  const kinds = [...waiting].map(([kind, count]) => ({ ...wishesOf(kind), count }))
  const sum = (of: (kind: (typeof kinds)[number]) => boolean): number =>
    kinds.filter(of).reduce((total, { count }) => total + count, 0)
  return new Set(
    countable.filter((gender) => {
      const wanting = sum(({ seeking }) => soughtIn(seeking).length === 1 && seeks(seeking, gender))
      return wanting > sum((kind) => kind.gender === gender)
    }),
  )
}
