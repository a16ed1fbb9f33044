import type { Clock } from '../clock.ts'
import { askWhetherThere, bringUpToDate, endSearch } from '../core/age-search.ts'
import type { Change } from '../core/change.ts'
import { limits } from '../core/limits.ts'
import type { Situation } from '../core/situation.ts'
import type { Log } from '../log.ts'
import type { AttendBudget, Store } from '../store/store.ts'
import type { Effects, Write } from '../store/write.ts'
import type { Composer } from './compose.ts'

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
  let stopped = false
  let dueAgain = false
  let running: Promise<void> | undefined
  let restsUntil = -Infinity
  let timerAt = Infinity
  let cancelTimer = (): void => {}

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
  const tellDue = async (): Promise<void> => {
    if (clock.now() < restsUntil) return wakeAt(restsUntil)
    let most = perSecond
    while (!stopped) {
      const { left, nextAt, troubles, ...effects } = await store.attend({
        ...judges,
        now: clock.now(),
        most,
      })
      for (const error of troubles)
        log.error({ error }, 'Somebody who waits could not be told how it stands.')
      deps.committed(effects)
      restsUntil = clock.now() + secondMs
      const isDue = nextAt !== undefined && nextAt <= clock.now()
      if (isDue && left.edits > 0 && left.questions > 0) {
        most = left
        continue
      }
      if (nextAt !== undefined) wakeAt(Math.max(nextAt, restsUntil))
      return
    }
  }

  const run = async (): Promise<void> => {
    try {
      while (dueAgain && !stopped) {
        dueAgain = false
        await tellDue()
      }
    } catch (error) {
      log.error({ error }, 'Those who wait could not be told how it stands; it is tried again.')
      wakeAt(clock.now() + secondMs)
    } finally {
      running = undefined
    }
  }

  const start = (): void => {
    if (stopped) return
    dueAgain = true
    running ??= run()
  }

  const wakeAt = (at: number): void => {
    if (stopped || at >= timerAt) return
    cancelTimer()
    timerAt = at
    cancelTimer = clock.after(Math.max(0, at - clock.now()), () => {
      timerAt = Infinity
      start()
    })
  }

  // What an earlier run was due to tell.
  start()
  return {
    wake: () => wakeAt(clock.now() + Math.min(...limits.waitingRefreshMs)),
    get busy() {
      return running !== undefined
    },
    async [Symbol.asyncDispose]() {
      stopped = true
      cancelTimer()
      await running
    },
  }
}
