import type { Write } from '../../src/store/write.ts'
import type { Sender } from '../../src/core/inbound.ts'
import type { UserId } from '../../src/core/room.ts'
import { choosePartner, type Ticket } from '../../src/core/matchmaking.ts'
import type { Keyring } from '../../src/keyring.ts'
import { applyWrites } from '../../src/store/apply-writes.ts'
import { Committer } from '../../src/store/committer.ts'
import { type Database, databaseOn } from '../../src/store/database.ts'
import { situationOfInbound } from '../../src/store/load-situation.ts'
import { openDatabase } from '../../src/store/open-database.ts'
import { pairDue } from '../../src/store/pair-due.ts'
import { createParts, type Parts } from '../../src/store/parts.ts'
import type { PairingPlan } from '../../src/store/store.ts'
import { counted } from './counted-keyring.ts'
import { countedStatements } from './counted-statements.ts'
import { type FilledLine, senderOf } from './fill-line.ts'

export interface Sample {
  /** In its units of work alone. */
  readonly insideMs: number
  /** From the first unit handed in to the last one on disk. */
  readonly committedMs: number
  readonly statements: number
  readonly hashes: number
  readonly opens: number
}

export interface Paired {
  readonly room: number
  /** As they stood in the line. */
  readonly partner: Ticket
}

export type Unit = () => void

export interface LineStage extends Disposable {
  readonly database: Database
  readonly parts: Parts
  readonly now: number
  /** Numbers of users that have always been in the line. */
  readonly waiting: { readonly first: UserId; readonly size: number }
  /** Runs units one after the other, each in a commit of its own at synchronous FULL. */
  measure(...units: readonly Unit[]): Promise<Sample>
  /** The same in one commit, unmeasured. */
  tidy(unit: Unit): Promise<void>
  /** Gives somebody who was copied the identity under which they would write. */
  recognise(user: UserId): void
  /** As an inbox item: its situation is loaded, and this is what was decided. */
  does(user: UserId, ...writes: readonly Write[]): void
  /** As the matchmaker; what came of it, if somebody was found. */
  pairs(): Paired | undefined
}

/** The store's own units on a line that was filled, with everything they do counted. */
export function openLineStage(
  file: string,
  secret: Keyring,
  { now, firstWaiting }: FilledLine,
  size: number,
): LineStage {
  const sqlite = openDatabase(file)
  const { keyring, work } = counted(secret)
  const { database, executed } = countedStatements(databaseOn(sqlite, keyring, () => 0))
  const parts = createParts(database, () => [])
  const committer = new Committer(sqlite)
  const identify = sqlite.prepare('UPDATE user SET identity = ? WHERE id = ?')
  const senderFor = (user: UserId): Sender => senderOf(parts.people.lane(user).platform, user)
  let lastRoom = 0
  let partner: Ticket | undefined
  const plan = (): PairingPlan => ({
    now,
    most: 32,
    choose(ticket, candidates, scarce, at) {
      const chosen = choosePartner(ticket, candidates, scarce, at)
      partner = chosen?.ticket
      return chosen
    },
    draw: () => ({ room: (lastRoom += 1), pseudonyms: ['Quiet Heron', 'Amber Otter'] }),
    announce: ({ pseudonym }) => [
      { kind: 'send', text: { text: pseudonym, ranges: [] }, buttons: [], replyTo: undefined },
    ],
  })
  return {
    database,
    parts,
    now,
    waiting: { first: firstWaiting, size },
    async measure(...units) {
      const before = { ...work, statements: executed() }
      let insideMs = 0
      const start = performance.now()
      for (const unit of units)
        await committer.submit(() => {
          const begun = performance.now()
          unit()
          insideMs += performance.now() - begun
        })
      return {
        insideMs,
        committedMs: performance.now() - start,
        statements: executed() - before.statements,
        hashes: work.hashes - before.hashes,
        opens: work.opens - before.opens,
      }
    },
    tidy: (unit) => committer.submit(unit),
    recognise(user) {
      const { platform, id } = senderFor(user)
      identify.run(keyring.hash('identity', `${platform} ${id}`), user)
    },
    does(user, ...writes) {
      const sender = senderFor(user)
      const event = { kind: 'command', command: 'find', replyTo: undefined } as const
      const inbound = { sender, seenKey: undefined, position: undefined, event }
      situationOfInbound(parts, inbound, now, 0)
      applyWrites(parts, database, { kind: 'sender', sender, user }, writes, now)
    },
    pairs() {
      partner = undefined
      pairDue(parts, committer, plan())
      return partner && { room: lastRoom, partner }
    },
    [Symbol.dispose]: () => void sqlite.close(),
  }
}
