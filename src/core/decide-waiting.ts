import type { Ref } from './address.ts'
import type { Change } from './change.ts'
import { endInPlace, openQuestion, outdated, search, tell } from './moves.ts'
import { emptyPortrait } from './settings.ts'
import type { Situation } from './situation.ts'
import type { HardWishes } from './ticket-kind.ts'
import { waitingStateOf } from './waiting.ts'

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

/** What the ticket knows takes effect in the line at once. */
export const renewed = ({ waitingSince }: Situation): readonly Change[] =>
  waitingSince === undefined ? [] : [{ kind: 'open-ticket' }]

/**
 * They say whom they look for, or where, behind which `screen` stands: it takes effect at once. Whoever says so does not mean any more
 * that anyone is fine, and the waiting message tells what is insisted on again.
 */
export function wishAnew(
  situation: Situation,
  { seeking, platformWish }: Pick<HardWishes, 'seeking' | 'platformWish'>,
  screen: Change,
): readonly Change[] {
  const { waiting, waitingSince, waitingNotice, now, portrait = emptyPortrait } = situation
  if (waiting?.isAnyoneFine !== true || waitingSince === undefined)
    return [...renewed(situation), screen]
  const state = waitingStateOf({
    waitedMs: Math.max(0, now - waitingSince),
    seeking,
    platformWish,
    hasInterests: portrait.interests.length > 0,
    isAnyoneFine: false,
    looking: waiting.looking,
    // What others with these wishes have waited is told with the next refresh.
    typicalMs: undefined,
  })
  return [
    { kind: 'narrow-ticket' },
    screen,
    ...(waitingNotice === undefined
      ? []
      : [{ ...tell({ kind: 'waiting', state }, waitingNotice), mark: 'in-place' } as const]),
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
