import type { Ref } from './address.ts'
import type { Change } from './change.ts'
import { openQuestion, outdated, tell } from './moves.ts'
import type { NamedRoom } from './room.ts'
import type { Situation } from './situation.ts'

/** A thumb for who was in the named room: once, and after its end. */
export function rate(situation: Situation, isUp: boolean, on: Ref | undefined): readonly Change[] {
  const named = left(situation)
  if (!named?.isRemembered) return [outdated(situation)]
  if (named.rated) return [farewell(situation, named, on)]
  return [
    { kind: 'rate', room: named.id, isUp },
    farewell(situation, { ...named, rated: isUp ? 'up' : 'down' }, on),
  ]
}

/** "Meet again", within a day of the named room's end. What they are told depends on nothing that the other one does or has done. */
export function meetAgain(situation: Situation, on: Ref | undefined): readonly Change[] {
  const named = left(situation)
  if (!named) return [outdated(situation)]
  const wish: Change = { kind: 'want-again', room: named.id }
  return [
    ...(named.wantsAgain ? [] : [wish]),
    farewell(situation, { ...named, wantsAgain: true }, on),
  ]
}

/** The room that the tap names, when it is over. */
const left = ({ user, named, room }: Situation): NamedRoom | undefined =>
  openQuestion(user) || named?.id === room?.id ? undefined : named

const farewell = (
  { waitingSince, room }: Situation,
  { id, partner, rated, wantsAgain, isRemembered }: NamedRoom,
  on: Ref | undefined,
): Change =>
  tell(
    {
      kind: 'farewell',
      partner,
      room: id,
      rated,
      again: wantsAgain,
      searching: waitingSince !== undefined || room !== undefined,
      isRemembered,
    },
    on,
  )
