/** What was drawn for files, so that a message that is drawn anew neither stops a film nor hides again what was revealed. */
export class KeptElements {
  #elements = new Map()

  take(file, draw) {
    const key = JSON.stringify(file)
    const element = this.#elements.get(key) ?? draw()
    this.#elements.set(key, element)
    return element
  }

  /** Forgets what is in none of these messages any more. */
  keepOnly(chat) {
    const present = new Set(chat.flatMap(({ files }) => files.map((file) => JSON.stringify(file))))
    for (const key of this.#elements.keys()) if (!present.has(key)) this.#elements.delete(key)
  }
}
