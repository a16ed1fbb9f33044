import type { Ref } from './address.ts'
import type { Sayable } from './content.ts'
import type { Locale } from './locale.ts'
import type { Platform } from './platform.ts'
import type { Profile } from './profile.ts'
import type { EndedRoom, MessageId, NamedRoom, OpenRoom, UserId } from './room.ts'
import type { Portrait, PromptKind, Settings } from './settings.ts'
import type { WaitingState } from './waiting.ts'

export interface User {
  readonly id: UserId
  readonly platform: Platform
  /** Said to be 18 or over, and accepted the rules. */
  readonly accepted: boolean
  readonly profile: Profile
  /** What the service speaks with them. */
  readonly locale: Locale
  readonly settings: Settings
}

/** What waits for its author's yes. */
export interface HeldBack {
  readonly id: number
  readonly content: Sayable
  readonly original: Ref
  readonly replyTo: Ref | undefined
}

/** What the replied-to message is to the sender's present room. */
export type ReplySituation =
  | { readonly kind: 'none' }
  /** A message of this room, and where the partner has it. */
  | { readonly kind: 'known'; readonly partnerRef: Ref }
  /** Not remembered; it was posted at `at`. */
  | { readonly kind: 'forgotten'; readonly at: number }

/** A message of the sender's present room that an event speaks of. */
export interface KnownMessage {
  readonly message: MessageId
  readonly part: number
  /** The sender said it; otherwise the partner did. */
  readonly isMine: boolean
  /** What the sender has under it so far, the newest last. */
  readonly reactions: readonly string[]
  /** What of it the partner is shown: all, or nothing while they want to see none. */
  readonly shown: readonly string[]
}

/** All that deciding about one inbound needs to know. */
export interface Situation {
  readonly now: number
  /** Said to be under 18 within the last day. */
  readonly minor: boolean
  readonly user: User | undefined
  /** What they have told of themselves; only for taps, commands and answers, `undefined` where nothing needs it. */
  readonly portrait: Portrait | undefined
  /** What they are being asked for in words, and this event may answer. */
  readonly asked: PromptKind | undefined
  /** A question in words is open, or under way. Only for taps and commands. */
  readonly isBeingAsked?: boolean
  /** Since when the user waits. */
  readonly waitingSince: number | undefined
  /** How the waiting stands, as it is told. Only of who waits, and not for what is only said or heard. */
  readonly waiting: WaitingState | undefined
  /** The message that tells it, once it has been delivered. */
  readonly waitingNotice?: Ref | undefined
  /** They wait, and nothing has been heard of them for a while. */
  readonly wasSilent?: boolean
  readonly room: OpenRoom | undefined
  /** The last one, as long as the user is in no other. */
  readonly endedRoom: EndedRoom | undefined
  /** Whose partner a tap of theirs is to block, to rate or to meet again. */
  readonly named: NamedRoom | undefined
  readonly reply: ReplySituation
  /** Those of the event's messages that are remembered: edited, deleted, reacted to, or answered with /delete. */
  readonly messages: readonly KnownMessage[]
  /** Those of the event's messages that wait for their author's yes. */
  readonly held: readonly HeldBack[]
  /** What a tap of theirs is about, if it still waits in this room. */
  readonly heldBack: HeldBack | undefined
  /** Names what is held back: a random number that nothing has been named by yet. Only for what somebody does; 0 otherwise. */
  readonly newId: number
}
