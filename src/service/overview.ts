import type { Store } from '../store/store.ts'
import type { PlatformState } from './platform-states.ts'
import type { AdapterState } from '../adapter.ts'
import type { Platform } from '../core/platform.ts'

/** What the overview page and /healthz tell: numbers and states, nothing about anybody. */
export interface Overview {
  readonly waiting: number
  readonly chatting: number
  readonly roomsToday: number
  readonly messagesToday: number
  readonly outbox: { readonly depth: number; readonly oldestMs: number | undefined }
  /** The configured platforms; `since` is when the state began, epoch milliseconds. */
  readonly platforms: readonly {
    readonly platform: Platform
    readonly state: AdapterState
    readonly since: number
  }[]
  /** Messages in each of the last 60 minutes, oldest first; `at` is the minute's start. */
  readonly perMinute: readonly {
    readonly at: number
    readonly telegram: number
    readonly discord: number
  }[]
}

const minuteMs = 60_000

export function readOverview(
  store: Pick<Store, 'readNumbers'>,
  platforms: readonly PlatformState[],
  now: number,
): Overview {
  const numbers = store.readNumbers(now)
  const firstMinute = Math.floor(now / minuteMs) - 59
  const countAt = (minute: number, platform: Platform): number =>
    numbers.perMinute.find((row) => row.minute === minute && row.platform === platform)?.count ?? 0
  return {
    waiting: numbers.waiting,
    chatting: numbers.chatting,
    roomsToday: numbers.roomsToday,
    messagesToday: numbers.messagesToday,
    outbox: {
      depth: numbers.outboxDepth,
      oldestMs: numbers.outboxOldestAt === undefined ? undefined : now - numbers.outboxOldestAt,
    },
    platforms,
    perMinute: Array.from({ length: 60 }, (_, i) => ({
      at: (firstMinute + i) * minuteMs,
      telegram: countAt(firstMinute + i, 'telegram'),
      discord: countAt(firstMinute + i, 'discord'),
    })),
  }
}
