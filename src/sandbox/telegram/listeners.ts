export class Listeners {
  readonly #listeners = new Set<() => void>()

  /** Returns what takes the listener away again. */
  add(listener: () => void): () => void {
    // A function of its own, so that the same listener may be added twice.
    const entry = (): void => listener()
    this.#listeners.add(entry)
    return () => this.#listeners.delete(entry)
  }

  notify(): void {
    for (const listener of this.#listeners) listener()
  }
}
