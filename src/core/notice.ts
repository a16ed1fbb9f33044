import type { Command } from './command.ts'
import type { RefusedKind } from './content.ts'
import type { MediaWish } from './media-wish.ts'
import type { Profile } from './profile.ts'
import type { RefusedFile } from './refused-file.ts'

/** A sentence from the service to a user, as data. `text/` gives it words and buttons, the same on both platforms. */
export type Notice =
  /** First contact, and the first question: 18 or over and accepting the rules, or under 18. */
  | { readonly kind: 'welcome' }
  | { readonly kind: 'ask-gender' }
  | { readonly kind: 'ask-seeking' }
  /** The third answer is given; the question becomes a summary. */
  | { readonly kind: 'profile-ready'; readonly profile: Profile }
  | { readonly kind: 'under-age' }
  /** /start of somebody known who is idle. */
  | { readonly kind: 'welcome-back' }
  | { readonly kind: 'settings'; readonly profile: Profile; readonly mediaWish: MediaWish }
  | { readonly kind: 'settings-gender' }
  | { readonly kind: 'settings-seeking' }
  | { readonly kind: 'settings-media' }
  | { readonly kind: 'help' }
  | { readonly kind: 'rules' }
  | { readonly kind: 'privacy' }
  | { readonly kind: 'waiting' }
  /** The waiting message is asked for again, or something was said that nobody hears. */
  | { readonly kind: 'still-waiting'; readonly said: boolean }
  | { readonly kind: 'search-cancelled' }
  | { readonly kind: 'not-searching' }
  | { readonly kind: 'paired'; readonly partner: string }
  /** A command that makes no sense in a room. */
  | { readonly kind: 'in-room'; readonly partner: string }
  | { readonly kind: 'confirm-next'; readonly partner: string; readonly room: number }
  | { readonly kind: 'staying'; readonly partner: string }
  /** `searching`: a search follows at once, so nothing need be offered. */
  | {
      readonly kind: 'you-left'
      readonly partner: string
      readonly room: number
      readonly searching: boolean
    }
  | { readonly kind: 'partner-left'; readonly partner: string; readonly room: number }
  /** The partner cannot be reached any more: blocked the bot, closed DMs, deleted the account. */
  | { readonly kind: 'partner-gone'; readonly partner: string; readonly room: number }
  | { readonly kind: 'room-quiet'; readonly partner: string }
  | { readonly kind: 'room-expired'; readonly partner: string; readonly room: number }
  | { readonly kind: 'confirm-block'; readonly partner: string; readonly room: number }
  /** `searching`: the user waits or chats, so nothing need be offered. */
  | { readonly kind: 'blocked'; readonly partner: string; readonly searching: boolean }
  /** /block of somebody who is in no room and was in none a moment ago. */
  | { readonly kind: 'nobody-to-block' }
  | { readonly kind: 'confirm-forget' }
  | { readonly kind: 'forgotten' }
  /** No to one of these questions. */
  | { readonly kind: 'never-mind' }
  /** Text while idle: nobody listens, and how to find somebody. */
  | { readonly kind: 'nobody-listens' }
  /** Text just after the end of a room. */
  | { readonly kind: 'room-is-over'; readonly partner: string }
  /** A reply to a message of a room that has ended, said in a later one: not sent. */
  | { readonly kind: 'reply-to-ended' }
  /** /delete took a message back. */
  | { readonly kind: 'retracted' }
  /** /delete as a reply to something that cannot be taken back: forgotten, or not the sender's own. */
  | { readonly kind: 'cannot-retract' }
  /** /delete without a reply: how it is done. */
  | { readonly kind: 'how-to-retract' }
  | { readonly kind: 'refused'; readonly what: RefusedKind }
  /** The partner wants to see no pictures and videos. */
  | { readonly kind: 'media-unwanted'; readonly partner: string }
  /** A file may name its sender, or a place says where they are: it goes after a yes. */
  | { readonly kind: 'ask-consent'; readonly about: 'file' | 'place'; readonly id: number }
  | { readonly kind: 'consent-given' }
  | { readonly kind: 'consent-refused' }
  | { readonly kind: 'file-refused'; readonly reason: RefusedFile }
  | { readonly kind: 'not-delivered'; readonly why: 'rejected' | 'expired' | 'unknown' }
  /** Our own code failed on what the user did; nothing of it happened. */
  | { readonly kind: 'our-fault' }
  | { readonly kind: 'old-button' }

/** What a button of ours says when tapped. */
export type Tap =
  | { readonly kind: 'age'; readonly adult: boolean }
  | { readonly kind: 'gender'; readonly gender: NonNullable<Profile['gender']> }
  | { readonly kind: 'seeking'; readonly seeking: NonNullable<Profile['seeking']> }
  | { readonly kind: 'media'; readonly wish: MediaWish }
  | { readonly kind: 'change'; readonly what: 'gender' | 'seeking' | 'media' }
  /** Yes or no to what was held back under this number. */
  | { readonly kind: 'consent'; readonly id: number; readonly isGiven: boolean }
  | { readonly kind: 'command'; readonly command: Command }
  | { readonly kind: 'cancel' }
  /** Yes to "end this chat and look for somebody else?", for this room alone. */
  | { readonly kind: 'confirm-next'; readonly room: number }
  | { readonly kind: 'stay' }
  /** Asks whether to block who was in this room. */
  | { readonly kind: 'block'; readonly room: number }
  /** Yes to that, for this room alone. */
  | { readonly kind: 'confirm-block'; readonly room: number }
  | { readonly kind: 'confirm-forget' }
  | { readonly kind: 'never-mind' }
