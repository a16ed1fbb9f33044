import type { Ref } from './address.ts'
import type { Change } from './change.ts'
import { openQuestion, tell } from './moves.ts'
import type { Situation } from './situation.ts'

/** "Anyone is fine", while waiting: for this search alone. */
export function widen({ user }: Situation, _on: Ref | undefined): readonly Change[] {
  return [tell(openQuestion(user) ?? { kind: 'old-button' })]
}

/** Asked whether to go on looking, they say yes. */
export function keepWaiting({ user }: Situation, _on: Ref | undefined): readonly Change[] {
  return [tell(openQuestion(user) ?? { kind: 'old-button' })]
}
