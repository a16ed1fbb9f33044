import { rm } from 'node:fs/promises'
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { address } from '../../src/core/address.ts'
import type { Inbound } from '../../src/core/inbound.ts'
import { languages } from '../../src/core/language.ts'
import { choosePartner } from '../../src/core/matchmaking.ts'
import { seekings } from '../../src/core/profile.ts'
import { must } from '../../src/lib/must.ts'
import type { Store } from '../../src/store/store.ts'
import type { Write } from '../../src/store/write.ts'
import { createManualClock, type ManualClock } from '../support/manual-clock.ts'
import { openStore } from '../support/open-store.ts'
import { silentPairing } from '../support/pairing-plan.ts'
import { usualSettings } from '../support/situations.ts'
import type { Pair, Pairs, Policy, PolicyKind } from './policy.ts'
import type { SimulatedPerson } from './simulated-person.ts'

const triedAtOnce = 32
/** A simulated day commits more often than a disk can in an hour. */
const inMemory = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

/** The product's own line: its store on a file, its choice, and its schedule, on the clock of the simulation. */
class PasserbyPolicy implements Policy {
  readonly #folder: string
  readonly #clock: ManualClock
  readonly #store: Store
  /** Users are numbered from 1 in the order in which they come. */
  readonly #people: SimulatedPerson[] = []
  #rooms = 0
  #nextDueAt: number | undefined

  private constructor(folder: string, clock: ManualClock, store: Store) {
    this.#folder = folder
    this.#clock = clock
    this.#store = store
  }

  static async open(): Promise<Policy> {
    const folder = mkdtempSync(path.join(inMemory, 'passerby-simulate-'))
    const clock = createManualClock(0)
    return new PasserbyPolicy(folder, clock, await openStore(folder, { clock }))
  }

  async join(person: SimulatedPerson, now: number): Promise<Pairs> {
    this.#setTime(now)
    this.#people.push(person)
    await this.#does(person, [
      { kind: 'create-user' },
      { kind: 'accept-rules' },
      { kind: 'set-profile', profile: { gender: person.gender, seeking: seekingOf(person) } },
      {
        kind: 'set-settings',
        settings: { ...usualSettings, platformWish: person.partnerPlatform },
      },
      {
        kind: 'set-portrait',
        portrait: {
          bio: '',
          interests: person.interests,
          languages: languages.filter((language) => person.languages.includes(language)),
        },
      },
      { kind: 'open-ticket' },
    ])
    return this.#pairAll(now)
  }

  async leave(id: number, now: number): Promise<void> {
    this.#setTime(now)
    const person = must(this.#people[id], 'who leaves has joined')
    await this.#does(person, [{ kind: 'close-ticket' }])
  }

  tick(now: number): Promise<Pairs> {
    this.#setTime(now)
    return this.#pairAll(now)
  }

  nextDueAt(): number | undefined {
    return this.#nextDueAt
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#store[Symbol.asyncDispose]()
    await rm(this.#folder, { recursive: true })
  }

  #setTime(now: number): void {
    this.#clock.advance(now - this.#clock.now())
  }

  async #does({ id, platform }: SimulatedPerson, writes: readonly Write[]): Promise<void> {
    const inbound: Inbound = {
      sender: { platform, id: String(id), address: address(String(id)) },
      seenKey: undefined,
      position: undefined,
      event: { kind: 'typing' },
    }
    await this.#store.takeIn(inbound, () => writes)
  }

  async #pairAll(now: number): Promise<Pairs> {
    const pairs: Pair[] = []
    const idOf = (user: number): number => must(this.#people[user - 1], 'users are people').id
    const plan = silentPairing(now, () => (this.#rooms += 1), {
      most: triedAtOnce,
      choose(ticket, candidates, scarce, at) {
        const partner = choosePartner(ticket, candidates, scarce, at)
        chosen = partner && [idOf(ticket.user), idOf(partner.ticket.user)]
        return partner
      },
      draw: () => {
        pairs.push(must(chosen, 'a room is for a pair'))
        this.#rooms += 1
        return { room: this.#rooms, pseudonyms: ['Quiet Heron', 'Amber Otter'] }
      },
    })
    let chosen: Pair | undefined
    for (;;) {
      const { more, nextDueAt } = await this.#store.pairDue(plan)
      this.#nextDueAt = nextDueAt
      if (!more) return pairs
    }
  }
}

function seekingOf({ seeking }: SimulatedPerson) {
  const words = seeking === 'anyone' ? seeking : seeking.join('+')
  return must(
    seekings.find((each) => each === words),
    'a set is in its order',
  )
}

export const passerby: PolicyKind = { name: 'Passerby', open: () => PasserbyPolicy.open() }
