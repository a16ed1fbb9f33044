import type { Ref } from './address.ts'
import type { Change } from './change.ts'
import { asHandle } from './handle.ts'
import { openQuestion, outdated, tell, tellPartner } from './moves.ts'
import type { Notice, Tap } from './notice.ts'
import type { OpenRoom, RoomId, Seat } from './room.ts'
import type { Situation } from './situation.ts'

/** /share, or a tap on the offer: asks first, and says what will be shown. `handle` is the sender's present one, if they have any. */
export function offerToShare(
  situation: Situation,
  handle: string | undefined,
  named: RoomId | undefined,
): readonly Change[] {
  const room = present(situation, named)
  if (!room) return [outdated(situation)]
  return [tell(room.mine.offeredHandle === undefined ? question(room, handle) : soFar(room))]
}

/** The yes to that: kept until the partner says yes as well, then shown to both. What they have said yes to is what they were asked. */
export function share(
  situation: Situation,
  tap: Extract<Tap, { kind: 'confirm-share' }>,
  handle: string | undefined,
  on: Ref | undefined,
): readonly Change[] {
  const room = present(situation, tap.room)
  if (!room) return [outdated(situation)]
  const { mine, partner } = room
  if (mine.offeredHandle !== undefined) return [tell(soFar(room), on)]
  const shown = asHandle(mine.platform, handle)
  // They are called differently by now; or the button is forged, and names somebody else.
  if (shown === undefined || shown !== tap.handle) return [tell(question(room, handle), on)]
  const agreed: OpenRoom = { ...room, mine: { ...mine, offeredHandle: shown } }
  const offer: Notice = { kind: 'share-offered', partner: mine.pseudonym, room: room.id }
  return [
    { kind: 'offer-handle', room: room.id, handle: shown },
    tell(soFar(agreed), on),
    tellPartner(room, shared(agreed.mine, partner) ?? offer),
  ]
}

/** No, or no longer. The partner hears nothing of it; what has been swapped stays so. */
export function unshare(
  situation: Situation,
  named: RoomId,
  on: Ref | undefined,
): readonly Change[] {
  const room = present(situation, named)
  if (!room) return [outdated(situation)]
  const { mine, partner } = room
  const { pseudonym } = partner
  if (mine.offeredHandle === undefined)
    return [tell({ kind: 'share-declined', partner: pseudonym }, on)]
  if (partner.offeredHandle !== undefined) return [tell(soFar(room), on)]
  return [
    { kind: 'withdraw-handle', room: room.id },
    tell({ kind: 'share-withdrawn', partner: pseudonym }, on),
  ]
}

/** The room that is meant, if it is the one that goes on. */
const present = ({ user, room }: Situation, named: RoomId | undefined): OpenRoom | undefined =>
  openQuestion(user) || room?.id !== named ? undefined : room

const question = ({ id, mine, partner }: OpenRoom, handle: string | undefined): Notice => {
  const { platform } = mine
  const shown = asHandle(platform, handle)
  if (shown === undefined) return { kind: 'no-handle' }
  const { pseudonym } = partner
  return { kind: 'confirm-share', partner: pseudonym, handle: shown, platform, room: id }
}

/** What somebody is told who has agreed. */
const soFar = ({ id, mine, partner }: OpenRoom): Notice =>
  shared(partner, mine) ?? { kind: 'share-waits', partner: partner.pseudonym, room: id }

/** Shows who `of` is, to `to`, where both have agreed. The one place where a name leaves its owner. */
const shared = (of: Seat, to: Seat): Notice | undefined =>
  of.offeredHandle === undefined || to.offeredHandle === undefined
    ? undefined
    : {
        kind: 'shared',
        partner: of.pseudonym,
        handle: of.offeredHandle,
        platform: of.platform,
      }
