import type { Ref } from './address.ts'
import type { Change } from './change.ts'
import { openQuestion, tell } from './moves.ts'
import type { Situation } from './situation.ts'

/** A thumb for who was in the named room: once. */
export function rate({ user }: Situation, _isUp: boolean, _on: Ref | undefined): readonly Change[] {
  return [tell(openQuestion(user) ?? { kind: 'old-button' })]
}

/** "Meet again", within a day of the named room. */
export function meetAgain({ user }: Situation, _on: Ref | undefined): readonly Change[] {
  return [tell(openQuestion(user) ?? { kind: 'old-button' })]
}
