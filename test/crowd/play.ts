import { schedule } from '../../src/core/schedule.ts'
import { must } from '../../src/lib/must.ts'
import { Checker, type Kept } from './checker.ts'
import { eventsOf, type Somebody } from './events-of.ts'
import type { Sequence, Turn } from './sequence.ts'
import type { Stage } from './stage.ts'

export interface Played {
  /** Everything that was not as it has to be; the sequence was left at the first of it. */
  readonly troubles: readonly string[]
  readonly kept: Kept
  readonly deeds: number
}

/** Longer than anything is insisted on. */
const untilNothingIsInsistedOnMs = Math.max(...Object.values(schedule).map((s) => s.forMs)) + 1000

/** One crowd on the stage, and everybody gone in the end. After trouble the stage is of no more use. */
export async function play(stage: Stage, { people, isPrompt, turns }: Sequence): Promise<Played> {
  const { clock, witness } = stage
  const crowd = stage.newCrowd()
  const somebodies = people.map((person, i): Somebody => ({ ...person, id: `${crowd}-${i}` }))
  const identity = ({ platform, id }: Somebody): Buffer => stage.identityOf(`${platform} ${id}`)
  const checker = new Checker(
    new Map(somebodies.map((each) => [`${each.platform} ${each.id}`, identity(each)])),
  )
  let followed = witness.facts.length
  let deeds = 0

  const look = (hasPaired: boolean): readonly string[] => {
    const facts = witness.facts.slice(followed)
    followed = witness.facts.length
    const now = clock.now()
    const isRetrying = now - witness.pairingFailedAt <= 1000
    return [
      ...witness.errors.splice(0).map((error) => `our code fails: ${error}`),
      ...checker.troubles(stage.records, facts, now, hasPaired && !isRetrying),
    ]
  }

  const happen = async (turn: Turn): Promise<void> => {
    await stage.pass(turn.afterMs)
    const batch = turn.moves.flatMap(({ who, deed, fails }) => {
      const somebody = must(somebodies[who % somebodies.length], 'there are people')
      const roomAt = (at: number): number | undefined => {
        const rooms = stage.records.roomsOf(identity(somebody))
        return rooms[at % rooms.length]
      }
      const events = eventsOf(somebody, deed, roomAt, stage.newKey)
      const last = events.at(-1)?.seenKey
      if (fails && last !== undefined) witness.failing.add(last)
      return events
    })
    deeds += batch.length
    witness.pairingFails = turn.pairingFails
    if (turn.pairs === 'first') stage.pair()
    const received = stage.receive(batch, turn.cut)
    if (turn.pairs === 'last') stage.pair()
    await received
    // Whoever was cut off looks again at its start; otherwise once more changes nothing.
    if (turn.pairs === 'last' && turn.cut !== 'none') await stage.setPrompt(isPrompt)
    witness.pairingFails = false
    if (turn.sweeps) await stage.sweep()
  }

  const act = async (): Promise<readonly string[]> => {
    await stage.setPrompt(isPrompt)
    for (const turn of turns) {
      await happen(turn)
      const hasPaired = isPrompt || (turn.pairs === 'last' && turn.cut === 'none')
      const troubles = look(hasPaired)
      if (troubles.length > 0) return troubles
    }
    await stage.setPrompt(true)
    await stage.pass(untilNothingIsInsistedOnMs)
    const troubles = look(true)
    if (troubles.length > 0) return troubles
    stage.records.disperse()
    const left = stage.records.leftInLine()
    return left > 0 ? [`${left} rows are left of an empty line`] : []
  }

  const troubles = await act()
  return { troubles, kept: checker.kept, deeds }
}
