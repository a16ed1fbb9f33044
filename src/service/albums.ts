import type { Clock } from '../clock.ts'
import { limits } from '../core/limits.ts'
import { finishAlbums } from '../core/moves.ts'
import type { UserId } from '../core/room.ts'
import type { Log } from '../log.ts'
import type { Store } from '../store/store.ts'
import type { Effects } from '../store/write.ts'
import type { Composer } from './compose.ts'

const retryMs = 1000

export interface Albums extends AsyncDisposable {
  /** Albums have grown: each is whole when it has been quiet for a while, or can grow no more. */
  committed(effects: Pick<Effects, 'gathering'>): void
  readonly busy: boolean
}

/** Waits for albums that come message by message. What an earlier run has gathered is taken to be whole after the same while. */
export function createAlbums(deps: {
  readonly store: Store
  readonly composer: Composer
  readonly clock: Clock
  readonly log: Log
  readonly committed: (effects: Effects) => void
}): Albums {
  const { store, composer, clock, log } = deps
  const timers = new Map<UserId, () => void>()
  const finishing = new Set<Promise<void>>()
  let stopped = false

  const finish = async (author: UserId): Promise<void> => {
    try {
      const effects = await store.finishAlbums(author, ({ room }) =>
        room ? composer.compose(finishAlbums(room, author), room.mine, room) : [],
      )
      deps.committed(effects)
    } catch (error) {
      log.error({ error }, 'An album could not be passed on and is tried again.')
      wait(author, retryMs)
    }
  }

  const wait = (author: UserId, delayMs: number): void => {
    if (stopped) return
    timers.get(author)?.()
    timers.set(
      author,
      clock.after(delayMs, () => {
        timers.delete(author)
        const finished = finish(author).finally(() => finishing.delete(finished))
        finishing.add(finished)
      }),
    )
  }

  for (const author of store.gatheringAuthors()) wait(author, limits.albumQuietMs)

  return {
    committed({ gathering }) {
      for (const [author, state] of gathering)
        wait(author, state === 'full' ? 0 : limits.albumQuietMs)
    },
    get busy() {
      return finishing.size > 0
    },
    async [Symbol.asyncDispose]() {
      stopped = true
      for (const cancel of timers.values()) cancel()
      await Promise.all(finishing)
    },
  }
}
