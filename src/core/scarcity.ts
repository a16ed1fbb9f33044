import type { Scarce } from './matchmaking.ts'
import { type Gender, soughtIn } from './profile.ts'
import { seeks, type TicketKind, wishesOf } from './ticket-kind.ts'

const countable = ['woman', 'man', 'other'] as const satisfies readonly Gender[]

/** Whom a kind looks for, where it looks for one gender and no other. */
const wantedAlone = new Map<TicketKind, Gender | undefined>()

function onlyWantedBy(kind: TicketKind): Gender | undefined {
  if (!wantedAlone.has(kind)) {
    const { seeking } = wishesOf(kind)
    const isOne = soughtIn(seeking).length === 1
    wantedAlone.set(kind, isOne ? countable.find((gender) => seeks(seeking, gender)) : undefined)
  }
  return wantedAlone.get(kind)
}

/** Those for whom more people wait who look for them alone than there are of them in the line. */
export function scarceAmong(waiting: ReadonlyMap<TicketKind, number>): Scarce {
  const wanting = new Map<Gender, number>()
  const present = new Map<Gender, number>()
  const add = (to: Map<Gender, number>, gender: Gender, count: number): void =>
    void to.set(gender, (to.get(gender) ?? 0) + count)
  for (const [kind, count] of waiting) {
    add(present, wishesOf(kind).gender, count)
    const wanted = onlyWantedBy(kind)
    if (wanted) add(wanting, wanted, count)
  }
  return new Set(
    countable.filter((gender) => (wanting.get(gender) ?? 0) > (present.get(gender) ?? 0)),
  )
}
