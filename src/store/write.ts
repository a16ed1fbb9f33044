import type { Action } from '../core/action.ts'
import type { Address, Ref } from '../core/address.ts'
import type { Change } from '../core/change.ts'
import type { Platform } from '../core/platform.ts'
import type { RoomId, UserId } from '../core/room.ts'

/** A change as the store takes it: what is to be said has become platform requests for one lane. */
export type Write =
  | Exclude<Change, { readonly kind: 'tell' | 'relay' }>
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
}

/** What a unit of work sets in motion once it is committed. */
export interface Effects {
  /** Lanes that got something to deliver. */
  readonly lanes: ReadonlySet<UserId>
  readonly typing: readonly { readonly platform: Platform; readonly address: Address }[]
  /** Somebody began to wait, or waits with another wish. */
  readonly ticketOpened: boolean
}
