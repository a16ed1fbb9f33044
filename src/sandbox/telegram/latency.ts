/** The connection that waits for the answer. */
export interface Waiting {
  onClose(listener: () => void): void
}

/** Over sooner when the client goes. */
export async function delay(ms: number, waiting: Waiting): Promise<void> {
  if (ms <= 0) return
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms)
    waiting.onClose(() => {
      clearTimeout(timer)
      resolve()
    })
  })
}
