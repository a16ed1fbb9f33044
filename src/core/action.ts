import type { Address, Ref } from './address.ts'
import type { Buttons } from './button.ts'
import type { Place } from './content.ts'
import type { OutgoingFile } from './media.ts'
import type { RichText } from './rich-text.ts'

/**
 * One platform request, already fitted to what the recipient's platform can carry: text within limits, no link ranges. What `isProtected`
 * its recipient can neither forward nor save, where the platform knows that.
 */
export type Action =
  | {
      readonly kind: 'send'
      readonly text: RichText
      readonly buttons: Buttons
      /** The recipient's own copy of the message that this one answers; where it is gone, the message arrives without the mark. */
      readonly replyTo: Ref | undefined
      /** Asks for a reply, where that is how questions are answered in words; `placeholder` stands where it is typed. */
      readonly asksReply?: { readonly placeholder: string } | undefined
      readonly isProtected?: boolean
    }
  /**
   * Files of one message. Where an album is one message, all are in it and `text` stands with them; elsewhere each file is a message
   * of its own under which its caption stands, several are shown together, and the receipt names one place for each, in their order.
   */
  | {
      readonly kind: 'send-files'
      readonly files: readonly CaptionedFile[]
      readonly replyTo: Ref | undefined
      readonly isProtected?: boolean
    }
  /** Only where capabilities say that there are places. */
  | {
      readonly kind: 'send-place'
      readonly place: Place
      readonly replyTo: Ref | undefined
      readonly isProtected?: boolean
    }
  /** Replaces text and buttons of a message of ours. */
  | { readonly kind: 'edit'; readonly ref: Ref; readonly text: RichText; readonly buttons: Buttons }
  /**
   * Changes a message of ours that holds files: what is said with them, files in the place of those of the same number, and files that
   * go, by number. What is not named stays. `text` is `undefined` where the words stay as they are. Where each file is a message of its
   * own, at most one file is named and none goes.
   */
  | {
      readonly kind: 'edit-files'
      readonly ref: Ref
      readonly text: RichText | undefined
      readonly files: readonly CaptionedFile[]
      readonly dropped: readonly number[]
    }
  /** Takes a message of ours back. Gone already is success. */
  | { readonly kind: 'delete'; readonly ref: Ref }
  /** Makes our reactions under a message be exactly these, fitted to what the platform allows; `before` is what they are now. */
  | {
      readonly kind: 'react'
      readonly ref: Ref
      readonly emoji: readonly string[]
      readonly before: readonly string[]
    }

/** A file and what is said under it. In one message at most one caption has words where an album is one message. */
export interface CaptionedFile extends OutgoingFile {
  readonly caption: RichText
}

export type SendAction = Extract<Action, { readonly kind: 'send' | 'send-files' | 'send-place' }>

/** What an action is to the recipient: something new, or something about a message that they have. */
export type Purpose = 'send' | 'edit' | 'delete' | 'react'

export function purposeOf({ kind }: Action): Purpose {
  switch (kind) {
    case 'send':
    case 'send-files':
    case 'send-place':
      return 'send'
    case 'edit':
    case 'edit-files':
      return 'edit'
    case 'delete':
    case 'react':
      return kind
  }
}

/** The files of an action, in its order. */
export function filesOf(action: Action): readonly CaptionedFile[] {
  return action.kind === 'send-files' || action.kind === 'edit-files' ? action.files : []
}

/** An action as the outbox hands it over. */
export interface Delivery {
  readonly to: Address
  /** Random, at most 25 ASCII characters, the same at every attempt: Discord's nonce. */
  readonly key: string
  readonly action: Action
}

/** What came of a delivery: where the message appears. Only what sends answers with refs, in the order of its files. */
export interface Receipt {
  readonly refs: readonly Ref[]
}
