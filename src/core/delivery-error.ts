/** Why a request to a platform brought no receipt; it decides what the outbox does next. */
export type Failure =
  /** Wait exactly that long; costs no attempt. `platform` holds every lane of the platform. */
  | {
      readonly kind: 'rate-limited'
      readonly scope: 'lane' | 'platform'
      readonly retryAfterMs: number
    }
  /** Blocked, deactivated, DMs closed: the room ends, the lane is dropped, and writing again makes them reachable. */
  | { readonly kind: 'recipient-gone' }
  /** A definite no to this very request: it will never be accepted. */
  | { readonly kind: 'rejected' }
  /** Failed before any byte of the request went out: repeating is safe. */
  | { readonly kind: 'not-sent' }
  /** Timed out, cut, 5xx: the platform may have done it. */
  | { readonly kind: 'unknown' }
  /** The platform will answer nothing any more (token refused, quarantine, not the platform at all): the queue waits. */
  | { readonly kind: 'adapter-halted' }

/** The only error that crosses from an adapter to the product. Its message names the platform's answer and never content, ids or tokens. */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError'
  readonly failure: Failure

  constructor(failure: Failure, message: string, options?: ErrorOptions) {
    super(message, options)
    this.failure = failure
  }
}
