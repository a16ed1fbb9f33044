import type { Adapter } from '../adapter.ts'
import type { Clock } from '../clock.ts'
import type { Action, Receipt } from '../core/action.ts'
import { withdraw } from '../core/decide.ts'
import { DeliveryError } from '../core/delivery-error.ts'
import type { Platform } from '../core/platform.ts'
import { retryDelayMs } from '../core/retry.ts'
import { plain } from '../core/rich-text.ts'
import { unreachable } from '../lib/must.ts'
import type { Log } from '../log.ts'
import type { Claimed, Outcome } from '../store/store.ts'
import type { Composer } from './compose.ts'

/** So often a request may stay without an answer before it is taken to be the reason. */
const mostUnknowns = 12
/** The repeat of what may have arrived waits until a short trouble of the platform is over or has shown itself. */
const doubtDelayMs = 5000

export interface Attempted {
  readonly outcome: Outcome
  /** The platform takes nothing until then; with a problem that somebody must look at where there is one. */
  readonly hold: { readonly untilMs: number; readonly problem: string | undefined } | undefined
}

interface Deps {
  readonly adapters: ReadonlyMap<Platform, Adapter>
  readonly composer: Composer
  readonly clock: Clock
  readonly log: Log
  readonly jitter: () => number
}

/** One attempt at a claimed request, and what it means for the outbox. Never fails. */
export async function attempt(
  claimed: Claimed,
  deps: Deps,
  signal: AbortSignal,
): Promise<Attempted> {
  const adapter = deps.adapters.get(claimed.platform)
  const { clock } = deps
  if (!adapter)
    return { outcome: wait(clock.now()), hold: { untilMs: Infinity, problem: undefined } }
  const unknown = await resolveUnknown(claimed, adapter, deps, signal)
  if (unknown.kind === 'settled') return unknown.attempted
  const startedAt = clock.now()
  try {
    const receipt = await performOrSimplify(adapter, claimed, signal)
    return { outcome: { kind: 'delivered', receipt }, hold: undefined }
  } catch (error) {
    return failed(claimed, error, unknown.since ?? startedAt, deps)
  }
}

type Unknown =
  | { readonly kind: 'settled'; readonly attempted: Attempted }
  | { readonly kind: 'perform'; readonly since: number | undefined }

/** What to do about earlier attempts that may have arrived, before anything is sent again. */
async function resolveUnknown(
  claimed: Claimed,
  adapter: Adapter,
  deps: Deps,
  signal: AbortSignal,
): Promise<Unknown> {
  const { delivery, unknowns, unknownSince } = claimed
  if (unknownSince === undefined) return { kind: 'perform', since: undefined }
  const givenUp: Unknown = {
    kind: 'settled',
    attempted: { outcome: { kind: 'dead', why: 'unknown' }, hold: undefined },
  }
  if (unknowns >= mostUnknowns) return givenUp
  // What is done twice to a message that is there is done.
  if (delivery.action.kind !== 'send') return { kind: 'perform', since: unknownSince }
  const { afterUnknown } = adapter.capabilities
  switch (afterUnknown.kind) {
    case 'repeat-once':
      // A partner's words are not doubled more than once; a notice had better be heard twice than never.
      return unknowns <= 1 || claimed.isNotice ? { kind: 'perform', since: unknownSince } : givenUp
    case 'repeat-by-key': {
      const now = deps.clock.now()
      if (now - unknownSince < afterUnknown.windowMs)
        return { kind: 'perform', since: unknownSince }
      try {
        const receipt = await adapter.find(delivery, unknownSince, signal)
        // It surely did not arrive: the next attempt is like a first one.
        if (!receipt) return { kind: 'perform', since: undefined }
        return {
          kind: 'settled',
          attempted: { outcome: { kind: 'delivered', receipt }, hold: undefined },
        }
      } catch (error) {
        const attempted = failed(claimed, error, unknownSince, deps)
        // Looking sends nothing: its own failure adds no doubt.
        if (attempted.outcome.kind !== 'unknown') return { kind: 'settled', attempted }
        const dueAt = attempted.outcome.dueAt
        const outcome: Outcome = { kind: 'later', dueAt, counts: 'attempt' }
        return { kind: 'settled', attempted: { ...attempted, outcome } }
      }
    }
    default:
      return unreachable(afterUnknown)
  }
}

/** What a platform refuses for its form is said once more as plainly as it can be. */
async function performOrSimplify(
  adapter: Adapter,
  { delivery, isNotice }: Claimed,
  signal: AbortSignal,
): Promise<Receipt> {
  try {
    return await adapter.perform(delivery, signal)
  } catch (error) {
    const isRejected = error instanceof DeliveryError && error.failure.kind === 'rejected'
    const simpler = isRejected ? simplified(delivery.action, isNotice) : undefined
    if (!simpler) throw error
    return adapter.perform({ ...delivery, action: simpler }, signal)
  }
}

function simplified(action: Action, isNotice: boolean): Action | undefined {
  switch (action.kind) {
    case 'send': {
      const hasForm = action.text.ranges.length > 0 || action.replyTo !== undefined
      return hasForm ? { ...action, text: plain(action.text.text), replyTo: undefined } : undefined
    }
    case 'edit':
      // The message that was to be replaced is gone: a notice comes as a new one.
      if (isNotice)
        return { kind: 'send', text: action.text, buttons: action.buttons, replyTo: undefined }
      return action.text.ranges.length > 0
        ? { ...action, text: plain(action.text.text) }
        : undefined
    case 'delete':
    case 'react':
      return undefined
    default:
      return unreachable(action)
  }
}

function failed(claimed: Claimed, error: unknown, since: number, deps: Deps): Attempted {
  const { clock, composer, log } = deps
  const { platform } = claimed
  const now = clock.now()
  if (!(error instanceof DeliveryError)) {
    log.error(
      { error, platform },
      'An adapter failed in a way it must not; the message is given up.',
    )
    return { outcome: { kind: 'dead', why: 'rejected' }, hold: undefined }
  }
  const { failure } = error
  if (failure.kind !== 'rate-limited') {
    log.warn({ platform, failure: failure.kind, answer: error.message }, 'A delivery failed.')
  }
  const again = now + retryDelayMs(claimed.attempts + claimed.unknowns, deps.jitter())
  switch (failure.kind) {
    case 'rate-limited': {
      const until = now + failure.retryAfterMs
      const isPlatform = failure.scope === 'platform'
      return {
        outcome: wait(until),
        hold: isPlatform ? { untilMs: until, problem: undefined } : undefined,
      }
    }
    case 'not-sent':
      return { outcome: { kind: 'later', dueAt: again, counts: 'attempt' }, hold: undefined }
    case 'unknown': {
      const dueAt = Math.max(again, now + doubtDelayMs)
      return { outcome: { kind: 'unknown', dueAt, since }, hold: undefined }
    }
    case 'rejected':
      return { outcome: { kind: 'dead', why: 'rejected' }, hold: undefined }
    case 'recipient-gone':
      return {
        outcome: {
          kind: 'gone',
          judge: (situation) => composer.compose(withdraw(situation), platform, situation.room),
        },
        hold: undefined,
      }
    case 'adapter-halted':
      return { outcome: wait(now), hold: { untilMs: Infinity, problem: error.message } }
    default:
      return unreachable(failure)
  }
}

const wait = (dueAt: number): Outcome => ({ kind: 'later', dueAt, counts: 'no' })
