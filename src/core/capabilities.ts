import type { MediaKind } from './media.ts'
import type { Format } from './rich-text.ts'

/** What a platform can carry, as plain data: `fit` reduces content to it, and the adapter contract suite tests every line. */
export interface Capabilities {
  readonly text: TextCapability
  readonly media: MediaCapability
  /** So long one sign that the partner types is shown; 0 where there is none. */
  readonly typingLastsMs: number
  /** Whether people's deletions are told; where they are not, /delete stands in. */
  readonly tellsDeletions: boolean
  readonly reactions: ReactionCapability
  /** What is sure after a request whose outcome is unknown: see DeliveryError's `unknown`. */
  readonly afterUnknown:
    | { readonly kind: 'repeat-once' }
    /** Within the window the same key makes no second message; after it, `find` looks in the recipient's chat. */
    | { readonly kind: 'repeat-by-key'; readonly windowMs: number }
}

/**
 * How long a text becomes on the wire, in UTF-16 units:
 * its length, one more for each character in `escaped`, `marks` for each range, and `quoteLineMark` for each line of a quote.
 * The adapter never renders anything longer than that.
 */
export interface TextCapability {
  readonly maxLength: number
  readonly escaped: string
  readonly marks: Readonly<Record<Exclude<Format['kind'], 'link'>, number>>
  readonly quoteLineMark: number
}

export interface ReactionCapability {
  /** How many a bot can put under one message. */
  readonly most: number
  /** The only ones that are allowed, or `any`. */
  readonly allowed: 'any' | ReadonlySet<string>
}

export interface MediaCapability {
  readonly forms: Readonly<Record<MediaKind, FormCapability>>
  /** Bytes: larger files of its people the platform does not hand out to bots. */
  readonly mostFromPeople: number
  /** Bytes of all files of one request. */
  readonly mostInRequest: number
  /** Files of one album, and whether they are one message together or one each. */
  readonly album: { readonly most: number; readonly isOneMessage: boolean }
  /** Measures what is said under files. */
  readonly caption: TextCapability
  /** What it shows again to others of its people by reference, with nothing of its sender: everything else is cleaned and uploaded anew. */
  readonly byReference: ReadonlySet<MediaKind>
  /** Whether a place on the map is a thing of its own; where it is not, it is said with a link. */
  readonly hasPlaces: boolean
}

/** What becomes of one kind of file. */
export type FormCapability =
  | {
      readonly kind: 'own'
      readonly mostBytes: number
      /** The media types that it shows so; `any` takes whatever can be cleaned. */
      readonly types: 'any' | readonly string[]
      /** Files of the same name can be in one album; `undefined` where it stands alone. */
      readonly album: string | undefined
      readonly hasCaption: boolean
      readonly hasSpoiler: boolean
    }
  /** It has no such thing: the nearest is shown. */
  | { readonly kind: 'as'; readonly form: MediaKind }
