import type { FastifyReply } from 'fastify'
import type { Clock } from '../clock.ts'
import { EventStreams } from '../lib/event-streams.ts'

const shortestGapMs = 1000
const longestGapMs = 10_000

/**
 * Sends what `render` makes to every open page: soon after a change but at most once a second, and at least every ten seconds, because ages
 * grow by themselves. Nothing is rendered while no page is open.
 */
export class PageEvents implements Disposable {
  readonly #streams = new EventStreams()
  readonly #clock: Clock
  readonly #render: () => string
  readonly #stopListening: () => void
  #lastAt = Number.NEGATIVE_INFINITY
  #dueAt = Number.POSITIVE_INFINITY
  #cancel: () => void = () => {}

  constructor(clock: Clock, changes: (listener: () => void) => () => void, render: () => string) {
    this.#clock = clock
    this.#render = render
    this.#stopListening = changes(() => this.#due(shortestGapMs))
  }

  /** Answers with an event stream that begins with the page as it is now; false when there are too many readers. */
  open(reply: FastifyReply): boolean {
    const send = this.#streams.open(reply)
    if (send === undefined) return false
    send('page', this.#render())
    this.#lastAt = this.#clock.now()
    this.#due(longestGapMs)
    return true
  }

  #due(gapMs: number): void {
    if (this.#streams.size === 0) return
    const at = Math.max(this.#lastAt + gapMs, this.#clock.now())
    if (at >= this.#dueAt) return
    this.#cancel()
    this.#dueAt = at
    this.#cancel = this.#clock.after(at - this.#clock.now(), () => this.#send())
  }

  #send(): void {
    this.#dueAt = Number.POSITIVE_INFINITY
    if (this.#streams.size === 0) return
    this.#lastAt = this.#clock.now()
    this.#streams.send('page', this.#render())
    this.#due(longestGapMs)
  }

  [Symbol.dispose](): void {
    this.#cancel()
    this.#stopListening()
    this.#streams[Symbol.dispose]()
  }
}
