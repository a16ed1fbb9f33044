import type { RichText } from './rich-text.ts'

/** Kinds of content that are refused with a notice that names them. `unknown` is whatever a platform adds tomorrow. */
export const refusedKinds = [
  'photo',
  'video',
  'animation',
  'audio',
  'voice',
  'video-note',
  'sticker',
  'document',
  'location',
  'venue',
  'contact',
  'poll',
  'dice',
  'story',
  'game',
  'invoice',
  'paid-media',
  'giveaway',
  'checklist',
  'forward',
  'rich-message',
  'unknown',
] as const
export type RefusedKind = (typeof refusedKinds)[number]

/** What is said, in canonical form: nothing in it names who said it. */
export type Content =
  | { readonly kind: 'text'; readonly text: RichText }
  /** `group` is shared by the items of one album, so that they are refused by one notice. */
  | { readonly kind: 'refused'; readonly what: RefusedKind; readonly group: string | undefined }
