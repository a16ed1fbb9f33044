import type { Action, Delivery, Receipt } from '../core/action.ts'
import type { Address } from '../core/address.ts'
import type { Card } from '../core/card.ts'
import type { Inbound } from '../core/inbound.ts'
import type { Listener } from '../core/listener.ts'
import type { Candidate, Scarce, Ticket } from '../core/matchmaking.ts'
import type { Notice } from '../core/notice.ts'
import type { Platform } from '../core/platform.ts'
import type { RefusedFile } from '../core/refused-file.ts'
import type { RoomId, UserId } from '../core/room.ts'
import type { Situation } from '../core/situation.ts'
import type { Effects, Write } from './write.ts'

/** Turns a situation into what is to be written. Called inside a transaction: pure, synchronous, and possibly in vain. */
export type Judge = (situation: Situation) => readonly Write[]

/** A request that waits no more: its attempt is on record. */
export interface Claimed {
  readonly id: number
  readonly lane: UserId
  readonly platform: Platform
  readonly delivery: Delivery
  /** Said by the service, not by a partner. */
  readonly isNotice: boolean
  /** An edit that nobody has asked for: where its message is gone, there is nothing to say. */
  readonly isUnasked: boolean
  /** Attempts before this one that certainly did nothing, or were waited for. */
  readonly attempts: number
  /** Attempts before this one whose outcome nobody knows; an attempt cut short by a crash is one. */
  readonly unknowns: number
  /** When the first attempt of unknown outcome began. */
  readonly unknownSince: number | undefined
}

export type Outcome =
  | { readonly kind: 'delivered'; readonly receipt: Receipt }
  /** Another attempt at `dueAt`. `counts` says whether this one is held against the request. */
  | { readonly kind: 'later'; readonly dueAt: number; readonly counts: 'no' | 'attempt' }
  /** The same, after an attempt that may have arrived; `since` is when the first such attempt began. */
  | { readonly kind: 'unknown'; readonly dueAt: number; readonly since: number }
  /** Some of its files can never go: it goes without them, if anything is left, and their sender is told. Nothing was sent yet. */
  | { readonly kind: 'reduced'; readonly without: readonly number[]; readonly why: RefusedFile }
  /** Given up: the author of a relayed message is told, at most once a minute. A notice has no author. */
  | { readonly kind: 'dead'; readonly why: FailureReason }
  /** Given up with everything else in the lane; `judge` ends what counted on the recipient. */
  | { readonly kind: 'gone'; readonly judge: Judge }

/** Whether the platform takes one more request. Called inside the transaction, at most once for a claim. */
export type Admit = (platform: Platform) => boolean

export type FailureReason = Extract<Notice, { kind: 'not-delivered' }>['why'] | RefusedFile

/** What a lane has next. */
export type Head =
  | { readonly kind: 'claimed'; readonly claimed: Claimed }
  | { readonly kind: 'not-yet'; readonly dueAt: number }
  /** Its platform takes nothing at the moment. */
  | { readonly kind: 'held'; readonly platform: Platform }
  | { readonly kind: 'empty' }

/** How those who wait are paired, and what is drawn and said for each pair. Called inside a transaction: pure but for chance, synchronous. */
export interface PairingPlan {
  readonly now: number
  /** Tickets to try in one unit of work, so that none holds up the relay for long. */
  readonly most: number
  choose(
    ticket: Ticket,
    candidates: readonly Candidate[],
    scarce: Scarce,
    now: number,
  ): Candidate | undefined
  draw(): { readonly room: RoomId; readonly pseudonyms: readonly [string, string] }
  /** What one of the two is told of the other. */
  announce(card: Card, to: Listener): readonly Action[]
}

export interface PairDue extends Effects {
  /** Others may be due as well. */
  readonly more: boolean
  /** When the next ticket, or two who would meet again, are to be tried; `undefined` when nobody's wishes can give way any more. */
  readonly nextDueAt: number | undefined
  /** What our code failed on, each alone: it holds up nobody else, and is tried again a second later. */
  readonly troubles: readonly unknown[]
}

