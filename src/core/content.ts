import type { Media } from './media.ts'
import type { RichText } from './rich-text.ts'

/** Kinds of content that are refused with a notice that names them. `unknown` is whatever a platform adds tomorrow. */
export const refusedKinds = [
  'contact',
  'story',
  'game',
  'invoice',
  'paid-media',
  'giveaway',
  'checklist',
  'unknown',
] as const
export type RefusedKind = (typeof refusedKinds)[number]

/** A point on the map; a venue has a title and an address. */
export interface Place {
  readonly latitude: number
  readonly longitude: number
  readonly venue: { readonly title: string; readonly address: string } | undefined
}

/** What can be said, in canonical form: nothing in it names who says it. */
export type Sayable =
  | { readonly kind: 'text'; readonly text: RichText }
  /**
   * Files with one caption for all of them. `album` is shared by messages that the author's platform shows together, each with its own
   * file: they are passed on together as well.
   */
  | {
      readonly kind: 'media'
      readonly files: readonly Media[]
      readonly caption: RichText
      readonly album: string | undefined
    }
  | { readonly kind: 'place'; readonly place: Place }

export type Content =
  | Sayable
  /** `group` is shared by the items of one album, so that they are refused by one notice. */
  | { readonly kind: 'refused'; readonly what: RefusedKind; readonly group: string | undefined }
