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
  /** Does the round that is due every minute. Never rejects: what fails is logged, and due again in a minute. */
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
        ? composer.compose(changesFor(situation), situation.room.mine, situation.room)
        : []

  /** Each step has its own failures: a disk without room for one thing must not keep another from being erased. */
  const step = async (sentence: string, work: () => void | Promise<void>): Promise<void> => {
    try {
      await work()
    } catch (error) {
      log.error({ error }, sentence)
    }
  }

  /** Bite by bite, so that what people say is taken in and sent in between. */
  const sweepAll = async (isOver: () => boolean): Promise<void> => {
    const plan = { now: clock.now(), quiet: judge(nudge), expired: judge(expire) }
    for (;;) {
      const { more, troubles, ...effects } = await store.sweep(plan)
      for (const error of troubles)
        log.error({ error }, 'Something that has grown old could not be dealt with.')
      deps.committed(effects)
      if (!more || isOver()) return
    }
  }

  const round = async (isOver: () => boolean): Promise<void> => {
    await step('A round of upkeep failed; the next is in a minute.', () => sweepAll(isOver))
    await step('Old content keys could not be erased; they are tried again in a minute.', () =>
      store.destroyOldKeys(clock.now()),
    )
    await step('Erased bytes could not be wiped; they are in a minute.', () => store.checkpoint())
  }

  const tick = (): void => {
    cancel = clock.after(intervalMs, () => {
      sweeping = round(() => stopped).finally(() => {
        if (!stopped) tick()
      })
    })
  }
  tick()

  return {
    sweep: () => round(() => false),
    async [Symbol.asyncDispose]() {
      stopped = true
      cancel()
      await sweeping
    },
  }
}
