import { readFileSync } from 'node:fs'
import path from 'node:path'

export interface Cell {
  readonly state: string
  readonly input: string
  /** The notices told, in order, and whether the first takes the place of the tapped message. */
  readonly notices: readonly string[]
  readonly inPlace: boolean
  readonly relayed: boolean
  readonly leadsTo: string | undefined
}

/** The table of SPEC.md section 1, cell by cell, without those that cannot come about. */
export function readStateTable(): readonly Cell[] {
  const spec = readFileSync(path.join(import.meta.dirname, '../../src/core/SPEC.md'), 'utf8')
  const [header, , ...rows] = spec
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
  const states = header?.slice(1) ?? []
  return rows.flatMap(([input = '', ...cells]) =>
    cells.flatMap((text, i) => {
      const cell = parseCell(states[i] ?? '', input, text)
      return cell ? [cell] : []
    }),
  )
}

function parseCell(state: string, input: string, text: string): Cell | undefined {
  const [told = '', leadsTo] = text.split('→').map((half) => half.trim())
  if (told === '–' && leadsTo === undefined) return undefined
  return {
    state,
    input,
    notices: [...told.matchAll(/`([\w-]+)`/g)].map(([, name]) => name ?? ''),
    inPlace: /^`[\w-]+` in place/.test(told),
    relayed: told === 'relayed',
    leadsTo,
  }
}
