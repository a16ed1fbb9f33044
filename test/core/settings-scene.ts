import { ref } from '../../src/core/address.ts'
import type { Change } from '../../src/core/change.ts'
import type { Content } from '../../src/core/content.ts'
import { plain } from '../../src/core/rich-text.ts'
import { emptyPortrait, type Portrait, type PromptKind } from '../../src/core/settings.ts'
import type { Situation } from '../../src/core/situation.ts'
import { writeTap } from '../../src/core/tap.ts'
import { does, idle, on } from './deciding.ts'

// Somebody at the screens of their settings.

export const waiting: Situation = { ...idle, waitingSince: 50_000 }
export const of = (portrait: Partial<Portrait>, situation = idle): Situation => ({
  ...situation,
  portrait: { ...emptyPortrait, ...portrait },
})

export const says = (situation: Situation, content: Content): readonly Change[] =>
  does(situation, { kind: 'message', ref: ref('m'), content, replyTo: undefined })
export const words = (text: string): Content => ({ kind: 'text', text: plain(text) })
/** In a dialog. */
export const answers = (situation: Situation, what: PromptKind, text: string): readonly Change[] =>
  does(situation, { kind: 'answered', data: writeTap({ kind: 'prompt', what }), text, on })

export const told = (changes: readonly Change[]): readonly unknown[] =>
  changes.flatMap((change) =>
    change.kind === 'tell' ? [{ ...change.notice, inPlace: change.inPlaceOf === on }] : [],
  )
export const portraitIn = (changes: readonly Change[]): Portrait | undefined =>
  changes.find((change) => change.kind === 'set-portrait')?.portrait
