import type { Address, Ref } from './address.ts'
import type { Command } from './command.ts'
import type { Content } from './content.ts'
import type { Language } from './language.ts'
import type { Platform } from './platform.ts'

/** Who did something, as their platform names them. Never leaves the inbox: the store keeps a keyed hash and a sealed address. */
export interface Sender {
  readonly platform: Platform
  readonly id: string
  readonly address: Address
  /** What their app is set to, where the platform tells and people can choose it here, whether or not the service speaks it. */
  readonly language?: Language | undefined
  /** The name by which anybody finds them on their platform, without a sign in front. Shown to the partner only by their own will. */
  readonly handle?: string | undefined
}

/** The message that a message answers. `at` is when that message was posted, epoch milliseconds as far as the platform tells. */
export interface ReplyTarget {
  readonly ref: Ref
  readonly at: number
}

/** Emoji are plain Unicode; anything else a platform has is left out by its adapter. */
export type ReactionChange =
  | { readonly kind: 'set'; readonly emoji: readonly string[] }
  | { readonly kind: 'added' | 'removed'; readonly emoji: string }

export type InboundEvent =
  | {
      readonly kind: 'message'
      readonly ref: Ref
      readonly content: Content
      readonly replyTo: ReplyTarget | undefined
    }
  | {
      readonly kind: 'command'
      readonly command: Command
      /** The message that the command was sent as a reply to: what /delete takes back. */
      readonly replyTo: ReplyTarget | undefined
    }
  /** An own message reads differently now. Told for every change, also for ones that people cannot see. */
  | { readonly kind: 'edited'; readonly ref: Ref; readonly content: Content }
  /** Own messages are gone. */
  | { readonly kind: 'deleted'; readonly refs: readonly Ref[] }
  /** What the person has put under a message of ours or theirs: the whole set where the platform tells it, else what came or went. */
  | { readonly kind: 'reacted'; readonly ref: Ref; readonly reaction: ReactionChange }
  /** A button was tapped; `on` is the message that carries it, where the platform still tells. */
  | { readonly kind: 'tap'; readonly data: string; readonly on: Ref | undefined }
  /** The answer to the prompt of a button, from a dialog; `data` and `on` are as of the tap on it. */
  | {
      readonly kind: 'answered'
      readonly data: string
      readonly text: string
      readonly on: Ref | undefined
    }
  | { readonly kind: 'typing' }
  /** The user blocked the bot, or took it back. */
  | { readonly kind: 'blocked' }
  | { readonly kind: 'unblocked' }

/** One thing that a platform told us about one person in their private chat with the bot. */
export interface Inbound {
  readonly sender: Sender
  /** Names this event for ever on its platform and bot, so that hearing it again changes nothing; `undefined` where repeating is harmless. */
  readonly seenKey: string | undefined
  /** An opaque place in this chat's history: the latest committed one is where catching up starts. */
  readonly position: string | undefined
  readonly event: InboundEvent
}
