/** What somebody does next; numbers choose among what there is. */
export type Step =
  | { readonly kind: 'text'; readonly long: boolean }
  | { readonly kind: 'files'; readonly count: number; readonly captioned: boolean }
  | { readonly kind: 'album'; readonly fresh: boolean; readonly captions: readonly boolean[] }
  | { readonly kind: 'reword'; readonly which: number; readonly long: boolean }
  | { readonly kind: 'undo'; readonly which: number }
  | { readonly kind: 'silence'; readonly which: number }
  | { readonly kind: 'swap'; readonly which: number; readonly file: number }
  | { readonly kind: 'remove'; readonly which: number; readonly file: number }
  | { readonly kind: 'turn'; readonly which: number }
  | { readonly kind: 'delete'; readonly which: number }
  | { readonly kind: 'react'; readonly which: number; readonly emoji: number }
  | { readonly kind: 'hold' }
  | { readonly kind: 'release' }
  | { readonly kind: 'fail'; readonly how: 'not-sent' | 'rate-limited' | 'lose' }
  | { readonly kind: 'pass'; readonly ms: number }
  | { readonly kind: 'turns'; readonly count: number }
  | { readonly kind: 'next' }
  /** The process ends, or is cut off, and is started again. */
  | { readonly kind: 'restart'; readonly isCut: boolean }
