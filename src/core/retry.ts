/** Doubles from the first delay to the longest. */
export function backOffMs(attempt: number, firstMs: number, longestMs: number): number {
  return Math.min(longestMs, firstMs * 2 ** Math.min(attempt, 20))
}

const firstDelayMs = 500
const longestDelayMs = 60_000

/** How long to wait before attempt `attempt + 1`, with jitter so that lanes do not return in step. `random` is in [0, 1). */
export function retryDelayMs(attempt: number, random: number): number {
  const ceiling = backOffMs(attempt, firstDelayMs, longestDelayMs)
  return Math.round(ceiling / 2 + (ceiling / 2) * random)
}
