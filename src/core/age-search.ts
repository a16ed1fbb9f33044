import type { Change } from './change.ts'
import { endInPlace, tell } from './moves.ts'
import type { Situation } from './situation.ts'

/** The waiting message as it would read now. */
export function bringUpToDate({ waiting, waitingNotice }: Situation): readonly Change[] {
  if (!waiting || waitingNotice === undefined) return []
  return [{ ...tell({ kind: 'waiting', state: waiting }, waitingNotice), mark: 'in-place' }]
}

/** Of somebody of whom nothing has been heard for a while. */
export function askWhetherThere({ now, waitingSince }: Situation): readonly Change[] {
  if (waitingSince === undefined) return []
  const notice = { kind: 'ask-still-there', waitedMs: now - waitingSince } as const
  // What they type next answers this, and no question that was put before.
  return [{ kind: 'drop-prompt' }, { ...tell(notice), mark: 'still-there' }]
}

/** Of somebody who has not answered that. */
export function endSearch({ waitingSince, waitingNotice }: Situation): readonly Change[] {
  if (waitingSince === undefined) return []
  return [
    { kind: 'close-ticket' },
    ...(waitingNotice === undefined ? [] : [endInPlace(waitingNotice)]),
    tell({ kind: 'search-lapsed' }),
  ]
}
