import type { Address, Ref } from './address.ts'
import type { Buttons } from './button.ts'
import type { RichText } from './rich-text.ts'

/** One platform request, already fitted to what the recipient's platform can carry: text within limits, no link ranges. */
export type Action =
  | {
      readonly kind: 'send'
      readonly text: RichText
      readonly buttons: Buttons
      /** The recipient's own copy of the message that this one answers; where it is gone, the message arrives without the mark. */
      readonly replyTo: Ref | undefined
    }
  /** Replaces text and buttons of a message of ours. */
  | { readonly kind: 'edit'; readonly ref: Ref; readonly text: RichText; readonly buttons: Buttons }
  /** Takes a message of ours back. Gone already is success. */
  | { readonly kind: 'delete'; readonly ref: Ref }
  /** Makes our reactions under a message be exactly these, fitted to what the platform allows; `before` is what they are now. */
  | {
      readonly kind: 'react'
      readonly ref: Ref
      readonly emoji: readonly string[]
      readonly before: readonly string[]
    }

/** An action as the outbox hands it over. */
export interface Delivery {
  readonly to: Address
  /** Random, at most 25 ASCII characters, the same at every attempt: Discord's nonce. */
  readonly key: string
  readonly action: Action
}

/** What came of a delivery: where the message appears. Only a `send` answers with refs. */
export interface Receipt {
  readonly refs: readonly Ref[]
}
