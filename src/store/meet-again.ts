import { limits } from '../core/limits.ts'
import type { UserId } from '../core/room.ts'
import type { Reunion } from './again-wishes.ts'
import { enterRoom } from './enter-room.ts'
import type { Parts } from './parts.ts'
import type { PairingPlan } from './store.ts'

/** Two who both would meet again get a room, if they are free: whether they wait for somebody else or for nobody. Who is paired is returned. */
export function meetAgain(
  parts: Parts,
  plan: PairingPlan,
  troubleMs: number,
  alone: <T>(part: () => T) => T | undefined,
): readonly UserId[] {
  const met: UserId[] = []
  for (let tried = 0; tried < plan.most; tried += 1) {
    const reunion = parts.againWishes.takeDue(plan.now)
    if (!reunion) break
    const users = alone(() => {
      if (!mayMeet(parts, reunion, plan.now)) return []
      parts.pastRooms.setMet(reunion.pair)
      enterRoom(parts, plan, reunion.users, true)
      return reunion.users
    })
    if (users) met.push(...users)
    else parts.againWishes.putOff(reunion.room, plan.now + troubleMs)
  }
  return met
}

function mayMeet(
  { rooms, blocks }: Parts,
  { endedAt, users: [one, other] }: Reunion,
  now: number,
): boolean {
  if (endedAt <= now - limits.pastRoomMs) return false
  // When that room ends, this is due once more.
  if (rooms.ofUser(one) || rooms.ofUser(other)) return false
  return !blocks.isBlocked(blocks.pairOf(one, other))
}
