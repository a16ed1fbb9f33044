import type { Ref } from './address.ts'
import type { Sayable } from './content.ts'
import type { Gathering } from './gathering.ts'
import type { Media } from './media.ts'
import type { Locale } from './locale.ts'
import type { Notice } from './notice.ts'
import type { Profile } from './profile.ts'
import type { RichText } from './rich-text.ts'
import type { EndReason, MessageId, RoomId, UserId } from './room.ts'
import type { Portrait, PromptKind, Settings } from './settings.ts'

/** One thing to write. `decide` returns them in order; the store writes all or none. */
export type Change =
  /** The sender becomes known: from here on "the sender" has a user row and a lane. */
  | { readonly kind: 'create-user' }
  | { readonly kind: 'accept-rules' }
  | { readonly kind: 'set-profile'; readonly profile: Profile }
  | { readonly kind: 'set-settings'; readonly settings: Settings }
  | { readonly kind: 'set-portrait'; readonly portrait: Portrait }
  | { readonly kind: 'set-locale'; readonly locale: Locale }
  /** The questions in words have been answered, or left: from here on only a reply to one is an answer, also to one that is under way. */
  | { readonly kind: 'drop-prompt' }
  /** Erases the user; only a keyed hash of who said to be under age stays until `until`. */
  | { readonly kind: 'remember-minor'; readonly until: number }
  /** Erases the user. Their lane goes as soon as nothing waits in it. */
  | { readonly kind: 'forget-user' }
  /** The sender and who was with them in this room never meet again; nothing of the other one's that waits for the sender arrives. */
  | { readonly kind: 'block'; readonly room: RoomId }
  /** Begins to wait; who waits already goes on with their present wishes and keeps their place. */
  | { readonly kind: 'open-ticket' }
  /** For this search, anyone is fine: whoever, wherever, at once. */
  | { readonly kind: 'widen-ticket' }
  /** Takes that back: who waits goes on with their present wishes and insists on them again, in the same place. */
  | { readonly kind: 'narrow-ticket' }
  /** Asked whether they go on, they do. */
  | { readonly kind: 'keep-ticket' }
  | { readonly kind: 'close-ticket' }
  /** The thumb of the sender for who was with them; the room is remembered, and has none of theirs yet. */
  | { readonly kind: 'rate'; readonly room: RoomId; readonly isUp: boolean }
  /** The sender would meet who was in this room once more. */
  | { readonly kind: 'want-again'; readonly room: RoomId }
  /** The sender's name, to be shown once the partner has agreed as well. */
  | { readonly kind: 'offer-handle'; readonly room: RoomId; readonly handle: string }
  /** It is not to be shown any more. */
  | { readonly kind: 'withdraw-handle'; readonly room: RoomId }
  /** The room is given one more question. */
  | { readonly kind: 'count-topic'; readonly room: RoomId }
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
      /** What the message is remembered as, once it has been delivered: the one that is kept up to date, or the one to reply to. */
      readonly mark?: NoticeMarkedAs
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
      /** What the partner is shown so far. */
      readonly before: readonly string[]
      /** What the sender has there now. */
      readonly after: readonly string[]
    }
  | { readonly kind: 'show-typing'; readonly to: UserId }
  /** What waits for the sender is dropped: nobody will read it. */
  | { readonly kind: 'drop-lane' }

/**
 * `waiting` is the message that is kept true while they wait, `in-place` what it is made to say unasked: where the message is gone, that is
 * not said anew. `still-there` is the question whether to go on.
 */
export type NoticeMarkedAs = 'waiting' | 'in-place' | 'still-there' | PromptKind | ClosedPrompt

/** A question that was left before it arrived: only a reply to it is an answer. */
export type ClosedPrompt = `closed-${PromptKind}`
