import { limits } from './limits.ts'
import type { Seeking } from './profile.ts'
import { nextWideningMs, type SoftWish, widenedAfter } from './schedule.ts'
import type { PlatformWish } from './settings.ts'

/** What somebody who waits is told of it. */
export interface WaitingState {
  /** Rounded down to what is worth telling. */
  readonly waitedMs: number
  /** How many wait besides them. */
  readonly looking: number
  /** What half of those with the same wishes have waited at most within the last hour; `undefined` where too few have. */
  readonly estimateMs: number | undefined
  /** What is not insisted on any more. */
  readonly widened: readonly SoftWish[]
  /** Anyone is fine: they said so. */
  readonly isAnyoneFine: boolean
  /** Something can still be given up by "anyone is fine". */
  readonly canWiden: boolean
}

/** The first thing that is told, before anything is known. */
export const freshlyWaiting: WaitingState = {
  waitedMs: 0,
  looking: 0,
  estimateMs: undefined,
  widened: [],
  isAnyoneFine: false,
  canWiden: false,
}

/** What a search is known by. */
export interface Search {
  readonly waitedMs: number
  readonly seeking: Seeking
  readonly platformWish: PlatformWish
  readonly hasInterests: boolean
  readonly isAnyoneFine: boolean
  /** How many wait besides them. */
  readonly looking: number
  /** What half of those with the same wishes have waited at most, if that is known. */
  readonly typicalMs: number | undefined
}

const minuteMs = 60_000

export function waitingStateOf(search: Search): WaitingState {
  const { waitedMs, isAnyoneFine, typicalMs } = search
  const insists =
    search.seeking !== 'anyone' ||
    search.platformWish !== 'any' ||
    nextWideningMs(waitedMs) !== undefined
  return {
    waitedMs: waitedMs - (waitedMs % minuteMs),
    looking: search.looking,
    // Who has waited longer already knows better.
    estimateMs: typicalMs !== undefined && waitedMs < typicalMs ? typicalMs : undefined,
    widened: isAnyoneFine
      ? []
      : widenedAfter(waitedMs).filter((wish) => wish !== 'shared-interest' || search.hasInterests),
    isAnyoneFine,
    canWiden: insists && !isAnyoneFine,
  }
}

/** When the waiting message is next brought up to date. */
export function nextRefreshAt(since: number, now: number): number {
  const waitedMs = Math.max(0, now - since)
  const everyMs = limits.waitingRefreshMs.at(-1) ?? minuteMs
  const first = limits.waitingRefreshMs.find((afterMs) => afterMs > waitedMs)
  return since + (first ?? (Math.floor(waitedMs / everyMs) + 1) * everyMs)
}
