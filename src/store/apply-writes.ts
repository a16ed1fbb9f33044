import { purposeOf } from '../core/action.ts'
import type { Sender } from '../core/inbound.ts'
import type { UserId } from '../core/room.ts'
import { must, unreachable } from '../lib/must.ts'
import { writeAfterthought } from './afterthoughts.ts'
import { gather } from './gather.ts'
import { learnLanguage } from './learn-language.ts'
import { toNothing } from './outbox.ts'
import type { Database } from './database.ts'
import type { Parts } from './parts.ts'
import { say } from './say.ts'
import { rate, wantAgain } from './farewells.ts'
import { openTicket } from './open-ticket.ts'
import type { Effects, Write } from './write.ts'

/** For whom writes are made: somebody who wrote to us, or a user on whose behalf the service acts. */
export type Actor =
  | { readonly kind: 'sender'; readonly sender: Sender; readonly user: UserId | undefined }
  | { readonly kind: 'user'; readonly user: UserId }

/** Carries out writes in order, inside the caller's transaction. */
export function applyWrites(
  parts: Parts,
  database: Database,
  actor: Actor,
  writes: readonly Write[],
  now: number,
): Effects {
  const lanes = new Set<UserId>()
  const typing: Effects['typing'][number][] = []
  const gathering = new Map<UserId, 'open' | 'full'>()
  let pairingDue = false
  let actorLane = actor.user

  const laneOfActor = (): UserId => {
    if (actorLane === undefined && actor.kind === 'sender')
      actorLane = parts.people.addLane(actor.sender, now)
    return must(actorLane, 'an actor has a lane')
  }

  const post = (write: Extract<Write, { kind: 'post' }>): void => {
    if (write.once !== undefined && !parts.ledger.see(write.once, now)) return
    const lane = write.to === 'sender' ? laneOfActor() : write.to
    for (const action of write.actions) {
      parts.outbox.add(
        lane,
        action,
        { ...toNothing, purpose: purposeOf(action), mark: write.mark },
        now,
      )
      if (write.mark === 'waiting' || write.mark === 'in-place')
        parts.waitingMessages.shows(lane, action)
      lanes.add(lane)
    }
  }

  const seenBy = (user: UserId): Effects['typing'][number] => {
    const { platform, address } = parts.people.lane(user)
    return { lane: user, platform, address: address() }
  }

  for (const write of writes) {
    switch (write.kind) {
      case 'create-user':
        if (actor.kind === 'sender') {
          parts.people.addUser(laneOfActor(), actor.sender, now)
          if (actor.sender.language) learnLanguage(parts, laneOfActor(), actor.sender.language)
        }
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
      case 'forget-user':
        if (actorLane !== undefined) parts.people.forget(actorLane)
        break
      case 'block':
        parts.againWishes.dropOf(parts.blocks.block(write.room, laneOfActor()), laneOfActor())
        break
      case 'open-ticket':
        openTicket(parts, laneOfActor(), now)
        pairingDue = true
        break
      case 'widen-ticket':
        openTicket(parts, laneOfActor(), now, 'from now on')
        pairingDue = true
        break
      case 'narrow-ticket':
        openTicket(parts, laneOfActor(), now, 'no more')
        pairingDue = true
        break
      case 'keep-ticket':
        if (actorLane !== undefined) parts.waitingMessages.keep(actorLane, now)
        break
      case 'rate':
        rate(parts, laneOfActor(), write, now)
        break
      case 'want-again':
        wantAgain(parts, laneOfActor(), write.room, now)
        pairingDue ||= parts.againWishes.isAnyDue()
        break
      case 'offer-handle':
        parts.rooms.offerHandle(write.room, laneOfActor(), write.handle)
        break
      case 'withdraw-handle':
        parts.rooms.withdrawHandle(write.room, laneOfActor())
        break
      case 'count-topic':
        parts.rooms.countTopic(write.room)
        parts.rooms.noteWord(write.room, now)
        break
      case 'close-ticket':
        if (actorLane !== undefined) parts.line.close(actorLane)
        break
      case 'close-room':
        if (parts.rooms.close(write.room, write.reason, now)) {
          parts.ledger.note({ kind: 'room-closed', reason: write.reason }, now)
          pairingDue ||= parts.againWishes.isAnyDue()
        }
        break
      case 'drop-lane':
        if (actorLane === undefined) break
        parts.outbox.dropLane(actorLane)
        parts.againWishes.dropAll(actorLane)
        break
      case 'show-typing':
        typing.push(seenBy(write.to))
        break
      case 'post':
        post(write)
        break
      case 'drop-prompt':
        parts.prompts.close(laneOfActor())
        break
      case 'set-settings':
        parts.people.setSettings(laneOfActor(), write.settings)
        break
      case 'set-portrait':
        parts.portraits.set(laneOfActor(), write.portrait)
        break
      case 'set-locale':
        parts.people.setLocale(laneOfActor(), write.locale)
        break
      case 'hold-back':
        parts.heldBack.add(write, write.room, laneOfActor(), now)
        break
      case 'let-go':
        parts.heldBack.remove(write.id)
        break
      case 'say':
        say(parts, database, write, now)
        if (write.laid.length > 0) lanes.add(write.to)
        break
      case 'gather':
        gathering.set(write.author, gather(parts, database, write, now))
        break
      case 'revise':
      case 'retract':
      case 'react':
        writeAfterthought(parts, database, write, now)
        lanes.add(write.to)
        break
      default:
        unreachable(write)
    }
  }
  return { lanes, typing, pairingDue, gathering }
}
