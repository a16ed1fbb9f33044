// What a failed request means. Messages name Telegram's answer or the network's code: grammY's own errors hold the request and are not passed on.

import { GrammyError, HttpError } from 'grammy'

import type { Action } from '../../src/core/action.ts'
import { DeliveryError, type Failure } from '../../src/core/delivery-error.ts'
import { ForeignAnswer } from './bot-api.ts'
import { errorCode, failedBeforeSending } from '../../src/lib/before-sending.ts'

export function toDeliveryError(what: string, error: unknown): DeliveryError {
  if (error instanceof DeliveryError) return error
  return new DeliveryError(toFailure(error), `Telegram ${what}: ${describe(error)}`)
}

function toFailure(error: unknown): Failure {
  if (error instanceof GrammyError) return fromAnswer(error)
  const cause = error instanceof HttpError ? error.error : undefined
  if (cause instanceof ForeignAnswer) return fromForeign(cause)
  return failedBeforeSending(cause) ? { kind: 'not-sent' } : { kind: 'unknown' }
}

const gone =
  /blocked by the user|user is deactivated|can't initiate conversation|can't send messages to|chat not found|user not found|PEER_ID_INVALID/i

/**
 * An album is sent message by message and can break off in the middle; the answer then repeats the reason of one of them, with its code:
 * https://github.com/rubenlagus/TelegramBots/issues/1520
 */
const inPart = /failed to send message #\d/i

/**
 * A 429 holds its lane alone: Telegram documents a limit for each chat ("avoid sending more than one message per second" in one) and leaves
 * open which limit an answer is about. When it is the bot's, every lane hears it of its own: https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
 */
function fromAnswer(error: GrammyError): Failure {
  const { error_code: code, description } = error
  if (inPart.test(description)) return { kind: 'unknown' }
  if (code === 429)
    return { kind: 'rate-limited', scope: 'lane', retryAfterMs: retryAfterMs(error) ?? 1000 }
  if (code === 401) return { kind: 'adapter-halted' }
  if (code >= 500) return { kind: 'unknown' }
  return (code === 403 || code === 400) && gone.test(description)
    ? { kind: 'recipient-gone' }
    : { kind: 'rejected' }
}

/**
 * A gateway before the Bot API says in HTML that a request is too large for it, or 5xx while it may have been carried out; any other page
 * is not Telegram's at all.
 */
function fromForeign({ httpStatus, isBroken }: ForeignAnswer): Failure {
  if (httpStatus === 429) return { kind: 'rate-limited', scope: 'platform', retryAfterMs: 1000 }
  if (httpStatus === 413) return { kind: 'rejected' }
  return httpStatus >= 500 || isBroken ? { kind: 'unknown' } : { kind: 'adapter-halted' }
}

/** How long Telegram asks to wait, where it does: https://core.telegram.org/bots/api#responseparameters */
export function retryAfterMs(error: unknown): number | undefined {
  const seconds = error instanceof GrammyError ? error.parameters.retry_after : undefined
  return seconds === undefined ? undefined : seconds * 1000
}

/** A few words for logs and messages, without token, content or ids. */
export function describe(error: unknown): string {
  if (error instanceof GrammyError) return `${error.error_code} ${withoutData(error.description)}`
  const cause = error instanceof HttpError ? error.error : error
  if (cause instanceof ForeignAnswer) return cause.message
  if (cause instanceof Error && cause.name === 'AbortError') return 'no answer in time'
  return errorCode(cause) ?? 'the request failed'
}

/** Telegram's descriptions are fixed phrases with now and then something of the request in them, quoted or as a number or address. */
function withoutData(description: string): string {
  return description
    .replace(/"[^"]*"?|“[^”]*”?|\S*:\/\/\S*|\d{5,}|[^\x20-\x7e]+/g, '…')
    .slice(0, 100)
    .trim()
}

/** The answer to a second poller or a webhook set elsewhere is 409: https://core.telegram.org/bots/api#getupdates */
export function toRefusal(error: unknown): string | undefined {
  if (!(error instanceof GrammyError)) return undefined
  switch (error.error_code) {
    case 401:
    // A token of the wrong shape is 404.
    case 404:
      return 'Telegram refuses TELEGRAM_TOKEN. Copy it again from @BotFather.'
    case 409:
      return 'Another process takes the updates of TELEGRAM_TOKEN, by polling or by a webhook. Stop it, then start this one again.'
    default:
      return undefined
  }
}

/** A page instead of the Bot API, where no gateway's trouble explains it. */
export function isForeign(error: unknown): boolean {
  return toFailure(error).kind === 'adapter-halted'
}

/** Everything is already as it should be: https://core.telegram.org/bots/api#editmessagetext, https://core.telegram.org/bots/api#deletemessage */
export function isDoneAlready(kind: Action['kind'], error: unknown): boolean {
  if (!(error instanceof GrammyError) || error.error_code !== 400) return false
  const { description } = error
  return (
    ((kind === 'edit' || kind === 'edit-files') &&
      description.includes('message is not modified')) ||
    (kind === 'delete' && description.includes('message to delete not found'))
  )
}
