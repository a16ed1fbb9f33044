import { filesOf, type Action } from '../core/action.ts'
import type { PreparedFile } from '../core/media.ts'
import type { MediaWorks } from '../media/media.ts'
import type { Pass } from './holds.ts'

export interface NotReady {
  readonly kind: 'not-ready'
  /** What the media works failed with, or that the process ends. */
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
  try {
    const prepared = await media.prepare(files, ending)
    return { kind: 'ready', files: prepared.files, dispose: () => prepared[Symbol.dispose]() }
  } catch (error) {
    return { kind: 'not-ready', cause: ending.aborted ? 'ending' : error }
  } finally {
    pass.resume()
  }
}
