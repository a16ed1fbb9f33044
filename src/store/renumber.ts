import { filesOf, type CaptionedFile } from '../core/action.ts'
import type { Laid } from '../core/fit-files.ts'
import type { NumberedFile } from './file-list.ts'

/**
 * A file keeps the number under which it came, another in its place takes that over, and what is more gets new ones: none under whose
 * part words stand.
 */
export function renumber(
  laid: readonly Laid[],
  known: readonly NumberedFile[],
  wordParts: readonly number[],
  hashOf: (file: CaptionedFile) => string,
): readonly Laid[] {
  if (known.length === 0 && wordParts.length === 0) return laid
  const all = laid.flatMap(({ action }) => filesOf(action))
  const free = known.toSorted((a, b) => a.number - b.number)
  const numbers = new Map<CaptionedFile, number>()
  for (const file of all) {
    const same = free.findIndex(({ hash }) => hash === hashOf(file))
    for (const { number } of same === -1 ? [] : free.splice(same, 1)) numbers.set(file, number)
  }
  let last = Math.max(0, ...known.map(({ number }) => number), ...wordParts.map((part) => part + 1))
  for (const file of all) {
    if (!numbers.has(file)) numbers.set(file, free.shift()?.number ?? (last += 1))
  }
  return laid.map(({ part, action }) => {
    if (action.kind !== 'send-files') return { part, action }
    const files = action.files.map((file) => ({
      ...file,
      number: numbers.get(file) ?? file.number,
    }))
    return { part, action: { ...action, files } }
  })
}
