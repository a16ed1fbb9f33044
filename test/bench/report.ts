import type { Spread } from './statistics.ts'
import { figure, table } from './table.ts'

export interface Aim {
  readonly sentence: string
  readonly isMet: boolean
}

/** What a benchmark found, ready to print. */
export interface Report {
  readonly title: string
  readonly rows: readonly (readonly string[])[]
  readonly notes: readonly string[]
  readonly aims: readonly Aim[]
}

export const spreadHeader = ['p50', 'p95', 'p99', 'max'] as const

export function spreadCells({ p50, p95, p99, max }: Spread): readonly string[] {
  return [p50, p95, p99, max].map(figure)
}

export function print({ title, rows, notes, aims }: Report): void {
  const lines = [
    ...notes.map((note) => `  ${note}`),
    ...aims.map(({ sentence, isMet }) => `  ${isMet ? 'met' : 'MISSED'}: ${sentence}`),
  ]
  process.stdout.write(`\n${title}\n\n${table(rows)}\n${lines.join('\n')}\n`)
}
