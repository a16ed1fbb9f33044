import type { Clock } from '../clock.ts'
import { platforms, type Platform } from '../core/platform.ts'
import type { UserId } from '../core/room.ts'

export interface Holds {
  /** Nothing goes to the platform until then; `Infinity` until the process ends. The longest hold counts. */
  hold(platform: Platform, until: number): void
  held(all: boolean): ReadonlySet<Platform>
  /** The lane is released with its platform. */
  park(platform: Platform, lane: UserId): void
  cancel(): void
}

/** Platforms that take nothing for a while, and the lanes that wait for them. */
export function createHolds(clock: Clock, release: (lanes: Iterable<UserId>) => void): Holds {
  const until = new Map<Platform, number>()
  const parked = new Map<Platform, Set<UserId>>(platforms.map((platform) => [platform, new Set()]))
  const timers = new Map<Platform, () => void>()
  const everything: ReadonlySet<Platform> = new Set(platforms)

  const end = (platform: Platform): void => {
    until.delete(platform)
    timers.delete(platform)
    const lanes = parked.get(platform) ?? new Set()
    parked.set(platform, new Set())
    release(lanes)
  }

  return {
    hold(platform, time) {
      if (time <= (until.get(platform) ?? 0)) return
      until.set(platform, time)
      timers.get(platform)?.()
      if (time !== Infinity) {
        timers.set(
          platform,
          clock.after(time - clock.now(), () => end(platform)),
        )
      }
    },
    held: (all) => (all ? everything : new Set(until.keys())),
    park(platform, lane) {
      if (until.has(platform)) parked.get(platform)?.add(lane)
      else release([lane])
    },
    cancel() {
      for (const cancel of timers.values()) cancel()
    },
  }
}
