import { filesOf, type Action, type CaptionedFile, type SendAction } from '../core/action.ts'
import type { Ref } from '../core/address.ts'
import { partsOf } from '../core/fit-content.ts'

/** Where parts of a message have arrived, and which files stand there. */
export interface Arrived {
  readonly place: Ref
  readonly parts: readonly number[]
  readonly files: readonly CaptionedFile[]
}

/** Each file in a place of its own where there are as many places as files; otherwise all of them in one. */
export function placementsOf(
  action: SendAction,
  part: number,
  refs: readonly Ref[],
): readonly Arrived[] {
  const files = filesOf(action)
  if (files.length > 1 && refs.length === files.length) {
    return files.flatMap((file, i) => {
      const place = refs[i]
      return place === undefined ? [] : [{ place, parts: [file.number - 1], files: [file] }]
    })
  }
  return refs.map((place) => ({ place, parts: partsOf(action, part), files }))
}

/** The same request without some of its files; `undefined` when none is left. */
export function withoutFiles(action: Action, without: readonly number[]): Action | undefined {
  const files = filesOf(action).filter(({ number }) => !without.includes(number))
  // One that is not there cannot be left out: the rest would be asked for again for ever.
  if (files.length === filesOf(action).length) return undefined
  if (action.kind === 'edit-files') {
    const isNothing = files.length + action.dropped.length === 0 && action.text === undefined
    return isNothing ? undefined : { ...action, files }
  }
  if (action.kind !== 'send-files') return undefined
  const [first, ...others] = files
  if (!first) return undefined
  // What was said under a file that does not go is said under another.
  const caption = action.files.find(({ caption: words }) => words.text !== '')?.caption
  const isSaid = files.some(({ caption: words }) => words.text !== '')
  return { ...action, files: [isSaid || !caption ? first : { ...first, caption }, ...others] }
}
