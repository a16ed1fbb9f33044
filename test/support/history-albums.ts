import type { Text } from './history-partners.ts'
import { isAcrossRestart } from './history-repeats.ts'

interface Showing {
  readonly reader: string
  readonly words: { readonly at: number; readonly pieces: readonly number[] }
}

/** What was sent together is shown together. An album that a kill has found in the middle may come in several, which are in order. */
export function tornAlbums(
  delivered: ReadonlyMap<Text, readonly Showing[]>,
  restarts: readonly number[],
): readonly string[] {
  return [...delivered].flatMap(([{ author, number, files }, showings]) => {
    const parts = showings.filter(({ words }) => words.pieces.some((piece) => piece <= files.count))
    const last = Math.max(...parts.map(({ words }) => words.at))
    if (parts.length < 2 || isAcrossRestart(files.at, last, restarts)) return []
    return [`${parts[0]?.reader} was shown the album ${author}#${number} in ${parts.length} parts`]
  })
}
