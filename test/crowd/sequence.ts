import type { Interest } from '../../src/core/interest.ts'
import type { Language } from '../../src/core/language.ts'
import type { Locale } from '../../src/core/locale.ts'
import type { Platform } from '../../src/core/platform.ts'
import type { Gender, Seeking } from '../../src/core/profile.ts'
import type { PlatformWish } from '../../src/core/settings.ts'

// What happens to a crowd, as data: it can be told again, and made shorter.

export interface Person {
  readonly platform: Platform
  /** What their app is set to. */
  readonly language: Language | undefined
}

type Bare<Kind extends string> = Kind extends string ? { readonly kind: Kind } : never

/** What somebody does. Rooms are counted among those they have been in. */
export type Deed =
  | { readonly kind: 'join'; readonly gender: Gender; readonly seeking: Seeking }
  | Bare<'find' | 'stop' | 'next' | 'block' | 'forgetme' | 'cancel'>
  | Bare<'minor' | 'adult' | 'widen' | 'keep-waiting' | 'withdraw'>
  | { readonly kind: 'gender'; readonly gender: Gender }
  | { readonly kind: 'seeking'; readonly seeking: Seeking }
  | { readonly kind: 'platform'; readonly wish: PlatformWish }
  | { readonly kind: 'language'; readonly language: Language }
  | { readonly kind: 'interest'; readonly interest: Interest }
  | { readonly kind: 'locale'; readonly locale: Locale }
  | { readonly kind: 'block-earlier' | 'again'; readonly room: number }
  | { readonly kind: 'rate'; readonly room: number; readonly isUp: boolean }

export interface Move {
  readonly who: number
  readonly deed: Deed
  /** Our code fails on it when all of it has been written: nothing of it may stay. */
  readonly fails: boolean
}

/** `before`: nothing of the turn is on disk; `after`: its own commit is, and what it set in motion is under way. */
export type Cut = 'none' | 'before' | 'after'

/** What comes in one turn of the event loop and shares a commit. */
export interface Turn {
  readonly afterMs: number
  readonly moves: readonly Move[]
  /** The matchmaker looks at this moment as well, before what is done or after it. */
  readonly pairs: 'no' | 'first' | 'last'
  readonly pairingFails: boolean
  readonly sweeps: boolean
  /** The process is cut off and begins again from its files; what it has not confirmed is offered again. */
  readonly cut: Cut
}

export interface Sequence {
  readonly people: readonly Person[]
  /** The matchmaker looks whenever it is due; otherwise only when a turn says so. */
  readonly isPrompt: boolean
  readonly turns: readonly Turn[]
}
