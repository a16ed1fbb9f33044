import type { Scarce } from './matchmaking.ts'
import { type Gender, seekings, soughtIn } from './profile.ts'
import { seeks, type TicketKind, wishesOf } from './ticket-kind.ts'

const countable = ['woman', 'man', 'other'] as const satisfies readonly Gender[]

/** Whom a wish is for, where it is for one gender and no other. */
const wantedAlone = new Map(
  seekings
    .filter((seeking) => soughtIn(seeking).length === 1)
    .map((seeking) => [seeking, countable.find((gender) => seeks(seeking, gender))]),
)

/** Those for whom more people wait who look for them alone than there are of them in the line. */
export function scarceAmong(waiting: ReadonlyMap<TicketKind, number>): Scarce {
  const wanting = new Map<Gender, number>()
  const present = new Map<Gender, number>()
  const add = (to: Map<Gender, number>, gender: Gender, count: number): void =>
    void to.set(gender, (to.get(gender) ?? 0) + count)
  for (const [kind, count] of waiting) {
    const { gender, seeking } = wishesOf(kind)
    add(present, gender, count)
    const wanted = wantedAlone.get(seeking)
    if (wanted) add(wanting, wanted, count)
  }
  return new Set(
    countable.filter((gender) => (wanting.get(gender) ?? 0) > (present.get(gender) ?? 0)),
  )
}
