import type { ServerResponse } from 'node:http'

const tickMs = 50

export interface Trickle {
  readonly bytesPerSecond: number
  readonly finish: () => void
}

/** Writes the bytes so slowly, until they end or the client goes. */
export function trickle(
  response: ServerResponse,
  bytes: Uint8Array,
  { bytesPerSecond, finish }: Trickle,
): void {
  let due = 0
  let written = 0
  response.flushHeaders()
  const timer = setInterval(() => {
    due += (bytesPerSecond * tickMs) / 1000
    const until = Math.min(bytes.length, Math.floor(due))
    if (until > written) response.write(bytes.subarray(written, until))
    written = until
    if (written < bytes.length) return
    clearInterval(timer)
    finish()
  }, tickMs)
  response.once('close', () => clearInterval(timer))
}
