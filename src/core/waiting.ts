import type { SoftWish } from './schedule.ts'

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
  /** Something can still be given up by "anyone is fine". */
  readonly canWiden: boolean
}

/** The first thing that is told, before anything is known. */
export const freshlyWaiting: WaitingState = {
  waitedMs: 0,
  looking: 0,
  estimateMs: undefined,
  widened: [],
  canWiden: false,
}
