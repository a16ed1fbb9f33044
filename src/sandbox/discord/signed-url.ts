// https://docs.discord.com/developers/reference#signed-attachment-cdn-urls

import { createHmac } from 'node:crypto'

const lifetimeS = 24 * 60 * 60

/** The same address with a signature of now, whatever signature it had. */
export function signUrl(url: string, nowMs: number): string {
  const signed = new URL(url)
  const issuedS = Math.floor(nowMs / 1000)
  const ex = (issuedS + lifetimeS).toString(16)
  const is = issuedS.toString(16)
  return `${signed.origin}${signed.pathname}?ex=${ex}&is=${is}&hm=${sign(signed.pathname, ex, is)}&`
}

/** Whether the address has a signature of its own that has not expired. */
export function isSignedUrl(url: URL, nowMs: number): boolean {
  const [ex, is, hm] = ['ex', 'is', 'hm'].map((name) => url.searchParams.get(name) ?? '')
  if (ex === undefined || is === undefined || hm !== sign(url.pathname, ex, is)) return false
  return nowMs < Number.parseInt(ex, 16) * 1000
}

function sign(path: string, ex: string, is: string): string {
  return createHmac('sha256', 'sandbox').update(`${path} ${ex} ${is}`).digest('hex')
}
