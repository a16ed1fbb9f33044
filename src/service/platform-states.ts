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
  /** The platform takes nothing any more, but goes on telling: the other one is not to suffer. */
  alarm(platform: Platform, problem: string): void
  all(): readonly PlatformState[]
  /** Settles with the problem of an adapter that cannot go on, or of the last platform that took anything. */
  readonly halted: Promise<string>
}

/** How each configured platform is doing. */
export function createPlatformStates(
  platforms: readonly Platform[],
  clock: Clock,
  log: Log,
  changed: (platform: Platform, state: AdapterState) => void,
): PlatformStates {
  const states = new Map<Platform, PlatformState>(
    platforms.map((platform) => [platform, { platform, state: 'starting', since: clock.now() }]),
  )
  const { promise: halted, resolve: halt } = Promise.withResolvers<string>()

  const change = (platform: Platform, state: AdapterState): boolean => {
    const previous = states.get(platform)?.state
    // A halted platform stays halted: only a new start asks it again.
    if (previous === state || previous === 'halted') return false
    states.set(platform, { platform, state, since: clock.now() })
    changed(platform, state)
    return true
  }

  const alarm = (platform: Platform, problem: string): void => {
    if (!change(platform, 'halted')) return
    log.error({ platform }, problem)
    if ([...states.values()].every(({ state }) => state === 'halted')) halt(problem)
  }

  return {
    report(platform, state, problem) {
      if (state === 'halted') {
        const sentence = problem ?? `${platform} refuses to go on.`
        alarm(platform, sentence)
        halt(sentence)
      } else if (change(platform, state)) {
        log.info({ platform, state }, 'A platform changed its state.')
      }
    },
    alarm,
    all: () => [...states.values()],
    halted,
  }
}
