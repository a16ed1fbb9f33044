import type { Tap } from '../../src/core/notice.ts'
import { readTap } from '../../src/core/tap.ts'
import type { FakeAdapter } from './fake-adapter.ts'

/** The buttons that somebody has been sent, the newest last. */
export const tapsOf = (adapter: FakeAdapter, id: string): readonly Tap[] =>
  adapter.attempts
    .filter(({ to }) => to === id)
    .flatMap(({ action }) =>
      action.kind === 'send' || action.kind === 'edit' ? action.buttons.flat() : [],
    )
    .flatMap(({ data }) => readTap(data) ?? [])

export function newestTap(adapter: FakeAdapter, id: string, kind: Tap['kind']): Tap {
  const found = tapsOf(adapter, id).findLast((each) => each.kind === kind)
  if (!found) throw new Error(`${id} has no button ${kind}`)
  return found
}
