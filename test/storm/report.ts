import { isClean as isCleanHistory } from '../support/history-checker.ts'
import type { StormResult } from './storm.ts'

const mostExamples = 5

/** What came of a storm, in words, and whether all promises were kept. */
export function reportOn(
  result: StormResult,
  seed: number,
): { readonly isClean: boolean; readonly lines: readonly string[] } {
  const { verdict, trouble } = result
  const isClean = isCleanHistory(verdict) && trouble.length === 0
  const kinds = Object.entries(verdict.violations)
  const examples = kinds.flatMap(([kind, list]) =>
    list.slice(0, mostExamples).map((example) => `  ${kind}: ${example}`),
  )
  const counts = kinds.map(([kind, list]) => `${kind} ${list.length}`).join(', ')
  return {
    isClean,
    lines: [
      ...examples,
      ...[...result.warnings].map(([sentence, count]) => `  warned ${count} times: ${sentence}`),
      ...trouble.map((sentence) => `  trouble: ${sentence}`),
      `${isClean ? 'CLEAN' : 'BROKEN'} with --seed ${seed}: ${counts}`,
      `  ${verdict.accepted} messages accepted, ${verdict.shown} shown, ${verdict.answered} answered (${verdict.givenUp} given up)`,
      `  ${verdict.filesAccepted} files in them, ${verdict.filesShown} shown`,
      `  ${result.kills} kills, ${result.killsAtStart} of them while starting; ${result.unansweredOnTelegram} sends to Telegram never answered`,
      `  shown twice on Telegram across a restart: ${verdict.repeatedOnTelegram}, allowed ${verdict.allowedOnTelegram}`,
      `  slowest start ${result.slowestStartMs} ms, ${Math.round(result.tookMs / 1000)} s in all`,
    ],
  }
}
