import { filesOf, type Action } from '../core/action.ts'
import type { OutgoingFile, PreparedFile } from '../core/media.ts'
import type { MediaWorks } from '../media/media.ts'
import type { Pass } from './holds.ts'

export interface NotReady {
  readonly kind: 'not-ready'
  /** What the media works failed with; `ending` where the process ends, `held` where the recipient's platform takes nothing any more. */
  readonly cause: unknown
}

type Ready =
  | {
      readonly kind: 'ready'
      readonly files: readonly PreparedFile[]
      readonly dispose: () => void
    }
  | NotReady

/** Fetches and cleans the files of an action. Nothing goes out meanwhile, and others may use the place. */
export async function makeReady(
  action: Action,
  media: MediaWorks,
  ending: AbortSignal,
  pass: Pick<Pass, 'pause' | 'resume'>,
): Promise<Ready> {
  const files = filesOf(action)
  if (files.length === 0) return { kind: 'ready', files: [], dispose: () => {} }
  pass.pause()
  const ready = await prepared(files, media, ending)
  const isAdmitted = pass.resume()
  if (isAdmitted || ready.kind === 'not-ready') return ready
  ready.dispose()
  return { kind: 'not-ready', cause: 'held' }
}

async function prepared(
  files: readonly OutgoingFile[],
  media: MediaWorks,
  ending: AbortSignal,
): Promise<Ready> {
  try {
    const made = await media.prepare(files, ending)
    return { kind: 'ready', files: made.files, dispose: () => made[Symbol.dispose]() }
  } catch (error) {
    return { kind: 'not-ready', cause: ending.aborted ? 'ending' : error }
  }
}
