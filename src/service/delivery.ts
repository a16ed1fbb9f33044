import type { Adapter } from '../adapter.ts'
import type { Clock } from '../clock.ts'
import { platforms, type Platform } from '../core/platform.ts'
import type { UserId } from '../core/room.ts'
import { must } from '../lib/must.ts'
import type { Log } from '../log.ts'
import type { MediaWorks } from '../media/media.ts'
import type { Admit, Claimed, Head, Outcome, Store } from '../store/store.ts'
import { DatabaseFailure } from '../store/store-error.ts'
import type { Effects } from '../store/write.ts'
import { attempt, type Attempted } from './attempt.ts'
import type { Composer } from './compose.ts'
import { createHolds, type Pass } from './holds.ts'

const databaseRetryMs = 500
/** So long a stopping process waits for answers before it gives requests up to "unknown". */
const patienceMs = 8000

export interface Delivery extends AsyncDisposable {
  /** These lanes may have something to deliver. */
  wake(lanes: Iterable<UserId>): void
  /** The platform has been lost or found again. */
  connected(platform: Platform, isConnected: boolean): void
  /** Whether anything is being claimed, sent or recorded. */
  readonly busy: boolean
}

/**
 * Empties the outbox: lane by lane, in order, one request of a lane at a time. A lane that must wait holds up nobody else. Created
 * with what an earlier run left waiting already under way.
 */
export function createDelivery(deps: {
  readonly store: Store
  readonly media: MediaWorks
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
  const ending = new AbortController()
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
      if (stopping) return
      queue.delete(lane)
      active.add(lane)
      timers.get(lane)?.()
      timers.delete(lane)
      void drain(lane)
    }
  }

  /** Delivers until the lane is empty or has to wait. */
  const drain = async (lane: UserId): Promise<void> => {
    const pass = holds.pass()
    // A stopping process begins nothing.
    const admit: Admit = (platform) => !stopping && pass.admit(platform)
    try {
      let step = await store.claim(lane, admit, clock.now())
      deps.committed(step)
      while (step.next.kind === 'claimed') {
        step = await deliver(step.next.claimed, admit, pass)
        deps.committed(step)
      }
      wait(lane, step.next)
    } catch (error) {
      if (stopping) return
      log.error({ error }, 'The outbox could not be read and is tried again.')
      later(lane, databaseRetryMs)
    } finally {
      pass.leave()
      active.delete(lane)
      if (wokenMeanwhile.delete(lane)) queue.add(lane)
      fill()
      if (active.size === 0) idle?.()
    }
  }

  const deliver = async (
    claimed: Claimed,
    admit: Admit,
    pass: Pass,
  ): ReturnType<Store['record']> => {
    const signals = { ending: ending.signal, impatience: impatience.signal }
    const attempted = await attempt(claimed, deps, signals, pass)
    // Cut off by ourselves: it stays on record as under way, and the next start knows what that means.
    if (impatience.signal.aborted && attempted.outcome.kind === 'unknown')
      throw new Error('a delivery was cut off by the end of the process')
    heed(claimed.platform, attempted)
    return recordUntilTaken(claimed, attempted.outcome, admit)
  }

  /** Where a repeat is harmless one is risked now and then: requests may be answered although the connection is gone. */
  const doubtMs = (platform: Platform): number => {
    const { afterUnknown } = must(deps.adapters.get(platform), 'an adapter was asked').capabilities
    return afterUnknown.kind === 'repeat-by-key' ? afterUnknown.windowMs : Infinity
  }

  /** What one answer says about the whole platform. */
  const heed = (platform: Platform, { outcome, hold }: Attempted): void => {
    if (outcome.kind === 'unknown') holds.doubt(platform, clock.now() + doubtMs(platform))
    // What is the matter with a file says nothing of the platform.
    const isAnswer = outcome.kind !== 'dead' || typeof outcome.why === 'string'
    if (['delivered', 'dead', 'gone'].includes(outcome.kind) && isAnswer) holds.trust(platform)
    if (hold) holds.hold(platform, hold.untilMs)
    if (hold?.problem !== undefined) deps.halted(platform, hold.problem)
  }

  /** What a platform has answered is known only here until it is recorded: the database is asked until it takes it. */
  const recordUntilTaken: (
    claimed: Claimed,
    outcome: Outcome,
    admit: Admit,
  ) => ReturnType<Store['record']> = async (claimed, outcome, admit) => {
    for (;;) {
      try {
        return await store.record(claimed, outcome, admit, clock.now())
      } catch (error) {
        if (stopping || !(error instanceof DatabaseFailure)) throw error
        log.error({ error }, 'What came of a delivery could not be recorded and is tried again.')
        await new Promise<void>((resolve) => clock.after(databaseRetryMs, resolve))
      }
    }
  }

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

  for (const platform of platforms) {
    if (!deps.adapters.has(platform)) holds.hold(platform, Infinity)
  }
  wake(store.busyLanes().map(({ lane }) => lane))

  return {
    wake,
    connected: (platform, isConnected) => holds.connected(platform, isConnected),
    get busy() {
      return active.size > 0 || queue.size > 0
    },
    /** Takes no new request; those under way are waited for and recorded. */
    async [Symbol.asyncDispose]() {
      stopping = true
      ending.abort()
      for (const cancel of timers.values()) cancel()
      holds.cancel()
      const cancelPatience = clock.after(patienceMs, () => impatience.abort())
      if (active.size > 0) await new Promise<void>((resolve) => (idle = resolve))
      cancelPatience()
    },
  }
}
