import type { Ref } from './address.ts'
import type { Notice } from './notice.ts'
import type { Profile } from './profile.ts'
import type { RichText } from './rich-text.ts'
import type { EndReason, MessageId, RoomId, UserId } from './room.ts'

/** One thing to write. `decide` returns them in order; the store writes all or none. */
export type Change =
  /** The sender becomes known: from here on "the sender" has a user row and a lane. */
  | { readonly kind: 'create-user' }
  | { readonly kind: 'accept-rules' }
  | { readonly kind: 'set-profile'; readonly profile: Profile }
  /** Erases the user; only a keyed hash of who said to be under age stays until `until`. */
  | { readonly kind: 'remember-minor'; readonly until: number }
  | { readonly kind: 'open-ticket' }
  | { readonly kind: 'close-ticket' }
  | { readonly kind: 'close-room'; readonly room: RoomId; readonly reason: EndReason }
  | {
      readonly kind: 'relay'
      readonly room: RoomId
      readonly to: UserId
      readonly text: RichText
      /** Where the sender's own message is, for replies to it. */
      readonly original: Ref
      readonly replyTo: Ref | undefined
    }
  | {
      readonly kind: 'tell'
      readonly to: 'sender' | UserId
      readonly notice: Notice
      /** The message that the notice takes the place of; a new message when `undefined`. */
      readonly inPlaceOf: Ref | undefined
      /** The notice is said once for all events that share this key. */
      readonly once: string | undefined
    }
  /** The message reads differently now. The same words as before change nothing. */
  | {
      readonly kind: 'revise'
      readonly room: RoomId
      readonly to: UserId
      readonly message: MessageId
      readonly text: RichText
    }
  /** The partner's copies of the message go. */
  | {
      readonly kind: 'retract'
      readonly room: RoomId
      readonly to: UserId
      readonly message: MessageId
    }
  /** What the sender put under a message shows under the partner's copy. */
  | {
      readonly kind: 'react'
      readonly room: RoomId
      readonly to: UserId
      readonly message: MessageId
      readonly part: number
      readonly before: readonly string[]
      readonly after: readonly string[]
    }
  | { readonly kind: 'show-typing'; readonly to: UserId }
  /** What waits for the sender is dropped: nobody will read it. */
  | { readonly kind: 'drop-lane' }
