import type { Interest } from './interest.ts'
import type { Language } from './language.ts'
import type { MediaWish } from './media-wish.ts'

/** Where a partner may be: on any platform, on one's own, on the other. */
export const platformWishes = ['any', 'same', 'other'] as const
export type PlatformWish = (typeof platformWishes)[number]

/** What is on or off. */
export const switches = ['protects', 'mutes-reactions', 'mutes-typing'] as const
export type Switch = (typeof switches)[number]

/** How a user wants to chat. */
export interface Settings {
  readonly mediaWish: MediaWish
  readonly platformWish: PlatformWish
  /** What they send can be neither forwarded nor saved, where the partner's platform knows that. */
  readonly protects: boolean
  /** They are not shown what their partner puts under messages, or that they type. */
  readonly mutesReactions: boolean
  readonly mutesTyping: boolean
}

/** What a user tells of themselves beyond the profile: all of it optional, none of it empty-handed. */
export interface Portrait {
  /** Cleaned; empty where there is none. */
  readonly bio: string
  readonly interests: readonly Interest[]
  /** What they have chosen; what they are taken to speak is `spokenBy`. */
  readonly languages: readonly Language[]
  /** The language of their app, where the service does not speak it: else it is remembered as their locale. */
  readonly appLanguage?: Language | undefined
}

export const emptyPortrait: Portrait = { bio: '', interests: [], languages: [] }

/** What is asked for in words. */
export const promptKinds = ['bio', 'interest'] as const
export type PromptKind = (typeof promptKinds)[number]
