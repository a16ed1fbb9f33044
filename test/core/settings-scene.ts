import { address, ref } from '../../src/core/address.ts'
import type { Change } from '../../src/core/change.ts'
import type { Content } from '../../src/core/content.ts'
import { decide } from '../../src/core/decide.ts'
import type { InboundEvent } from '../../src/core/inbound.ts'
import type { Tap } from '../../src/core/notice.ts'
import { plain } from '../../src/core/rich-text.ts'
import type { OpenRoom } from '../../src/core/room.ts'
import { emptyPortrait, type Portrait, type PromptKind } from '../../src/core/settings.ts'
import type { Situation } from '../../src/core/situation.ts'
import { writeTap } from '../../src/core/tap.ts'
import { idleSituation, someSeat } from '../support/situations.ts'

// Somebody at the screens of their settings.

export const on = ref('the screen')
export const room: OpenRoom = {
  id: 70,
  openedAt: 0,
  toldAt: 0,
  topics: 0,
  mine: someSeat,
  partner: { ...someSeat, user: 2, pseudonym: 'Amber Otter' },
  gathering: [],
}
export const idle = idleSituation
export const waiting: Situation = { ...idle, waitingSince: 50_000 }
export const chatting: Situation = { ...idle, room }
export const of = (portrait: Partial<Portrait>, situation = idle): Situation => ({
  ...situation,
  portrait: { ...emptyPortrait, ...portrait },
})

export const does = (situation: Situation, event: InboundEvent): readonly Change[] =>
  decide(situation, {
    sender: { platform: 'telegram', id: 'tia', address: address('tia') },
    seenKey: undefined,
    position: undefined,
    event,
  })
export const taps = (situation: Situation, tap: Tap): readonly Change[] =>
  does(situation, { kind: 'tap', data: writeTap(tap), on })
export const says = (situation: Situation, content: Content): readonly Change[] =>
  does(situation, { kind: 'message', ref: ref('m'), content, replyTo: undefined })
export const words = (text: string): Content => ({ kind: 'text', text: plain(text) })
/** In a dialog. */
export const answers = (situation: Situation, what: PromptKind, text: string): readonly Change[] =>
  does(situation, { kind: 'answered', data: writeTap({ kind: 'prompt', what }), text, on })

export const kinds = (changes: readonly Change[]): readonly string[] =>
  changes.map(({ kind }) => kind)
export const told = (changes: readonly Change[]): readonly unknown[] =>
  changes.flatMap((change) =>
    change.kind === 'tell' ? [{ ...change.notice, inPlace: change.inPlaceOf === on }] : [],
  )
export const portraitIn = (changes: readonly Change[]): Portrait | undefined =>
  changes.find((change) => change.kind === 'set-portrait')?.portrait
