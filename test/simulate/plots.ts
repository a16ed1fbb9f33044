import type { Comparison } from './compare.ts'
import { plotGiveUps } from './plot-give-ups.ts'
import { plotLine } from './plot-line.ts'
import { plotWaits } from './plot-waits.ts'

export interface Plot {
  readonly name: string
  readonly svg: string
}

export function plotsOf({ runs, outcomes }: Comparison): readonly Plot[] {
  return [
    { name: 'waits.svg', svg: plotWaits(runs) },
    { name: 'give-ups.svg', svg: plotGiveUps(runs) },
    { name: 'line.svg', svg: plotLine(outcomes) },
  ]
}
