import { fallbackLocale } from '../core/locale.ts'
import type { Adapter } from '../adapter.ts'
import type { Clock } from '../clock.ts'
import { filesOf, purposeOf, type Action } from '../core/action.ts'
import { withdraw } from '../core/decide.ts'
import { DeliveryError } from '../core/delivery-error.ts'
import type { Platform } from '../core/platform.ts'
import { retryDelayMs } from '../core/retry.ts'
import { unreachable } from '../lib/must.ts'
import type { Log } from '../log.ts'
import { MediaRefused, type MediaWorks } from '../media/media.ts'
import type { Claimed, Outcome } from '../store/store.ts'
import type { Composer } from './compose.ts'
import type { Pass } from './holds.ts'
import { makeReady, type NotReady } from './make-ready.ts'
import { simplified } from './simplify.ts'

/** So often a request may stay without an answer before it is taken to be the reason. */
const mostUnknowns = 12
/** So often files are asked for, a few minutes in all: what follows in the lane waits behind them. */
const mostFetches = 10
/** The repeat of what may have arrived waits until a short trouble of the platform is over or has shown itself. */
const doubtDelayMs = 5000

export interface Attempted {
  readonly outcome: Outcome
  /** The platform takes nothing until then; with a problem that somebody must look at where there is one. */
  readonly hold: { readonly untilMs: number; readonly problem: string | undefined } | undefined
}

export interface AttemptDeps {
  readonly media: MediaWorks
  readonly adapters: ReadonlyMap<Platform, Adapter>
  readonly composer: Composer
  readonly clock: Clock
  readonly log: Log
  readonly jitter: () => number
}

interface Signals {
  /** The process ends: nothing new is begun. */
  readonly ending: AbortSignal
  /** It has waited long enough for answers. */
  readonly impatience: AbortSignal
}

/** One attempt at a claimed request, and what it means for the outbox. Never fails. */
export async function attempt(
  claimed: Claimed,
  deps: AttemptDeps,
  signals: Signals,
  pass: Pick<Pass, 'pause' | 'resume'>,
): Promise<Attempted> {
  const adapter = deps.adapters.get(claimed.platform)
  const { clock } = deps
  if (!adapter)
    return { outcome: wait(clock.now()), hold: { untilMs: Infinity, problem: undefined } }
  const unknown = await resolveUnknown(claimed, adapter, deps, signals.impatience)
  if (unknown.kind === 'settled') return unknown.attempted
  const { delivery } = claimed
  const ready = await makeReady(delivery.action, deps.media, signals.ending, pass)
  if (ready.kind === 'not-ready') return notReady(claimed, ready, deps)
  // While files were waited for the time may have passed in which a repeat is harmless.
  const still =
    unknown.since !== undefined && filesOf(delivery.action).length > 0
      ? await resolveUnknown(claimed, adapter, deps, signals.impatience)
      : unknown
  if (still.kind === 'settled') {
    ready.dispose()
    return still.attempted
  }
  const startedAt = clock.now()
  let rejection: unknown
  try {
    const receipt = await adapter.perform(delivery, ready.files, signals.impatience)
    return { outcome: { kind: 'delivered', receipt }, hold: undefined }
  } catch (error) {
    const isRejected = error instanceof DeliveryError && error.failure.kind === 'rejected'
    if (!isRejected) return failed(claimed, error, still.since ?? startedAt, deps)
    rejection = error
  } finally {
    ready.dispose()
  }
  const simpler = simplified(delivery.action, claimed.isNotice && !claimed.isUnasked)
  if (!simpler) return failed(claimed, rejection, startedAt, deps)
  return attemptSimpler(claimed, simpler, adapter, deps, signals, pass)
}

/** What a platform refuses for its form is said once more as plainly as it can be. */
async function attemptSimpler(
  claimed: Claimed,
  action: Action,
  adapter: Adapter,
  deps: AttemptDeps,
  signals: Signals,
  pass: Pick<Pass, 'pause' | 'resume'>,
): Promise<Attempted> {
  const ready = await makeReady(action, deps.media, signals.ending, pass)
  if (ready.kind === 'not-ready') return notReady(claimed, ready, deps)
  const startedAt = deps.clock.now()
  try {
    const delivery = { ...claimed.delivery, action }
    const receipt = await adapter.perform(delivery, ready.files, signals.impatience)
    return { outcome: { kind: 'delivered', receipt }, hold: undefined }
  } catch (error) {
    return failed(claimed, error, startedAt, deps)
  } finally {
    ready.dispose()
  }
}

/** Nothing was sent. Where files could not be had, the trouble is with the sender's platform or with the file. */
function notReady(claimed: Claimed, { cause }: NotReady, deps: AttemptDeps): Attempted {
  const { clock, jitter, log } = deps
  const outcome = (): Outcome => {
    if (cause === 'ending' || cause === 'held') return wait(clock.now())
    if (cause instanceof MediaRefused)
      return { kind: 'reduced', without: [cause.number], why: cause.reason }
    const failure = cause instanceof DeliveryError ? cause.failure : undefined
    const answer = cause instanceof Error ? cause.message : ''
    log.warn({ failure: failure?.kind, answer }, 'A file could not be fetched.')
    switch (failure?.kind) {
      case 'rejected':
      case 'recipient-gone':
      case undefined:
        return { kind: 'dead', why: { why: 'gone' } }
      case 'rate-limited':
        return wait(clock.now() + failure.retryAfterMs)
      case 'not-sent':
      case 'unknown':
      case 'adapter-halted': {
        if (claimed.attempts >= mostFetches) return { kind: 'dead', why: { why: 'too-slow' } }
        const dueAt = clock.now() + retryDelayMs(claimed.attempts, jitter())
        return { kind: 'later', dueAt, counts: 'attempt' }
      }
    }
  }
  return { outcome: outcome(), hold: undefined }
}

type Unknown =
  | { readonly kind: 'settled'; readonly attempted: Attempted }
  | { readonly kind: 'perform'; readonly since: number | undefined }

/** What to do about earlier attempts that may have arrived, before anything is sent again. */
async function resolveUnknown(
  claimed: Claimed,
  adapter: Adapter,
  deps: AttemptDeps,
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
  if (purposeOf(delivery.action) !== 'send') return { kind: 'perform', since: unknownSince }
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

function failed(claimed: Claimed, error: unknown, since: number, deps: AttemptDeps): Attempted {
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
          judge: (situation) =>
            // Nobody reads what is said to who is gone.
            composer.compose(
              withdraw(situation),
              situation.user ?? { platform, locale: fallbackLocale },
              situation.room,
            ),
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