/** How those who wait are kept informed. The judges are asked for users who wait. */
export interface AttendPlan {
  readonly now: number
  /** So many may be told something now. Whoever is let go counts as both. */
  readonly most: AttendBudget
  /** The waiting message as it would read now. */
  readonly refresh: Judge
  /** For who has not been heard for a while. */
  readonly ask: Judge
  /** For who has not answered that. */
  readonly endSearch: Judge
}

export interface AttendBudget {
  readonly edits: number
  readonly questions: number
}

export interface Attended extends Effects {
  /** What is left of the budget. */
  readonly left: AttendBudget
  /** When the next is due for each of them, which may be now; `undefined` when nobody is. */
  readonly nextAt: Readonly<Record<'refresh' | 'ask' | 'endSearch', number | undefined>>
  /** What our code failed on, each alone. */
  readonly troubles: readonly unknown[]
}

export interface SweepPlan {
  readonly now: number
  /** For each user of a room that has gone quiet. */
  readonly quiet: Judge
  /** For one user of a room in which nothing was said for a day. */
  readonly expired: Judge
}

/** What one bite of upkeep came to. */
export interface Swept extends Effects {
  /** Whether another bite is due at once. */
  readonly more: boolean
  /** What our code failed on, each alone: it holds up nothing else. */
  readonly troubles: readonly unknown[]
}

export interface OpenPosition {
  readonly address: Address
  readonly after: string | undefined
}

/** Counts for the dashboard and /healthz, read on a connection of their own. */
export interface Numbers {
  readonly waiting: number
  readonly chatting: number
  readonly roomsToday: number
  readonly messagesToday: number
  readonly outboxDepth: number
  readonly outboxOldestAt: number | undefined
  readonly perMinute: readonly {
    readonly minute: number
    readonly platform: Platform
    readonly count: number
  }[]
}

/**
 * Units of work on the database. Each is all or nothing and is on disk when its promise resolves; units submitted in one turn share
 * a commit. All reject with a DatabaseFailure when the database failed: then nothing was written, and the same may be tried again.
 */
export interface Store extends AsyncDisposable {
  /** Takes in one inbound: nothing happens for one seen before. Rejects with the judge's own error when that threw. */
  takeIn(inbound: Inbound, judge: Judge): Promise<Effects>
  /**
   * Remembers an inbound that our code failed on as seen, by the name of the error, so that it is not offered for ever; and that alone
   * where the judge throws, or what it judges cannot be loaded.
   */
  giveUp(inbound: Inbound, error: string, judge: Judge): Promise<Effects>
  /**
   * Begins a delivery: the head of the lane, if it is due and its platform admits it. Never called for a lane with a request in flight.
   * `lanes` are of authors who are told that something was given up.
   */
  claim(lane: UserId, admit: Admit, now: number): Promise<Effects & { readonly next: Head }>
  /** Records what came of a claimed request, and claims the lane's next one in the same commit; later where that throws. */
  record(
    claimed: Claimed,
    outcome: Outcome,
    admit: Admit,
    now: number,
  ): Promise<Effects & { readonly next: Head }>
  /** The author's albums are taken to be whole: `judge` says what they become. */
  finishAlbums(author: UserId, judge: Judge): Promise<Effects>
  /** Whose albums an earlier run has left unfinished: read once, at the start. */
  gatheringAuthors(): readonly UserId[]
  /** Every lane that holds something: read once, at the start. */
  busyLanes(): readonly { readonly lane: UserId; readonly platform: Platform }[]
  /** Tries tickets that are due: each that finds somebody gets a room with them, in one transaction with what both are told. */
  pairDue(plan: PairingPlan): Promise<PairDue>
  /** One bite of what those who wait are due to be told. */
  attend(plan: AttendPlan): Promise<Attended>
  /**
   * One bite of what grows old: quiet rooms, and everything past its age in retention.ts. Called again as long as there is more; other
   * units have their turn in between.
   */
  sweep(plan: SweepPlan): Promise<Swept>
  /** Erases the content keys that have nothing left to open. Throws where their file cannot be written; then it can be tried again. */
  destroyOldKeys(now: number): void
  /** Wipes deleted bytes from the write-ahead log, where they stay otherwise, and gives some of the unused pages back to the disk. */
  checkpoint(): void
  /** The chats with a ticket or a room that is open or still remembered. */
  openPositions(platform: Platform): readonly OpenPosition[]
  readNumbers(now: number): Numbers
}
