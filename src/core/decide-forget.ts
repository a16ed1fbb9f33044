import type { Ref } from './address.ts'
import type { Change } from './change.ts'
import { leave, tell } from './moves.ts'
import type { Situation } from './situation.ts'

/** /forgetme: asks first. Of a stranger there is nothing to forget. */
export function offerToForget(situation: Situation): readonly Change[] {
  return situation.user ? [tell({ kind: 'confirm-forget' })] : forget(situation)
}

/** What was accepted before still arrives, as with /stop; then the last word, and nothing of the user is left. */
export function forget({ room }: Situation, on?: Ref): readonly Change[] {
  return [
    ...(room ? leave(room, 'left') : []),
    { kind: 'close-ticket' },
    tell({ kind: 'forgotten' }, on),
    { kind: 'forget-user' },
  ]
}
