import type { Command } from './command.ts'
import type { RefusedKind } from './content.ts'
import type { Card } from './card.ts'
import type { Interest } from './interest.ts'
import type { Language } from './language.ts'
import type { Locale } from './locale.ts'
import type { MediaWish } from './media-wish.ts'
import type { Platform } from './platform.ts'
import type { Profile, Seeking, Sought } from './profile.ts'
import type { RefusedFile } from './refused-file.ts'
import type { PlatformWish, Portrait, PromptKind, Settings, Switch } from './settings.ts'
import type { WaitingState } from './waiting.ts'

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
  | {
      readonly kind: 'settings'
      readonly profile: Profile
      readonly settings: Settings
      readonly portrait: Portrait
    }
  | { readonly kind: 'settings-gender'; readonly gender: Profile['gender'] }
  | { readonly kind: 'settings-seeking'; readonly seeking: Seeking | undefined }
  | { readonly kind: 'settings-languages'; readonly languages: readonly Language[] }
  /** Pages count from 0. */
  | {
      readonly kind: 'settings-interests'
      readonly interests: readonly Interest[]
      readonly page: number
      readonly leftOut: boolean
    }
  /** `leftOut`: of the words that were just written something was taken out by which people are found. */
  | { readonly kind: 'settings-bio'; readonly bio: string; readonly leftOut: boolean }
  | { readonly kind: 'settings-media'; readonly wish: MediaWish }
  | { readonly kind: 'settings-platform'; readonly wish: PlatformWish }
  /** What is on or off. */
  | { readonly kind: 'settings-switches'; readonly settings: Settings }
  /** Where there are no dialogs: to be replied to. */
  | { readonly kind: 'ask-words'; readonly what: PromptKind }
  /** Nothing fit to be shown was left of what they wrote. */
  | { readonly kind: 'words-refused'; readonly what: PromptKind }
  | { readonly kind: 'interests-full' }
  /** Each language in itself. */
  | { readonly kind: 'ask-locale' }
  | { readonly kind: 'locale-set' }
  | { readonly kind: 'help' }
  | { readonly kind: 'rules' }
  | { readonly kind: 'privacy' }
  | { readonly kind: 'waiting'; readonly state: WaitingState }
  /** What the waiting message becomes when they have met somebody. */
  | { readonly kind: 'waited' }
  /** What it becomes when they have not: why is said elsewhere. */
  | { readonly kind: 'search-over' }
  /** After a long while: whether to go on. Without an answer the search ends. */
  | { readonly kind: 'ask-still-there'; readonly waitedMs: number }
  | { readonly kind: 'search-lapsed' }
  /** The waiting message is asked for again, or something was said that nobody hears. */
  | { readonly kind: 'still-waiting'; readonly said: boolean }
  | { readonly kind: 'search-cancelled' }
  | { readonly kind: 'not-searching' }
  | { readonly kind: 'paired'; readonly card: Card }
  /** The same question to both. Numbers count from 1. */
  | { readonly kind: 'topic'; readonly number: number }
  /** Says what the partner will see. */
  | {
      readonly kind: 'confirm-share'
      readonly partner: string
      readonly handle: string
      readonly platform: Platform
      readonly room: number
    }
  /** They have no name by which they are found. */
  | { readonly kind: 'no-handle' }
  | { readonly kind: 'share-waits'; readonly partner: string; readonly room: number }
  /** No to swapping names: what was offered is offered no more, or nothing was. */
  | { readonly kind: 'share-withdrawn'; readonly partner: string }
  | { readonly kind: 'share-declined'; readonly partner: string }
  | { readonly kind: 'share-offered'; readonly partner: string; readonly room: number }
  | {
      readonly kind: 'shared'
      readonly partner: string
      readonly handle: string
      readonly platform: Platform
    }
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
  /** What the message of a room's end becomes at a tap under it. */
  | {
      readonly kind: 'farewell'
      readonly partner: string
      readonly room: number
      readonly rated: 'up' | 'down' | undefined
      readonly again: boolean
      readonly searching: boolean
      /** Otherwise no thumb can be given any more. */
      readonly isRemembered: boolean
    }
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
  | { readonly kind: 'toggle-sought'; readonly sought: Sought }
  | { readonly kind: 'media'; readonly wish: MediaWish }
  | { readonly kind: 'platform'; readonly wish: PlatformWish }
  | { readonly kind: 'switch'; readonly what: Switch }
  | { readonly kind: 'language'; readonly language: Language }
  /** A curated one; `page` is where they stand. */
  | { readonly kind: 'interest'; readonly interest: string; readonly page: number }
  /** Takes away one of their own words, by its place among their interests. */
  | { readonly kind: 'drop-interest'; readonly at: number }
  | { readonly kind: 'interests-page'; readonly page: number }
  /** Asks for words, in the language of the button. Where there are dialogs, this tap opens one and is told as an answer. */
  | {
      readonly kind: 'prompt'
      readonly what: PromptKind
      readonly locale?: Locale | undefined
    }
  | { readonly kind: 'clear-bio' }
  | { readonly kind: 'change'; readonly what: Changeable }
  | { readonly kind: 'back-to-settings' }
  | { readonly kind: 'locale'; readonly locale: Locale }
  /** Anyone is fine, for this search. */
  | { readonly kind: 'widen' }
  | { readonly kind: 'keep-waiting' }
  | { readonly kind: 'rate'; readonly room: number; readonly isUp: boolean }
  /** To meet who was in this room once more. */
  | { readonly kind: 'again'; readonly room: number }
  /** Asks whether to show one's name to who is in this room. */
  | { readonly kind: 'share'; readonly room: number }
  /** Yes to that, and to this name. Anybody can write another one into it. */
  | { readonly kind: 'confirm-share'; readonly room: number; readonly handle: string }
  /** No to that: a name that has been offered to who is in this room is offered no more. */
  | { readonly kind: 'unshare'; readonly room: number }
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

/** What can be changed in the settings, each on a screen of its own. */
export const changeables = [
  'gender',
  'seeking',
  'languages',
  'interests',
  'bio',
  'platform',
  'media',
  'switches',
] as const
export type Changeable = (typeof changeables)[number]
