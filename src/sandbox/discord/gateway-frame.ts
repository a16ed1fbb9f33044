import { z } from 'zod'

const heartbeat = z.object({ op: z.literal(1), d: z.int().nullish() })
const identify = z.object({
  op: z.literal(2),
  d: z.object({ token: z.string(), intents: z.int() }),
})
const resume = z.object({
  op: z.literal(6),
  d: z.object({ token: z.string(), session_id: z.string(), seq: z.int() }),
})
const other = z.object({ op: z.literal([3, 4, 8]) })
const anyFrame = z.discriminatedUnion('op', [heartbeat, identify, resume, other])

export type GatewayFrame =
  | { readonly kind: 'heartbeat'; readonly seq: number | null }
  | { readonly kind: 'identify'; readonly token: string; readonly intents: number }
  | {
      readonly kind: 'resume'
      readonly token: string
      readonly sessionId: string
      readonly seq: number
    }
  /** Presence, voice state, members: a client may send them and nothing comes of it. */
  | { readonly kind: 'other' }

/** What a client says; `undefined` when it makes no sense. */
export function parseGatewayFrame(text: string): GatewayFrame | undefined {
  const parsed = anyFrame.safeParse(parseJson(text))
  if (!parsed.success) return undefined
  const frame = parsed.data
  switch (frame.op) {
    case 1:
      return { kind: 'heartbeat', seq: frame.d ?? null }
    case 2:
      return {
        kind: 'identify',
        token: frame.d.token.replace(/^Bot /, ''),
        intents: frame.d.intents,
      }
    case 6:
      return {
        kind: 'resume',
        token: frame.d.token.replace(/^Bot /, ''),
        sessionId: frame.d.session_id,
        seq: frame.d.seq,
      }
    default:
      return { kind: 'other' }
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
