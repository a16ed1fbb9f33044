// What a failed request means. Messages name Discord's answer or the network's code: discord.js's own errors hold the request and are not passed on.

import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js'

import { DeliveryError, type Failure } from '../../src/core/delivery-error.ts'
import { errorCode, failedBeforeSending } from '../../src/lib/before-sending.ts'

/** A 429 as Discord words it: https://docs.discord.com/developers/topics/rate-limits#exceeding-a-rate-limit */
export class TooManyRequests extends Error {
  override readonly name = 'TooManyRequests'
  readonly retryAfterMs: number
  readonly isGlobal: boolean

  constructor(retryAfterMs: number, isGlobal: boolean) {
    super('429')
    this.retryAfterMs = retryAfterMs
    this.isGlobal = isGlobal
  }
}

/** Whatever answers is not Discord's API: a page of Cloudflare, a proxy, another site. */
export class ForeignAnswer extends Error {
  override readonly name = 'ForeignAnswer'

  constructor() {
    super('a page that is not the API')
  }
}

export function toDeliveryError(request: string, error: unknown): DeliveryError {
  if (error instanceof DeliveryError) return error
  return new DeliveryError(toFailure(error), `Discord ${request}: ${describe(error)}`)
}

function toFailure(error: unknown): Failure {
  if (error instanceof TooManyRequests)
    return {
      kind: 'rate-limited',
      scope: error.isGlobal ? 'platform' : 'lane',
      retryAfterMs: error.retryAfterMs,
    }
  // discord.js knows from earlier answers that this request would be refused, and has not sent it.
  if (error instanceof RateLimitError)
    return {
      kind: 'rate-limited',
      scope: error.global ? 'platform' : 'lane',
      retryAfterMs: Math.max(1, Math.ceil(error.timeToReset)),
    }
  if (error instanceof ForeignAnswer) return { kind: 'adapter-halted' }
  if (error instanceof DiscordAPIError) return fromAnswer(error)
  if (error instanceof HTTPError) return { kind: 'unknown' }
  return failedBeforeSending(error) ? { kind: 'not-sent' } : { kind: 'unknown' }
}

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#json-json-error-codes */
export const codes = {
  unknownChannel: 10003,
  unknownMessage: 10008,
  unknownUser: 10013,
  quarantined: 20026,
  unauthorized: 40001,
  sendingSwitchedOff: 40004,
  featureSwitchedOff: 40006,
  missingAccess: 50001,
  cannotSendToUser: 50007,
  noMutualGuilds: 50278,
  overloaded: 130000,
} as const

const gone: ReadonlySet<unknown> = new Set([
  codes.unknownChannel,
  codes.unknownUser,
  codes.missingAccess,
  codes.cannotSendToUser,
  codes.noMutualGuilds,
])
const halting: ReadonlySet<unknown> = new Set([codes.quarantined, codes.unauthorized])
/** Refused for the moment and surely not carried out. */
const later: ReadonlySet<unknown> = new Set([
  codes.sendingSwitchedOff,
  codes.featureSwitchedOff,
  codes.overloaded,
])

function fromAnswer({ rawError, status, code }: DiscordAPIError): Failure {
  // Also by a page of Cloudflare's, who looks first.
  if (status === 413) return { kind: 'rejected' }
  // What is no JSON arrives as bytes.
  if (rawError instanceof ArrayBuffer || status === 401 || halting.has(code))
    return { kind: 'adapter-halted' }
  if (gone.has(code)) return { kind: 'recipient-gone' }
  return later.has(code) ? { kind: 'not-sent' } : { kind: 'rejected' }
}

/** Whether Discord itself has answered with this code. */
export function isAnswer(error: unknown, code: number): boolean {
  return error instanceof DiscordAPIError && error.code === code
}

/** A few words for logs, without token, content or ids: Discord's own sentences can quote the request. */
export function describe(error: unknown): string {
  if (error instanceof DeliveryError) return error.message
  if (error instanceof TooManyRequests) return '429'
  if (error instanceof RateLimitError) return 'held back by the rate limit'
  if (error instanceof DiscordAPIError)
    return error.rawError instanceof ArrayBuffer
      ? `${error.status}, a page that is not the API`
      : `${error.status}, code ${error.code}`
  if (error instanceof HTTPError) return String(error.status)
  if (error instanceof ForeignAnswer) return error.message
  if (error instanceof Error && error.name === 'AbortError') return 'no answer in time'
  return errorCode(error) ?? 'the request failed'
}
