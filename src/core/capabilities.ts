import type { Format } from './rich-text.ts'

/** What a platform can carry, as plain data: `fit` reduces content to it, and the adapter contract suite tests every line. */
export interface Capabilities {
  readonly text: TextCapability
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
