import type { Clock } from '../clock.ts'
import { choosePartner } from '../core/matchmaking.ts'
import type { Log } from '../log.ts'
import type { PairingPlan, Store } from '../store/store.ts'
import type { Effects } from '../store/write.ts'
import { drawPair } from '../text/pseudonym.ts'
import type { Composer } from './compose.ts'
import { createRounds } from './rounds.ts'

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
  const plan = (): PairingPlan => ({
    now: clock.now(),
    most: triedAtOnce,
    choose: choosePartner,
    draw: () => ({ room: deps.random(2 ** 48 - 1), pseudonyms: drawPair(deps.random) }),
    announce: (card, to) => composer.notice(to, { kind: 'paired', card }),
  })

  const tryAll = async (isOver: () => boolean): Promise<number | undefined> => {
    for (;;) {
      const { more, nextDueAt, troubles, ...effects } = await store.pairDue(plan())
      for (const error of troubles)
        log.error(
          { error },
          'Somebody who waits could not be paired and is tried again in a second.',
        )
      deps.committed(effects)
      // Time has passed meanwhile.
      const isDue = more || (nextDueAt !== undefined && nextDueAt <= clock.now())
      if (!isDue || isOver()) return nextDueAt
    }
  }

  return createRounds(clock, tryAll, (error) => {
    log.error({ error }, 'Pairing failed and is tried again in a second.')
  })
}
