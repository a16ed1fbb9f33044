import { choosePartner } from '../../src/core/matchmaking.ts'
import type { PairingPlan } from '../../src/store/store.ts'

/** Pairs as the product does, and says nothing; rooms are numbered from 1 or by `draw`. */
export function silentPairing(
  now: number,
  draw: () => number,
  more: Partial<PairingPlan> = {},
): PairingPlan {
  return {
    now,
    most: 1,
    choose: choosePartner,
    draw: () => ({ room: draw(), pseudonyms: ['Quiet Heron', 'Amber Otter'] }),
    announce: () => [],
    ...more,
  }
}
