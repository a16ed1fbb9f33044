import type { Inbound, ReplyTarget } from '../core/inbound.ts'
import { limits } from '../core/limits.ts'
import type { OpenRoom, UserId } from '../core/room.ts'
import type { ReplySituation, Situation, User } from '../core/situation.ts'
import type { Parts } from './parts.ts'

export function situationOfInbound(parts: Parts, inbound: Inbound, now: number): Situation {
  const user = parts.people.find(inbound.sender)
  const replyTo = inbound.event.kind === 'message' ? inbound.event.replyTo : undefined
  return {
    ...situationOf(parts, user, replyTo, now),
    // A minor has no user row: it is erased when they say so.
    minor: user === undefined && parts.people.isMinor(inbound.sender, now),
  }
}

export function situationOfUser(parts: Parts, user: UserId, now: number): Situation {
  return situationOf(parts, parts.people.get(user), undefined, now)
}

function situationOf(
  { line, rooms }: Parts,
  user: User | undefined,
  replyTo: ReplyTarget | undefined,
  now: number,
): Situation {
  const room = user && rooms.ofUser(user.id)
  const waitingSince = user && !room ? line.waitingSince(user.id) : undefined
  const isIdle = user && !room && waitingSince === undefined
  return {
    now,
    minor: false,
    user,
    room,
    waitingSince,
    endedRoom: isIdle ? rooms.endedSince(user.id, now - limits.roomRemembersMs) : undefined,
    reply: room ? replySituation(rooms, room, replyTo) : { kind: 'none' },
  }
}

function replySituation(
  rooms: Parts['rooms'],
  room: OpenRoom,
  replyTo: ReplyTarget | undefined,
): ReplySituation {
  if (!replyTo) return { kind: 'none' }
  const partnerRef = rooms.partnerCopy(room, replyTo.ref)
  return partnerRef ? { kind: 'known', partnerRef } : { kind: 'forgotten', at: replyTo.at }
}
