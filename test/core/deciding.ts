import { address, ref } from '../../src/core/address.ts'
import type { Change } from '../../src/core/change.ts'
import type { Command } from '../../src/core/command.ts'
import { decide } from '../../src/core/decide.ts'
import type { InboundEvent } from '../../src/core/inbound.ts'
import type { Tap } from '../../src/core/notice.ts'
import type { OpenRoom } from '../../src/core/room.ts'
import type { Situation } from '../../src/core/situation.ts'
import { writeTap } from '../../src/core/tap.ts'
import { idleSituation, someSeat } from '../support/situations.ts'

// What somebody's doings are decided to mean.

/** The message that carries what is tapped. */
export const on = ref('here')
export const idle = idleSituation
export const room: OpenRoom = {
  id: 70,
  openedAt: 0,
  toldAt: 0,
  topics: 0,
  mine: someSeat,
  partner: { ...someSeat, user: 2, platform: 'discord', pseudonym: 'Amber Otter' },
  gathering: [],
}
export const chatting: Situation = { ...idle, room }

export const does = (
  situation: Situation,
  event: InboundEvent,
  handle?: string,
): readonly Change[] =>
  decide(situation, {
    sender: { platform: 'telegram', id: 'tia', address: address('tia'), handle },
    seenKey: undefined,
    position: undefined,
    event,
  })
export const asks = (situation: Situation, command: Command, handle?: string): readonly Change[] =>
  does(situation, { kind: 'command', command, replyTo: undefined }, handle)
export const taps = (situation: Situation, tap: Tap, handle?: string): readonly Change[] =>
  does(situation, { kind: 'tap', data: writeTap(tap), on }, handle)

export const kinds = (changes: readonly Change[]): readonly string[] =>
  changes.map(({ kind }) => kind)
