import type { Action } from '../core/action.ts'
import type { Address, Ref } from '../core/address.ts'
import type { Change, NoticeMarkedAs } from '../core/change.ts'
import type { Laid } from '../core/fit-files.ts'
import type { AlbumItem } from '../core/gathering.ts'
import type { Platform } from '../core/platform.ts'
import type { RichText } from '../core/rich-text.ts'
import type { MessageId, RoomId, UserId } from '../core/room.ts'

/** A change as the store takes it: what is to be said has become platform requests for one lane. */
export type Write =
  | Exclude<
      Change,
      {
        readonly kind: 'tell' | 'relay' | 'gather' | 'relay-album' | 'revise' | 'retract' | 'react'
      }
    >
  | Afterthought
  | (Extract<Change, { readonly kind: 'gather' }> & {
      readonly author: UserId
      readonly platform: Platform
      readonly words: string
    })
  /** A notice. */
  | {
      readonly kind: 'post'
      readonly to: 'sender' | UserId
      readonly actions: readonly Action[]
      /** Said once for all events that share this key. */
      readonly once: string | undefined
      readonly mark: NoticeMarkedAs | undefined
    }
  /** What somebody says to their partner. */
  | {
      readonly kind: 'say'
      readonly to: UserId
      readonly laid: readonly Laid[]
      readonly message: SaidMessage
    }

export interface SaidMessage {
  readonly room: RoomId
  readonly author: UserId
  readonly platform: Platform
  /** The author's own message, and what it says, to recognise an edit that changes nothing; or the album that was gathered, by its number. */
  readonly origin:
    | { readonly kind: 'single'; readonly ref: Ref; readonly words: string }
    | { readonly kind: 'album'; readonly message: MessageId }
}

/** What is done to a message that was said before. `to` is the partner; actions have no `ref` yet. */
export type Afterthought =
  | (About & {
      readonly kind: 'revise'
      /** Which of the author's own messages it is, where several make one. */
      readonly part: number
      readonly words: string
      /** As it would be said now. */
      readonly laid: readonly Laid[]
      /** The same as it waits while its album is not whole. */
      readonly item: Omit<AlbumItem, 'number'> | undefined
      /** Whether several files are one message where the partner is. */
      readonly isOneMessage: boolean
    })
  | (About & {
      readonly kind: 'retract'
      readonly part: number
      readonly isOneMessage: boolean
    })
  | (About & {
      readonly kind: 'react'
      readonly part: number
      /** As the author has them, to compare the next change with. */
      readonly emoji: readonly string[]
      /** Whether the partner wants to see it. */
      readonly isShown: boolean
      /** As the partner is shown them. */
      readonly shown: { readonly before: readonly string[]; readonly after: readonly string[] }
      /** Emoji that the partner's platform cannot put under a message: said as a reply to it. */
      readonly said: readonly RichText[]
    })

export interface About {
  readonly room: RoomId
  readonly author: UserId
  readonly to: UserId
  readonly message: MessageId
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
  /** Somebody began to wait, or waits with another wish, or two may meet again: the matchmaker has work. */
  readonly pairingDue: boolean
  /** Whose albums have grown, and whether they can grow no more. */
  readonly gathering: ReadonlyMap<UserId, 'open' | 'full'>
}

export const noEffects: Effects = {
  lanes: new Set(),
  typing: [],
  pairingDue: false,
  gathering: new Map(),
}
