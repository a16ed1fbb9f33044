import type { Clock } from '../clock.ts'
import { choosePartner, type Ticket } from '../core/matchmaking.ts'
import type { Log } from '../log.ts'
import type { Pairing, Store } from '../store/store.ts'
import type { Effects } from '../store/write.ts'
import { drawPair } from '../text/pseudonym.ts'
import type { Composer } from './compose.ts'

const retryMs = 1000

export interface Matchmaker extends AsyncDisposable {
  /** Tries every ticket that is new or changed. Call it when there may be one. */
  wake(): void
  readonly busy: boolean
}

/** Pairs those who wait: each pairing is one unit of work that also tells both. */
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

  const pair = (ticket: Ticket, partner: Ticket): Pairing => {
    const pseudonyms = drawPair(deps.random)
    const [own, other] = pseudonyms
    return {
      room: deps.random(2 ** 48 - 1),
      pseudonyms,
      posts: [
        composer.notice(ticket.platform, { kind: 'paired', partner: other }),
        composer.notice(partner.platform, { kind: 'paired', partner: own }),
      ],
    }
  }

  const tryAll = async (): Promise<void> => {
    while (!stopped) {
      const tried = await store.pairNext(choosePartner, pair, clock.now())
      if (!tried) return
      deps.committed(tried)
    }
  }

  const run = async (): Promise<void> => {
    try {
      while (wokenAgain) {
        wokenAgain = false
        await tryAll()
      }
    } catch (error) {
      log.error({ error }, 'Pairing failed and is tried again in a second.')
      clock.after(retryMs, wake)
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
      await running
    },
  }
}
