import type { Clock } from '../clock.ts'
import { expire, nudge } from '../core/age-room.ts'
import type { Change } from '../core/change.ts'
import type { Situation } from '../core/situation.ts'
import type { Log } from '../log.ts'
import type { Store } from '../store/store.ts'
import type { Effects, Write } from '../store/write.ts'
import type { Composer } from './compose.ts'

const intervalMs = 60_000

export interface Janitor extends AsyncDisposable {
  /** Does the round that is due every minute. */
  sweep(): Promise<void>
}

/** Asks quiet rooms, closes dead ones, and erases what has reached its age, once a minute. */
export function createJanitor(deps: {
  readonly store: Store
  readonly composer: Composer
  readonly clock: Clock
  readonly log: Log
  readonly committed: (effects: Effects) => void
}): Janitor {
  const { store, composer, clock, log } = deps
  let stopped = false
  let cancel = (): void => {}
  let sweeping: Promise<void> = Promise.resolve()

  const judge =
    (changesFor: (situation: Situation) => readonly Change[]) =>
    (situation: Situation): readonly Write[] =>
      situation.room
        ? composer.compose(changesFor(situation), situation.room.mine.platform, situation.room)
        : []

  const sweep = async (): Promise<void> => {
    const effects = await store.sweep({
      now: clock.now(),
      quiet: judge(nudge),
      expired: judge(expire),
    })
    deps.committed(effects)
    store.checkpoint()
  }

  const tick = (): void => {
    cancel = clock.after(intervalMs, () => {
      sweeping = sweep()
        .catch((error: unknown) =>
          log.error({ error }, 'A round of upkeep failed; the next is in a minute.'),
        )
        .finally(() => {
          if (!stopped) tick()
        })
    })
  }
  tick()

  return {
    sweep,
    async [Symbol.asyncDispose]() {
      stopped = true
      cancel()
      await sweeping
    },
  }
}
