/** A map of bounded size: whatever was set longest ago is forgotten first. */
export class Recent<K, V> {
  readonly #atMost: number
  readonly #entries = new Map<K, V>()

  constructor(atMost: number) {
    this.#atMost = atMost
  }

  get(key: K): V | undefined {
    return this.#entries.get(key)
  }

  set(key: K, value: V): void {
    // Maps keep the order of insertion, so what rested longest is in front.
    this.#entries.delete(key)
    this.#entries.set(key, value)
    if (this.#entries.size <= this.#atMost) return
    for (const oldest of this.#entries.keys()) {
      this.#entries.delete(oldest)
      break
    }
  }

  delete(key: K): void {
    this.#entries.delete(key)
  }
}
