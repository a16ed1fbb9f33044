import type { Action } from '../core/action.ts'
import type { Address, Ref } from '../core/address.ts'
import type { Change } from '../core/change.ts'
import type { Platform } from '../core/platform.ts'
import type { RichText } from '../core/rich-text.ts'
import type { MessageId, RoomId, UserId } from '../core/room.ts'

/** A change as the store takes it: what is to be said has become platform requests for one lane. */
export type Write =
  | Exclude<Change, { readonly kind: 'tell' | 'relay' | 'revise' | 'retract' | 'react' }>
  | Afterthought
  | {
      readonly kind: 'post'
      readonly to: 'sender' | UserId
      readonly actions: readonly Action[]
      /** Said once for all events that share this key. */
      readonly once: string | undefined
      /** What makes the post a relayed message and not a notice. */
      readonly message: RelayedMessage | undefined
    }

interface RelayedMessage {
  readonly room: RoomId
  readonly author: UserId
  readonly platform: Platform
  readonly original: Ref
  /** What was said, to recognise an edit that changes nothing. */
  readonly words: string
}

/** What is done to a message that was said before. `to` is the partner; actions have no `ref` yet. */
export type Afterthought =
  | {
      readonly kind: 'revise'
      readonly room: RoomId
      readonly author: UserId
      readonly to: UserId
      readonly message: MessageId
      readonly words: string
      readonly parts: readonly RichText[]
    }
  | {
      readonly kind: 'retract'
      readonly room: RoomId
      readonly author: UserId
      readonly to: UserId
      readonly message: MessageId
    }
  | {
      readonly kind: 'react'
      readonly room: RoomId
      readonly author: UserId
      readonly to: UserId
      readonly message: MessageId
      readonly part: number
      /** As the author has them, to compare the next change with. */
      readonly emoji: readonly string[]
      /** As the partner is shown them. */
      readonly shown: { readonly before: readonly string[]; readonly after: readonly string[] }
      /** Emoji that the partner's platform cannot put under a message: said as a reply to it. */
      readonly said: readonly RichText[]
    }

/** What a unit of work sets in motion once it is committed. */
export interface Effects {
  /** Lanes that got something to deliver. */
  readonly lanes: ReadonlySet<UserId>
  /** Who is to see that their partner types. */
  readonly typing: readonly {
    readonly lane: UserId
    readonly platform: Platform
    readonly address: Address
  }[]
  /** Somebody began to wait, or waits with another wish. */
  readonly ticketOpened: boolean
}
