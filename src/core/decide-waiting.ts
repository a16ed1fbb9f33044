import type { Ref } from './address.ts'
import type { Change } from './change.ts'
import { cancelInPlace, openQuestion, tell } from './moves.ts'
import type { Situation } from './situation.ts'

/** "Anyone is fine", while waiting: for this search alone. The waiting message says so from now on. */
export function widen(
  { user, waiting, waitingNotice }: Situation,
  on: Ref | undefined,
): readonly Change[] {
  if (!waiting) return [tell(openQuestion(user) ?? { kind: 'old-button' })]
  const state = { ...waiting, widened: [], isAnyoneFine: true, canWiden: false }
  return [
    ...(waiting.isAnyoneFine ? [] : [{ kind: 'widen-ticket' } as const]),
    { ...tell({ kind: 'waiting', state }, waitingNotice ?? on), mark: 'waiting' },
  ]
}

/** Asked whether to go on looking, they say yes. */
export function keepWaiting(
  { user, waitingSince }: Situation,
  on: Ref | undefined,
): readonly Change[] {
  if (waitingSince === undefined) return [tell(openQuestion(user) ?? { kind: 'old-button' })]
  return [{ kind: 'keep-ticket' }, tell({ kind: 'still-waiting', said: false }, on)]
}

/** Ends the search, if there is one. Nothing that they still see says that it goes on. */
export function stopWaiting({ waitingNotice }: Situation, on?: Ref): readonly Change[] {
  return [
    { kind: 'close-ticket' },
    ...(waitingNotice === undefined || waitingNotice === on ? [] : [cancelInPlace(waitingNotice)]),
    tell({ kind: 'search-cancelled' }, on),
  ]
}
