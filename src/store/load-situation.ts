import type { Ref } from '../core/address.ts'
import type { Inbound, InboundEvent } from '../core/inbound.ts'
import { limits } from '../core/limits.ts'
import type { NamedRoom, OpenRoom, UserId } from '../core/room.ts'
import type { PromptKind } from '../core/settings.ts'
import type { HeldBack, KnownMessage, ReplySituation, Situation, User } from '../core/situation.ts'
import { readTap } from '../core/tap.ts'
import type { Parts } from './parts.ts'
import { loadWaitingState } from './waiting-state.ts'

export function situationOfInbound(
  parts: Parts,
  inbound: Inbound,
  now: number,
  newId: number,
): Situation {
  const user = parts.people.find(inbound.sender)
  return {
    ...situationOf(parts, user, inbound.event, now),
    newId,
    // A minor has no user row: it is erased when they say so.
    minor: user === undefined && parts.people.isMinor(inbound.sender, now),
  }
}

export function situationOfUser(parts: Parts, user: UserId, now: number): Situation {
  return situationOf(parts, parts.people.get(user), undefined, now)
}

function situationOf(
  parts: Parts,
  user: User | undefined,
  event: InboundEvent | undefined,
  now: number,
): Situation {
  const { line, rooms } = parts
  const room = user && rooms.ofUser(user.id)
  const waitingSince = user && !room ? line.waitingSince(user.id) : undefined
  const asked = user && event && askedBy(parts, user, room, event, now)
  const needsPortrait = event && (asked !== undefined || isAboutPeople(event))
  return {
    now,
    minor: false,
    user,
    room,
    waitingSince,
    portrait: user && needsPortrait ? parts.portraits.of(user.id) : undefined,
    asked,
    isBeingAsked: user !== undefined && doesElse(event) && parts.prompts.isAsking(user.id, now),
    wasSilent: waitingSince !== undefined && parts.waitingMessages.wasSilent(user?.id ?? 0, now),
    ...(user && waitingSince !== undefined && concernsSearch(event)
      ? {
          waiting: loadWaitingState(parts, user.id, now),
          waitingNotice: parts.waitingMessages.placeOf(user.id),
        }
      : { waiting: undefined }),
    endedRoom: user && !room ? rooms.endedSince(user.id, now - limits.roomRemembersMs) : undefined,
    named: user && namedRoom(parts, user, room, event, now),
    reply: room ? replySituation(parts, room, event) : { kind: 'none' },
    heldBack: room && heldBackOf(parts, room, event, now),
    held: room ? heldOf(parts, room, event, now) : [],
    newId: 0,
    messages: room ? refsOf(event).flatMap((place) => known(parts, room, place)) : [],
  }
}

/** What is only said or heard needs no portrait. */
const isAboutPeople = ({ kind }: InboundEvent): boolean =>
  kind === 'tap' || kind === 'command' || kind === 'answered'

/** What the event answers: a reply to the question, or, where nobody else is meant, any text while one is open. */
function askedBy(
  { prompts }: Parts,
  { id, platform }: User,
  room: OpenRoom | undefined,
  event: InboundEvent,
  now: number,
): PromptKind | undefined {
  if (event.kind !== 'message') return undefined
  if (event.replyTo) return prompts.at(id, platform, event.replyTo.ref, now)
  return room || event.content.kind !== 'text' ? undefined : prompts.newestOpen(id, now)
}

const doesElse = (event: InboundEvent | undefined): boolean =>
  event?.kind === 'tap' || event?.kind === 'command'

/** What is only said or heard says nothing of the search. */
const concernsSearch = (event: InboundEvent | undefined): boolean =>
  event === undefined || isAboutPeople(event)

/** What the tapped button asks about. */
function heldBackOf(
  { heldBack }: Parts,
  room: OpenRoom,
  event: InboundEvent | undefined,
  now: number,
): HeldBack | undefined {
  const tap = event?.kind === 'tap' ? readTap(event.data) : undefined
  return tap?.kind === 'consent' ? heldBack.find(tap.id, room.id, room.mine.user, now) : undefined
}

/** The room of a tap on what stands under its end. To meet again and to block can be asked for longer than all else. */
function namedRoom(
  { blocks, pastRooms }: Parts,
  user: User,
  room: OpenRoom | undefined,
  event: InboundEvent | undefined,
  now: number,
): NamedRoom | undefined {
  const tap = event?.kind === 'tap' ? readTap(event.data) : undefined
  switch (tap?.kind) {
    case 'block':
    case 'confirm-block':
    case 'rate':
    case 'again': {
      const remembered = blocks.named(tap.room, user.id, now - limits.roomRemembersMs, room?.id)
      const past = pastRooms.find(tap.room, user.id, now - limits.pastRoomMs)
      // Where two have met again, there is nothing more to ask.
      if (remembered) return { ...remembered, wantsAgain: past?.wantsAgain ?? true }
      if (tap.kind === 'rate' || !past) return undefined
      const { pair, partner, wantsAgain } = past
      const isPresent = room !== undefined && blocks.isOf(room.id, pair)
      return { id: tap.room, partner, isPresent, rated: undefined, wantsAgain, isRemembered: false }
    }
    default:
      return undefined
  }
}

/** What the event is about, where its author has not said yes to it. */
function heldOf(
  { heldBack }: Parts,
  room: OpenRoom,
  event: InboundEvent | undefined,
  now: number,
): readonly HeldBack[] {
  const places = event?.kind === 'reacted' ? [] : refsOf(event)
  if (places.length === 0) return []
  return heldBack
    .ofAuthor(room.id, room.mine.user, now)
    .filter(({ original }) => places.includes(original))
}

function replySituation(
  { copies }: Parts,
  room: OpenRoom,
  event: InboundEvent | undefined,
): ReplySituation {
  const replyTo = event?.kind === 'message' ? event.replyTo : undefined
  if (!replyTo) return { kind: 'none' }
  const copy = copies.find(room, replyTo.ref)
  const partnerRef = copy && copies.nearest(copy.message, room.partner.user, copy.part)
  return partnerRef ? { kind: 'known', partnerRef } : { kind: 'forgotten', at: replyTo.at }
}

/** The messages that an event is about. */
function refsOf(event: InboundEvent | undefined): readonly Ref[] {
  switch (event?.kind) {
    case 'edited':
    case 'reacted':
      return [event.ref]
    case 'deleted':
      return event.refs
    case 'command':
      return event.replyTo ? [event.replyTo.ref] : []
    default:
      return []
  }
}

function known({ copies, reactions }: Parts, room: OpenRoom, place: Ref): readonly KnownMessage[] {
  const copy = copies.find(room, place)
  if (!copy) return []
  return [{ ...copy, ...reactions.of(copy.message, copy.part, room.mine.user) }]
}
