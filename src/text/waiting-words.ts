import type { Catalogue } from './catalogue.ts'
import { inLines, type RichText } from '../core/rich-text.ts'
import type { WaitingState } from '../core/waiting.ts'

const minuteMs = 60_000

/** Whole minutes; 0 says "less than one". */
const minutesOf = (ms: number): number => Math.floor(ms / minuteMs)

/** One line for each thing that is known and worth telling. */
export function waitingWords(state: WaitingState, wording: Catalogue): RichText {
  const { waitedMs, looking, estimateMs, widened, isAnyoneFine } = state
  return inLines([
    wording.rich('waiting'),
    ...(waitedMs < minuteMs
      ? []
      : [wording.rich('waiting-so-far', { minutes: minutesOf(waitedMs) })]),
    ...(looking === 0 ? [] : [wording.rich('waiting-looking', { people: looking })]),
    ...(estimateMs === undefined
      ? []
      : [wording.rich('waiting-estimate', { minutes: minutesOf(estimateMs) })]),
    ...(isAnyoneFine ? [wording.rich('waiting-anyone')] : []),
    ...widened.map((wish) => wording.rich(`waiting-widened-${wish}`)),
  ])
}
