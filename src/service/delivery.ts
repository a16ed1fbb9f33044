import type { Adapter } from '../adapter.ts'
import type { Clock } from '../clock.ts'
import type { Platform } from '../core/platform.ts'
import type { UserId } from '../core/room.ts'
import type { Log } from '../log.ts'
import type { Claimed, Head, Store } from '../store/store.ts'
import type { Effects } from '../store/write.ts'
import { attempt, type Attempted } from './attempt.ts'
import type { Composer } from './compose.ts'
import { createHolds } from './holds.ts'

/** So many requests are under way at once; further lanes wait their turn. */
const mostInFlight = 64
const databaseRetryMs = 500
/** So long a stopping process waits for answers before it gives requests up to "unknown". */
const patienceMs = 8000

export interface Delivery extends AsyncDisposable {
  /** These lanes may have something to deliver. */
  wake(lanes: Iterable<UserId>): void
  /** Whether anything is being claimed, sent or recorded. */
  readonly busy: boolean
}

/**
 * Empties the outbox: lane by lane, in order, one request of a lane at a time. A lane that must wait holds up nobody else. Created
 * with what an earlier run left waiting already under way.
 */
export function createDelivery(deps: {
  readonly store: Store
  readonly adapters: ReadonlyMap<Platform, Adapter>
  readonly composer: Composer
  readonly clock: Clock
  readonly log: Log
  /** In [0, 1). */
  readonly jitter: () => number
  readonly committed: (effects: Effects) => void
  /** A platform takes nothing any more; `problem` says why. */
  readonly halted: (platform: Platform, problem: string) => void
}): Delivery {
  const { store, clock, log } = deps
  const active = new Set<UserId>()
  const wokenMeanwhile = new Set<UserId>()
  const queue = new Set<UserId>()
  const timers = new Map<UserId, () => void>()
  const impatience = new AbortController()
  let stopping = false
  let idle: (() => void) | undefined

  const holds = createHolds(clock, (lanes) => wake(lanes))

  const wake = (lanes: Iterable<UserId>): void => {
    for (const lane of lanes) {
      if (active.has(lane)) wokenMeanwhile.add(lane)
      else queue.add(lane)
    }
    fill()
  }

  const fill = (): void => {
    for (const lane of queue) {
      if (stopping || active.size >= mostInFlight) return
      queue.delete(lane)
      active.add(lane)
      timers.get(lane)?.()
      timers.delete(lane)
      void drain(lane)
    }
  }

  /** Delivers until the lane is empty or has to wait. */
  const drain = async (lane: UserId): Promise<void> => {
    try {
      let { next, ...effects } = await store.claim(lane, platformsHeld(), clock.now())
      deps.committed({ ...effects })
      while (next.kind === 'claimed') {
        const attempted = await attempt(next.claimed, deps, impatience.signal)
        ;({ next, ...effects } = await recordUntilTaken(next.claimed, attempted))
        deps.committed(effects)
      }
      wait(lane, next)
    } catch (error) {
      log.error({ error }, 'The outbox could not be read and is tried again.')
      later(lane, databaseRetryMs)
    } finally {
      active.delete(lane)
      if (wokenMeanwhile.delete(lane)) queue.add(lane)
      fill()
      if (active.size === 0) idle?.()
    }
  }

  /** What a platform has answered is known only here until it is recorded: the database is asked until it takes it. */
  const recordUntilTaken = async (claimed: Claimed, attempted: Attempted) => {
    const { outcome, hold } = attempted
    if (hold) holds.hold(claimed.platform, hold.untilMs)
    if (hold?.problem !== undefined) deps.halted(claimed.platform, hold.problem)
    for (;;) {
      try {
        return await store.record(claimed, outcome, platformsHeld(), clock.now())
      } catch (error) {
        if (stopping) throw error
        log.error({ error }, 'What came of a delivery could not be recorded and is tried again.')
        await new Promise<void>((resolve) => clock.after(databaseRetryMs, resolve))
      }
    }
  }

  /** A stopping process begins nothing. */
  const platformsHeld = (): ReadonlySet<Platform> => holds.held(stopping)

  const wait = (lane: UserId, next: Exclude<Head, { kind: 'claimed' }>): void => {
    switch (next.kind) {
      case 'empty':
        return
      case 'not-yet':
        later(lane, next.dueAt - clock.now())
        return
      case 'held':
        holds.park(next.platform, lane)
        return
    }
  }

  const later = (lane: UserId, delayMs: number): void => {
    timers.get(lane)?.()
    timers.set(
      lane,
      clock.after(delayMs, () => {
        timers.delete(lane)
        wake([lane])
      }),
    )
  }

  for (const { platform } of store.busyLanes()) {
    if (!deps.adapters.has(platform)) holds.hold(platform, Infinity)
  }
  wake(store.busyLanes().map(({ lane }) => lane))

  return {
    wake,
    get busy() {
      return active.size > 0 || queue.size > 0
    },
    /** Takes no new request; those under way are waited for and recorded. */
    async [Symbol.asyncDispose]() {
      stopping = true
      for (const cancel of timers.values()) cancel()
      holds.cancel()
      const cancelPatience = clock.after(patienceMs, () => impatience.abort())
      if (active.size > 0) await new Promise<void>((resolve) => (idle = resolve))
      cancelPatience()
    },
  }
}
