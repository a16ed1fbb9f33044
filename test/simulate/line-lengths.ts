import type { LinePoint } from './simulate.ts'

const stretches = 240

/** How many wait, averaged over even stretches of time from 0 to the last arrival, and at most at once. */
export class LineLengths {
  readonly #stretchMs: number
  /** How many waited, times how long, in each stretch. */
  readonly #sums = new Float64Array(stretches)
  #now = 0
  #longest = 0

  constructor(lastArrivalAt: number) {
    this.#stretchMs = Math.max(1, lastArrivalAt) / stretches
  }

  get longest(): number {
    return this.#longest
  }

  /** From where it stands up to `at`, `waiting` waited. */
  passTo(at: number, waiting: number): void {
    this.#longest = Math.max(this.#longest, waiting)
    let stretch = Math.floor(this.#now / this.#stretchMs)
    for (; stretch < stretches && this.#now < at; stretch += 1) {
      const until = Math.min(at, (stretch + 1) * this.#stretchMs)
      this.#sums[stretch] = (this.#sums[stretch] ?? 0) + waiting * Math.max(0, until - this.#now)
      this.#now = Math.max(this.#now, until)
    }
    this.#now = at
  }

  /** Each at the middle of its stretch. */
  means(): readonly LinePoint[] {
    return Array.from(this.#sums, (sum, stretch) => ({
      at: (stretch + 0.5) * this.#stretchMs,
      waiting: sum / this.#stretchMs,
    }))
  }
}
