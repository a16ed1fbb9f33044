import { type AgainWishes, createAgainWishes } from './again-wishes.ts'
import { createBlocks, type Blocks } from './blocks.ts'
import { createCopies, type Copies } from './copies.ts'
import type { Database } from './database.ts'
import { createGathered, type GatheredItems } from './gathered.ts'
import { createHeldBack, type HeldBackItems } from './held-back.ts'
import { createLedger, type Ledger } from './ledger.ts'
import { createLine, type Line } from './line.ts'
import { createOutbox, type Outbox } from './outbox.ts'
import { createPastRooms, type PastRooms } from './past-rooms.ts'
import { createPeople, type People } from './people.ts'
import { createPortraits, type Portraits } from './portraits.ts'
import { createPrompts, type Prompts } from './prompts.ts'
import { createReactions, type Reactions } from './reactions.ts'
import { createRooms, type Rooms } from './rooms.ts'
import { createWaitCounts, type WaitCounts } from './wait-counts.ts'
import { createWaitingMessages, type EndWaiting, type WaitingMessages } from './waiting-messages.ts'

/** The tables, each with its statements; units of work are made of them. */
export interface Parts {
  readonly people: People
  readonly portraits: Portraits
  readonly prompts: Prompts
  readonly line: Line
  readonly blocks: Blocks
  readonly rooms: Rooms
  readonly pastRooms: PastRooms
  readonly againWishes: AgainWishes
  readonly copies: Copies
  readonly gathered: GatheredItems
  readonly heldBack: HeldBackItems
  readonly reactions: Reactions
  readonly outbox: Outbox
  readonly ledger: Ledger
  readonly waitCounts: WaitCounts
  readonly waitingMessages: WaitingMessages
}

export function createParts(database: Database, endWaiting: EndWaiting): Parts {
  const copies = createCopies(database)
  const gathered = createGathered(database)
  const heldBack = createHeldBack(database)
  const pastRooms = createPastRooms(database)
  const prompts = createPrompts(database)
  const againWishes = createAgainWishes(database)
  const people = createPeople(database)
  const rooms = createRooms(database, {
    copies,
    gathered,
    heldBack,
    pastRooms,
    againWishes,
    prompts,
  })
  const outbox = createOutbox(database)
  return {
    people,
    portraits: createPortraits(database),
    prompts,
    line: createLine(database),
    pastRooms,
    againWishes,
    blocks: createBlocks(database),
    rooms,
    copies,
    gathered,
    heldBack,
    reactions: createReactions(database),
    outbox,
    ledger: createLedger(database),
    waitCounts: createWaitCounts(database),
    waitingMessages: createWaitingMessages(database, { people, rooms, outbox }, endWaiting),
  }
}
