import { createBlocks, type Blocks } from './blocks.ts'
import { createCopies, type Copies } from './copies.ts'
import type { Database } from './database.ts'
import { createGathered, type GatheredItems } from './gathered.ts'
import { createHeldBack, type HeldBackItems } from './held-back.ts'
import { createLedger, type Ledger } from './ledger.ts'
import { createLine, type Line } from './line.ts'
import { createOutbox, type Outbox } from './outbox.ts'
import { createPeople, type People } from './people.ts'
import { createReactions, type Reactions } from './reactions.ts'
import { createRooms, type Rooms } from './rooms.ts'

/** The tables, each with its statements; units of work are made of them. */
export interface Parts {
  readonly people: People
  readonly line: Line
  readonly blocks: Blocks
  readonly rooms: Rooms
  readonly copies: Copies
  readonly gathered: GatheredItems
  readonly heldBack: HeldBackItems
  readonly reactions: Reactions
  readonly outbox: Outbox
  readonly ledger: Ledger
}

export function createParts(database: Database): Parts {
  const copies = createCopies(database)
  const gathered = createGathered(database)
  const heldBack = createHeldBack(database)
  return {
    people: createPeople(database),
    line: createLine(database),
    blocks: createBlocks(database),
    rooms: createRooms(database, { copies, gathered, heldBack }),
    copies,
    gathered,
    heldBack,
    reactions: createReactions(database),
    outbox: createOutbox(database),
    ledger: createLedger(database),
  }
}
