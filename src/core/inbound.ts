import type { Address, Ref } from './address.ts'
import type { Command } from './command.ts'
import type { Content } from './content.ts'
import type { Platform } from './platform.ts'

/** Who did something, as their platform names them. Never leaves the inbox: the store keeps a keyed hash and a sealed address. */
export interface Sender {
  readonly platform: Platform
  readonly id: string
  readonly address: Address
}

/** The message that a message answers. `at` is when that message was posted, epoch milliseconds as far as the platform tells. */
export interface ReplyTarget {
  readonly ref: Ref
  readonly at: number
}

export type InboundEvent =
  | {
      readonly kind: 'message'
      readonly ref: Ref
      readonly content: Content
      readonly replyTo: ReplyTarget | undefined
    }
  | { readonly kind: 'command'; readonly command: Command }
  /** A button was tapped; `on` is the message that carries it, where the platform still tells. */
  | { readonly kind: 'tap'; readonly data: string; readonly on: Ref | undefined }
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
