/** How long Discord's "past few minutes" are: https://docs.discord.com/developers/resources/message#create-message-jsonform-params */
const windowMs = 5 * 60_000

/** Which message of the bot was posted with which nonce of late. */
export class NonceWindow {
  readonly #now: () => number
  readonly #posts = new Map<string, { readonly messageId: string; readonly at: number }>()

  constructor(now: () => number) {
    this.#now = now
  }

  remember(nonce: string | number, messageId: string): void {
    this.#forgetOld()
    this.#posts.delete(String(nonce))
    this.#posts.set(String(nonce), { messageId, at: this.#now() })
  }

  find(nonce: string | number): string | undefined {
    this.#forgetOld()
    return this.#posts.get(String(nonce))?.messageId
  }

  /** Maps keep the order of insertion, so the old ones are in front. */
  #forgetOld(): void {
    for (const [nonce, post] of this.#posts) {
      if (this.#now() - post.at < windowMs) return
      this.#posts.delete(nonce)
    }
  }
}
