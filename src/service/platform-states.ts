import type { AdapterState } from '../adapter.ts'
import type { Clock } from '../clock.ts'
import type { Platform } from '../core/platform.ts'
import type { Log } from '../log.ts'

export interface PlatformState {
  readonly platform: Platform
  readonly state: AdapterState
  /** When the state began, epoch milliseconds. */
  readonly since: number
}

export interface PlatformStates {
  report(platform: Platform, state: AdapterState, problem?: string): void
  all(): readonly PlatformState[]
  /** Settles with the first problem that halted a platform. */
  readonly halted: Promise<string>
}

/** How each configured platform is doing. */
export function createPlatformStates(
  platforms: readonly Platform[],
  clock: Clock,
  log: Log,
  changed: () => void,
): PlatformStates {
  const states = new Map<Platform, PlatformState>(
    platforms.map((platform) => [platform, { platform, state: 'starting', since: clock.now() }]),
  )
  const { promise: halted, resolve: halt } = Promise.withResolvers<string>()

  return {
    report(platform, state, problem) {
      const previous = states.get(platform)?.state
      // A halted platform stays halted: only a new start asks it again.
      if (previous === state || previous === 'halted') return
      states.set(platform, { platform, state, since: clock.now() })
      if (state === 'halted') {
        const sentence = problem ?? `${platform} takes nothing any more.`
        log.error({ platform }, sentence)
        halt(sentence)
      } else {
        log.info({ platform, state }, 'A platform changed its state.')
      }
      changed()
    },
    all: () => [...states.values()],
    halted,
  }
}
