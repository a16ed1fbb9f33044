import type { Ref } from './address.ts'
import type { Change } from './change.ts'
import { endInPlace, openQuestion, outdated, search, tell } from './moves.ts'
import type { Situation } from './situation.ts'

/** "Anyone is fine", while waiting: for this search alone. The waiting message says so from now on. */
export function widen(situation: Situation, on: Ref | undefined): readonly Change[] {
  const { waiting, waitingNotice } = situation
  if (!waiting) return [outdated(situation)]
  const state = { ...waiting, widened: [], isAnyoneFine: true, canWiden: false }
  return [
    ...(waiting.isAnyoneFine ? [] : [{ kind: 'widen-ticket' } as const]),
    { ...tell({ kind: 'waiting', state }, waitingNotice ?? on), mark: 'waiting' },
  ]
}

/** Asked whether to go on looking, they say yes. Where the search has lapsed by then, another one begins. */
export function keepWaiting(situation: Situation, on: Ref | undefined): readonly Change[] {
  const { user, room, waitingSince } = situation
  if (waitingSince !== undefined)
    return [{ kind: 'keep-ticket' }, tell({ kind: 'still-waiting', said: false }, on)]
  return room || openQuestion(user) ? [outdated(situation)] : search()
}

/** Ends the search, if there is one. Nothing that they still see says that it goes on. */
export function stopWaiting({ waitingNotice }: Situation, on?: Ref): readonly Change[] {
  return [
    { kind: 'close-ticket' },
    ...(waitingNotice === undefined || waitingNotice === on ? [] : [endInPlace(waitingNotice)]),
    tell({ kind: 'search-cancelled' }, on),
  ]
}
