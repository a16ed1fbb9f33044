import type { Ref } from './address.ts'
import type { Change } from './change.ts'
import { openQuestion, tell } from './moves.ts'
import type { Tap } from './notice.ts'
import type { PromptKind } from './settings.ts'
import type { Situation } from './situation.ts'

export type SettingsTap = Extract<
  Tap,
  {
    readonly kind:
      | 'change'
      | 'toggle-sought'
      | 'media'
      | 'platform'
      | 'switch'
      | 'language'
      | 'interest'
      | 'drop-interest'
      | 'interests-page'
      | 'prompt'
      | 'clear-bio'
      | 'back-to-settings'
  }
>

/** A tap on one of the screens of the settings: what it changes, and the screen as it is then, in place. */
export function decideSettingsTap(
  { user }: Situation,
  _tap: SettingsTap,
  _on: Ref | undefined,
): readonly Change[] {
  return [tell(openQuestion(user) ?? { kind: 'old-button' })]
}

/** What was asked for in words has been written, in a dialog under the message `on` or as a reply. */
export function answerPrompt(
  { user }: Situation,
  _what: PromptKind,
  _text: string,
  _on: Ref | undefined,
): readonly Change[] {
  return [tell(openQuestion(user) ?? { kind: 'old-button' })]
}
