import { compareSnowflakes } from './snowflake.ts'

export interface PageQuery {
  readonly before: string | undefined
  readonly after: string | undefined
  readonly around: string | undefined
  readonly limit: number
}

/** Things in the order of their ids, found and paged by binary search. */
export class IdOrdered<T extends { readonly id: string }> {
  readonly #items: T[] = []
  #snapshot: readonly T[] | undefined

  get last(): T | undefined {
    return this.#items.at(-1)
  }

  /** All of them, as they are at this moment: the array never changes. */
  all(): readonly T[] {
    return (this.#snapshot ??= this.#items.slice())
  }

  get(id: string): T | undefined {
    const item = this.#items[this.#lowerBound(id)]
    return item?.id === id ? item : undefined
  }

  /** Adds it, or puts it in the place of the one with its id. */
  put(item: T): void {
    const at = this.#lowerBound(item.id)
    this.#items.splice(at, this.#items[at]?.id === item.id ? 1 : 0, item)
    this.#snapshot = undefined
  }

  delete(id: string): boolean {
    const at = this.#lowerBound(id)
    if (this.#items[at]?.id !== id) return false
    this.#items.splice(at, 1)
    this.#snapshot = undefined
    return true
  }

  /** Oldest first. `after` gives those directly after it, everything else the latest that fit. */
  page({ before, after, around, limit }: PageQuery): readonly T[] {
    if (around !== undefined) {
      const start = Math.max(0, this.#lowerBound(around) - Math.floor(limit / 2))
      return this.#items.slice(start, start + limit)
    }
    if (before === undefined && after !== undefined) {
      const start = this.#lowerBound(after)
      const first = this.#items[start]?.id === after ? start + 1 : start
      return this.#items.slice(first, first + limit)
    }
    const end = before === undefined ? this.#items.length : this.#lowerBound(before)
    return this.#items.slice(Math.max(0, end - limit), end)
  }

  /** The index of the first item whose id is not less than `id`. Most look-ups are for the latest. */
  #lowerBound(id: string): number {
    const latest = this.#items.at(-1)
    if (latest === undefined || compareSnowflakes(latest.id, id) < 0) return this.#items.length
    let low = 0
    let high = this.#items.length - 1
    while (low < high) {
      const middle = (low + high) >>> 1
      const item = this.#items[middle]
      if (item !== undefined && compareSnowflakes(item.id, id) < 0) low = middle + 1
      else high = middle
    }
    return low
  }
}
