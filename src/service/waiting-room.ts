import type { Clock } from '../clock.ts'
import { askWhetherThere, bringUpToDate, endSearch } from '../core/age-search.ts'
import type { Change } from '../core/change.ts'
import { limits } from '../core/limits.ts'
import type { Situation } from '../core/situation.ts'
import type { Log } from '../log.ts'
import type { AttendBudget, Store } from '../store/store.ts'
import type { Effects, Write } from '../store/write.ts'
import type { Composer } from './compose.ts'
import { createRounds } from './rounds.ts'

const secondMs = 1000

export interface WaitingRoom extends AsyncDisposable {
  /** Somebody has begun to wait. */
  wake(): void
  readonly busy: boolean
}

/**
 * Tells those who wait how it stands, asks those of whom nothing is heard, and ends the search of who does not answer. All together are
 * told so much a second at most, so that no platform is flooded; whoever has been due for longest comes first.
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
  const perSecond = deps.perSecond ?? {
    edits: limits.waitingEditsPerSecond,
    questions: limits.waitingQuestionsPerSecond,
  }
  let restsUntil = -Infinity

  const judge =
    (changesFor: (situation: Situation) => readonly Change[]) =>
    (situation: Situation): readonly Write[] =>
      situation.user ? composer.compose(changesFor(situation), situation.user, undefined) : []
  const judges = {
    refresh: judge(bringUpToDate),
    ask: judge(askWhetherThere),
    endSearch: judge(endSearch),
  }

  /** Bite by bite, until nothing is due or the second's share is told. */
  const tellDue = async (isOver: () => boolean): Promise<number | undefined> => {
    if (clock.now() < restsUntil) return restsUntil
    let most = perSecond
    for (;;) {
      const plan = { ...judges, now: clock.now(), most }
      const { left, nextAt, troubles, ...effects } = await store.attend(plan)
      for (const error of troubles)
        log.error({ error }, 'Somebody who waits could not be told how it stands.')
      deps.committed(effects)
      restsUntil = clock.now() + secondMs
      const isDue = nextAt !== undefined && nextAt <= clock.now()
      if (!isDue || isOver() || left.edits === 0 || left.questions === 0)
        return nextAt === undefined ? undefined : Math.max(nextAt, restsUntil)
      most = left
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
