import type { Clock } from '../clock.ts'
import { choosePartner } from '../core/matchmaking.ts'
import type { Log } from '../log.ts'
import type { PairingPlan, Store } from '../store/store.ts'
import type { Effects } from '../store/write.ts'
import { drawPair } from '../text/pseudonym.ts'
import type { Composer } from './compose.ts'

const retryMs = 1000
/** A few milliseconds of work. */
const triedAtOnce = 32

export interface Matchmaker extends AsyncDisposable {
  /** Tries every ticket that is due. Call it when one is new or changed; it looks by itself when a wish gives way. */
  wake(): void
  readonly busy: boolean
}

/** Pairs those who wait, some tickets in each unit of work, which also tells those who have met. */
export function createMatchmaker(deps: {
  readonly store: Store
  readonly composer: Composer
  readonly clock: Clock
  readonly log: Log
  /** Random integers in [0, below). */
  readonly random: (below: number) => number
  readonly committed: (effects: Effects) => void
}): Matchmaker {
  const { store, composer, clock, log } = deps
  let wokenAgain = false
  let stopped = false
  let running: Promise<void> | undefined
  let cancelTimer = (): void => {}

  const plan = (): PairingPlan => ({
    now: clock.now(),
    most: triedAtOnce,
    choose: choosePartner,
    draw: () => ({ room: deps.random(2 ** 48 - 1), pseudonyms: drawPair(deps.random) }),
    announce: (card, to) => composer.notice(to, { kind: 'paired', card }),
  })

  const tryAll = async (): Promise<void> => {
    while (!stopped) {
      const { more, nextDueAt, troubles, ...effects } = await store.pairDue(plan())
      for (const error of troubles)
        log.error(
          { error },
          'Somebody who waits could not be paired and is tried again in a minute.',
        )
      deps.committed(effects)
      // Time has passed meanwhile.
      if (more || (nextDueAt !== undefined && nextDueAt <= clock.now())) continue
      cancelTimer()
      if (nextDueAt !== undefined) wakeAt(nextDueAt)
      return
    }
  }

  const wakeAt = (at: number): void => {
    cancelTimer()
    cancelTimer = clock.after(Math.max(0, at - clock.now()), wake)
  }

  const run = async (): Promise<void> => {
    try {
      while (wokenAgain && !stopped) {
        wokenAgain = false
        await tryAll()
      }
    } catch (error) {
      log.error({ error }, 'Pairing failed and is tried again in a second.')
      wakeAt(clock.now() + retryMs)
    } finally {
      running = undefined
    }
  }

  const wake = (): void => {
    if (stopped) return
    wokenAgain = true
    running ??= run()
  }

  return {
    wake,
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
