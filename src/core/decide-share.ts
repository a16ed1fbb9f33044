import type { Ref } from './address.ts'
import type { Change } from './change.ts'
import { openQuestion, tell } from './moves.ts'
import type { RoomId } from './room.ts'
import type { Situation } from './situation.ts'

/** /share, or a tap on the offer: asks first, and says what will be shown. `handle` is the sender's present one, if they have any. */
export function offerToShare(
  { user }: Situation,
  _handle: string | undefined,
  _named: RoomId | undefined,
): readonly Change[] {
  return [tell(openQuestion(user) ?? { kind: 'old-button' })]
}

/** The yes to that: kept until the partner says yes as well, then shown to both. */
export function share(
  { user }: Situation,
  _room: RoomId,
  _handle: string | undefined,
  _on: Ref | undefined,
): readonly Change[] {
  return [tell(openQuestion(user) ?? { kind: 'old-button' })]
}
