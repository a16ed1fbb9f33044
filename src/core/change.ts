import type { Ref } from './address.ts'
import type { Sayable } from './content.ts'
import type { Gathering } from './gathering.ts'
import type { Media } from './media.ts'
import type { MediaWish } from './media-wish.ts'
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
  | { readonly kind: 'set-media-wish'; readonly wish: MediaWish }
  /** Erases the user; only a keyed hash of who said to be under age stays until `until`. */
  | { readonly kind: 'remember-minor'; readonly until: number }
  /** Erases the user. Their lane goes as soon as nothing waits in it. */
  | { readonly kind: 'forget-user' }
  /** The sender and who was with them in this room never meet again; nothing of the other one's that waits for the sender arrives. */
  | { readonly kind: 'block'; readonly room: RoomId }
  | { readonly kind: 'open-ticket' }
  | { readonly kind: 'close-ticket' }
  | { readonly kind: 'close-room'; readonly room: RoomId; readonly reason: EndReason }
  | {
      readonly kind: 'relay'
      readonly room: RoomId
      readonly to: UserId
      readonly content: Sayable
      /** Where the sender's own message is, for replies to it. */
      readonly original: Ref
      readonly replyTo: Ref | undefined
      /** The sender has said yes to a file that may name them. */
      readonly mayNameSender: boolean
    }
  /** One more message of an album, which waits until the album is whole. */
  | {
      readonly kind: 'gather'
      readonly room: RoomId
      readonly to: UserId
      readonly album: string
      readonly media: Media
      readonly caption: RichText
      readonly original: Ref
      readonly replyTo: Ref | undefined
    }
  /** The album is whole. */
  | { readonly kind: 'relay-album'; readonly room: RoomId; readonly gathering: Gathering }
  /** What the sender said waits for their yes, under this number; what waits under it already reads differently. */
  | {
      readonly kind: 'hold-back'
      readonly id: number
      readonly room: RoomId
      readonly content: Sayable
      readonly original: Ref
      readonly replyTo: Ref | undefined
    }
  /** The sender has answered: it waits no more. */
  | { readonly kind: 'let-go'; readonly id: number }
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
      /** Which of the author's own messages it is, where several make one. */
      readonly part: number
      readonly content: Sayable
    }
  /** The partner's copies of the message go. */
  | {
      readonly kind: 'retract'
      readonly room: RoomId
      readonly to: UserId
      readonly message: MessageId
      readonly part: number
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
