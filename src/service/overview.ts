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
