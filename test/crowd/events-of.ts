import { address } from '../../src/core/address.ts'
import type { Inbound, InboundEvent } from '../../src/core/inbound.ts'
import { curatedInterests } from '../../src/core/interest.ts'
import type { Tap } from '../../src/core/notice.ts'
import { writeTap } from '../../src/core/tap.ts'
import { must, unreachable } from '../../src/lib/must.ts'
import type { Deed, Person } from './sequence.ts'

export interface Somebody extends Person {
  readonly id: string
}

/** What a platform tells of a deed. `roomAt` is the room that they count so; without one there is no button to tap. */
export function eventsOf(
  { platform, id, language }: Somebody,
  deed: Deed,
  roomAt: (at: number) => number | undefined,
  newKey: () => string,
): readonly Inbound[] {
  return happeningsOf(deed, roomAt).map((event) => ({
    sender: { platform, id, address: address(id), language },
    seenKey: newKey(),
    position: undefined,
    event,
  }))
}

const tap = (what: Tap): InboundEvent => ({ kind: 'tap', data: writeTap(what), on: undefined })

function happeningsOf(
  deed: Deed,
  roomAt: (at: number) => number | undefined,
): readonly InboundEvent[] {
  switch (deed.kind) {
    case 'join':
      return [
        tap({ kind: 'age', adult: true }),
        tap({ kind: 'gender', gender: deed.gender }),
        tap({ kind: 'seeking', seeking: deed.seeking }),
      ]
    case 'find':
    case 'stop':
    case 'next':
    case 'block':
      return [{ kind: 'command', command: deed.kind, replyTo: undefined }]
    case 'forgetme':
      return [
        { kind: 'command', command: 'forgetme', replyTo: undefined },
        tap({ kind: 'confirm-forget' }),
      ]
    case 'minor':
    case 'adult':
      return [tap({ kind: 'age', adult: deed.kind === 'adult' })]
    case 'withdraw':
      return [{ kind: 'blocked' }]
    case 'interest': {
      const interest = must(
        curatedInterests.find((each) => each === deed.interest),
        'a curated interest',
      )
      return [tap({ kind: 'interest', interest, page: 0 })]
    }
    case 'gender':
    case 'seeking':
    case 'platform':
    case 'language':
    case 'locale':
    case 'cancel':
    case 'widen':
    case 'keep-waiting':
      return [tap(deed)]
    case 'block-earlier':
    case 'again':
    case 'rate': {
      const room = roomAt(deed.room)
      if (room === undefined) return []
      if (deed.kind === 'rate') return [tap({ kind: 'rate', room, isUp: deed.isUp })]
      return [tap({ kind: deed.kind === 'again' ? 'again' : 'confirm-block', room })]
    }
    default:
      return unreachable(deed)
  }
}
