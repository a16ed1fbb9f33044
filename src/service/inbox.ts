import type { Clock } from '../clock.ts'
import { decide } from '../core/decide.ts'
import type { Inbound, Sender } from '../core/inbound.ts'
import type { Listener } from '../core/listener.ts'
import { fallbackLocale, localeOf } from '../core/locale.ts'
import type { Situation } from '../core/situation.ts'
import type { Log } from '../log.ts'
import type { Store } from '../store/store.ts'
import { DatabaseFailure } from '../store/store-error.ts'
import type { Effects } from '../store/write.ts'
import type { Composer } from './compose.ts'

export interface Inbox {
  /** See AdapterHost.receive. */
  receive(batch: readonly Inbound[]): Promise<void>
  /** How many batches are being taken in. */
  readonly busy: number
}

/** Takes in what platforms tell: load, decide, write, one unit an item and one commit for all that come together. */
export function createInbox(deps: {
  readonly store: Store
  readonly composer: Composer
  readonly clock: Clock
  readonly log: Log
  /** Called after the commit with what it set in motion. */
  readonly committed: (effects: Effects) => void
}): Inbox {
  const { store, composer, log } = deps
  let busy = 0

  const takeIn = async (inbound: Inbound): Promise<void> => {
    const taken = store.takeIn(inbound, (situation) =>
      composer.compose(
        decide(situation, inbound),
        listenerOf(inbound.sender, situation),
        situation.room,
      ),
    )
    deps.committed(
      await taken.catch((error: unknown) => {
        if (error instanceof DatabaseFailure) throw error
        return giveUp(inbound, error)
      }),
    )
  }

  /** An item that our code fails on is not offered again for ever: it is remembered as seen and its sender is told. */
  const giveUp = (inbound: Inbound, error: unknown): Promise<Effects> => {
    const name = error instanceof Error ? error.name : 'unknown'
    log.error(
      { error, event: inbound.event.kind },
      'Something that a user did could not be dealt with.',
    )
    return store.giveUp(inbound, name, ({ user }) => {
      if (!user) return []
      const actions = composer.notice(user, { kind: 'our-fault' })
      return [{ kind: 'post', to: 'sender', actions, once: undefined, mark: undefined }]
    })
  }

  return {
    async receive(batch) {
      busy += 1
      try {
        const results = await Promise.allSettled(batch.map(takeIn))
        const errors = results.flatMap((result): readonly unknown[] =>
          result.status === 'rejected' ? [result.reason] : [],
        )
        // Only what the database may take another time is worth offering again: anything else would stop its platform for ever.
        for (const error of errors.filter((error) => !(error instanceof DatabaseFailure)))
          log.error({ error }, 'Something that a user did is passed over.')
        const failure = errors.find((error) => error instanceof DatabaseFailure)
        if (failure) throw failure
      } finally {
        busy -= 1
      }
    },
    get busy() {
      return busy
    },
  }
}

/** Who is not known yet is spoken to in the language of their app. */
const listenerOf = ({ platform, language }: Sender, { user }: Situation): Listener =>
  user ?? { platform, locale: localeOf(language) ?? fallbackLocale }
