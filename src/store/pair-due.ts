import type { Candidate, Ticket } from '../core/matchmaking.ts'
import { scarceAmong } from '../core/scarcity.ts'
import type { UserId } from '../core/room.ts'
import { kindOf, type TicketKind } from '../core/ticket-kind.ts'
import { createAdmission } from './admission.ts'
import { type Committer, rethrowKeyTrouble } from './committer.ts'
import { enterRoom } from './enter-room.ts'
import { meetAgain } from './meet-again.ts'
import type { Parts } from './parts.ts'
import type { PairDue, PairingPlan } from './store.ts'
import { noEffects } from './write.ts'

/** Whom our code has failed on is tried again so much later: others are not kept waiting, and they hardly longer than they must. */
const troubleMs = 1000

type Attempts = Pick<Committer, 'attempt'>

/**
 * Tries those who would meet again and then the tickets that are due, at most `plan.most` of each. Inside the caller's transaction:
 * nobody can leave the line or enter a room between the choice and the pairing.
 */
export function pairDue(parts: Parts, committer: Attempts, plan: PairingPlan): PairDue {
  const troubles: unknown[] = []
  /** What our code fails on holds up nobody else. */
  const alone = <T>(part: () => T): T | undefined => {
    const attempted = committer.attempt(part)
    if ('value' in attempted) return attempted.value
    rethrowKeyTrouble(attempted.error)
    troubles.push(attempted.error)
    return undefined
  }
  const lanes = new Set<UserId>(meetAgain(parts, plan, troubleMs, alone))
  const waiting = new Map(parts.line.waitingOfEach())
  let tried = 0
  for (; tried < plan.most; tried += 1) {
    const ticket = parts.line.nextDue(plan.now)
    if (!ticket) break
    const failures = troubles.length
    const partner = alone(() => {
      const chosen = partnerFor(parts, ticket, waiting, plan)
      if (chosen) enterRoom(parts, plan, [ticket.user, chosen.ticket.user], false)
      else parts.line.markTried(ticket, plan.now)
      return chosen
    })
    if (troubles.length > failures) parts.line.postpone(ticket.user, plan.now + troubleMs)
    if (!partner) continue
    lanes.add(ticket.user).add(partner.ticket.user)
    leaves(waiting, ticket)
    leaves(waiting, partner.ticket)
  }
  return {
    ...noEffects,
    lanes,
    more: tried === plan.most || parts.againWishes.isAnyDue(),
    nextDueAt: earlier(parts.line.nextDueAt(), parts.againWishes.nextDueAt()),
    troubles,
  }
}

const earlier = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined || b === undefined ? (a ?? b) : Math.min(a, b)

function leaves(waiting: Map<TicketKind, number>, ticket: Ticket): void {
  const kind = kindOf(ticket)
  const left = (waiting.get(kind) ?? 0) - 1
  if (left > 0) waiting.set(kind, left)
  else waiting.delete(kind)
}

/**
 * To know whether two may meet costs more than to compare them: it is asked of the best alone. Where that one must be passed over, of
 * everybody, so that whoever stands behind is seen.
 */
function partnerFor(
  parts: Parts,
  ticket: Ticket,
  waiting: ReadonlyMap<TicketKind, number>,
  plan: PairingPlan,
): Candidate | undefined {
  const { line } = parts
  const foremost = line.foremost(ticket, waiting)
  if (foremost.length === 0) return undefined
  const scarce = scarceAmong(waiting)
  const admission = createAdmission(parts, ticket, plan)
  const chooseFrom = (candidates: readonly Candidate[]): Candidate | undefined =>
    plan.choose(ticket, candidates, scarce, plan.now)
  const lookFurther = (): Candidate | undefined =>
    chooseFrom(line.candidates(ticket, waiting, admission.ask))

  // Whoever has not been asked passes for new.
  let candidates = foremost.map((other): Candidate => ({ ticket: other, metBefore: false }))
  for (;;) {
    const best = chooseFrom(candidates)
    if (!best) break
    if (admission.hasAsked(best.ticket)) return best
    const admitted = admission.ask(best.ticket)
    if (!admitted) return lookFurther()
    candidates = candidates.map((each) => (each === best ? admitted : each))
  }
  const mayMeetAll = foremost.every((other) => admission.ask(other) !== undefined)
  return mayMeetAll ? undefined : lookFurther()
}
