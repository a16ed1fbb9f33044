import type { Clock } from '../clock.ts'
import { askWhetherThere, bringUpToDate, endSearch } from '../core/age-search.ts'
import type { Change } from '../core/change.ts'
import { limits } from '../core/limits.ts'
import type { Situation } from '../core/situation.ts'
import type { Log } from '../log.ts'
import type { AttendBudget, Store } from '../store/store.ts'
import type { Effects, Write } from '../store/write.ts'
import type { Composer } from './compose.ts'
import { createPace, type Pace } from './pace.ts'
import { createRounds } from './rounds.ts'

export interface WaitingRoom extends AsyncDisposable {
  /** Somebody has begun to wait. */
  wake(): void
  readonly busy: boolean
}

/**
 * Tells those who wait how it stands, asks those of whom nothing is heard, and ends the search of who does not answer. Of edits and of
 * questions so many go out in a second, so that no platform is flooded; whoever has been due for longest comes first.
 */
export function createWaitingRoom(deps: {
  readonly store: Store
  readonly composer: Composer
  readonly clock: Clock
  readonly log: Log
  readonly committed: (effects: Effects) => void
  readonly perSecond?: AttendBudget
}): WaitingRoom {
  const { store, composer, clock, log } = deps
  const edits = createPace(deps.perSecond?.edits ?? limits.waitingEditsPerSecond)
  const questions = createPace(deps.perSecond?.questions ?? limits.waitingQuestionsPerSecond)

  const judge =
    (changesFor: (situation: Situation) => readonly Change[]) =>
    (situation: Situation): readonly Write[] =>
      situation.user ? composer.compose(changesFor(situation), situation.user, undefined) : []
  const judges = {
    refresh: judge(bringUpToDate),
    ask: judge(askWhetherThere),
    endSearch: judge(endSearch),
  }

  /** Who is due for something has their turn when there is something left of all that it takes. */
  const turnAt = (due: number | undefined, now: number, ...takes: readonly Pace[]): number =>
    due === undefined ? Infinity : Math.max(due, ...takes.map((pace) => pace.readyAt(now)))

  /** Bite by bite, until it is nobody's turn. */
  const tellDue = async (isOver: () => boolean): Promise<number | undefined> => {
    for (;;) {
      const at = clock.now()
      const most = { edits: edits.left(at), questions: questions.left(at) }
      const plan = { ...judges, now: at, most }
      const { left, nextAt, troubles, ...effects } = await store.attend(plan)
      for (const error of troubles)
        log.error({ error }, 'Somebody who waits could not be told how it stands.')
      deps.committed(effects)
      const now = clock.now()
      edits.spend(most.edits - left.edits, now)
      questions.spend(most.questions - left.questions, now)
      const next = Math.min(
        turnAt(nextAt.refresh, now, edits),
        turnAt(nextAt.ask, now, questions),
        turnAt(nextAt.endSearch, now, edits, questions),
      )
      if (next > now || isOver()) return next === Infinity ? undefined : next
    }
  }

  const rounds = createRounds(clock, tellDue, (error) => {
    log.error({ error }, 'Those who wait could not be told how it stands; it is tried again.')
  })
  // What an earlier run was due to tell.
  rounds.wake()
  return {
    wake: () => rounds.wakeAt(clock.now() + Math.min(...limits.waitingRefreshMs)),
    get busy() {
      return rounds.busy
    },
    [Symbol.asyncDispose]: () => rounds[Symbol.asyncDispose](),
  }
}
