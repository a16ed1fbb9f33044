import type { Sender } from '../core/inbound.ts'
import { isComplete } from '../core/profile.ts'
import type { UserId } from '../core/room.ts'
import { must, unreachable } from '../lib/must.ts'
import { writeAfterthought } from './afterthoughts.ts'
import { toNothing } from './outbox.ts'
import type { Parts } from './parts.ts'
import type { Effects, Write } from './write.ts'

/** For whom writes are made: somebody who wrote to us, or a user on whose behalf the service acts. */
export type Actor =
  | { readonly kind: 'sender'; readonly sender: Sender; readonly user: UserId | undefined }
  | { readonly kind: 'user'; readonly user: UserId }

/** Carries out writes in order, inside the caller's transaction. */
export function applyWrites(
  parts: Parts,
  actor: Actor,
  writes: readonly Write[],
  now: number,
  randomId: () => number,
): Effects {
  const lanes = new Set<UserId>()
  const typing: Effects['typing'][number][] = []
  let ticketOpened = false
  let actorLane = actor.user

  const laneOfActor = (): UserId => {
    if (actorLane === undefined && actor.kind === 'sender')
      actorLane = parts.people.addLane(actor.sender, now)
    return must(actorLane, 'an actor has a lane')
  }

  const post = (write: Extract<Write, { kind: 'post' }>): void => {
    if (write.once !== undefined && !parts.ledger.see(write.once, now)) return
    const lane = write.to === 'sender' ? laneOfActor() : write.to
    const { message } = write
    const messageId = message && randomId()
    for (const [part, action] of write.actions.entries()) {
      const belonging = message
        ? { author: message.author, room: message.room, message: messageId, part }
        : toNothing
      parts.outbox.add(lane, action, { ...belonging, purpose: action.kind }, now)
      lanes.add(lane)
    }
    if (!message || messageId === undefined) return
    const { room, author, platform, original, words } = message
    parts.copies.add(
      { message: messageId, part: 0, holder: author, platform, room, original: true, words },
      original,
      now,
    )
    parts.rooms.noteWord(room, now)
    parts.ledger.count(`message-${platform}`, now)
  }

  const seenBy = (user: UserId): Effects['typing'][number] => {
    const { platform, address } = parts.people.lane(user)
    return { lane: user, platform, address: address() }
  }

  const openTicket = (): void => {
    const user = must(parts.people.get(laneOfActor()), 'only a known user waits')
    const { profile } = user
    if (!user.accepted || !isComplete(profile))
      throw new Error('a ticket without all three answers')
    parts.line.open(user.id, user.platform, profile, now)
    ticketOpened = true
  }

  for (const write of writes) {
    switch (write.kind) {
      case 'create-user':
        if (actor.kind === 'sender') parts.people.addUser(laneOfActor(), actor.sender, now)
        break
      case 'accept-rules':
        parts.people.acceptRules(laneOfActor())
        break
      case 'set-profile':
        parts.people.setProfile(laneOfActor(), write.profile)
        break
      case 'remember-minor':
        if (actor.kind === 'sender') parts.people.rememberMinor(actor.sender, write.until)
        break
      case 'open-ticket':
        openTicket()
        break
      case 'close-ticket':
        if (actorLane !== undefined) parts.line.close(actorLane)
        break
      case 'close-room':
        if (parts.rooms.close(write.room, write.reason, now)) {
          parts.ledger.note({ kind: 'room-closed', reason: write.reason }, now)
        }
        break
      case 'drop-lane':
        if (actorLane !== undefined) parts.outbox.dropLane(actorLane)
        break
      case 'show-typing':
        typing.push(seenBy(write.to))
        break
      case 'post':
        post(write)
        break
      case 'revise':
      case 'retract':
      case 'react':
        writeAfterthought(parts, write, now)
        lanes.add(write.to)
        break
      default:
        unreachable(write)
    }
  }
  return { lanes, typing, ticketOpened }
}
