import { limits } from '../../src/core/limits.ts'
import { mayMeet, readyAt } from './hard-rules.ts'
import type { InLine, Records, Seated } from './records.ts'
import type { Fact } from './witness.ts'

/** So long two who suit each other may wait beyond the schedule. */
const graceMs = 1000

export interface Kept {
  met: number
  metAgain: number
  blocked: number
  minors: number
  forgotten: number
  withdrawn: number
  /** Two who wait side by side and suit each other, but that one has blocked the other. */
  keptApart: number
}

export const nothingKept = (): Kept => ({
  met: 0,
  metAgain: 0,
  blocked: 0,
  minors: 0,
  forgotten: 0,
  withdrawn: 0,
  keptApart: 0,
})

const pairKey = (names: readonly string[]): string => names.toSorted().join(' and ')

/** Follows one crowd and says everything that is not as it has to be. */
export class Checker {
  readonly kept = nothingKept()
  readonly #identities: ReadonlyMap<string, Buffer>
  readonly #names: ReadonlyMap<string, string>
  readonly #apart = new Set<string>()
  readonly #minorsUntil = new Map<string, number>()
  readonly #gone = new Set<string>()
  readonly #unreachable = new Set<string>()
  readonly #wantsAgain: { readonly who: string; readonly room: number; readonly at: number }[] = []

  constructor(identities: ReadonlyMap<string, Buffer>) {
    this.#identities = identities
    this.#names = new Map([...identities].map(([name, hash]) => [hash.toString('hex'), name]))
  }

  /** What has happened since, in its order, and how everything stands now; `hasPaired` when the matchmaker has looked at this moment. */
  troubles(
    records: Records,
    facts: readonly Fact[],
    now: number,
    hasPaired: boolean,
  ): readonly string[] {
    const followed = facts.flatMap((fact) => this.#follow(records, fact))
    const waiting = records.waiting(this.#nameOf)
    return [
      ...followed,
      ...this.#stand(records, waiting, now),
      ...(hasPaired ? this.#waitingInVain(records, waiting, now) : []),
    ]
  }

  /** Whoever waits for somebody who waits for them. */
  #waitingInVain(records: Records, waiting: readonly InLine[], now: number): readonly string[] {
    return waiting.flatMap((one, i) =>
      waiting.slice(i + 1).flatMap((other) => {
        if (!mayMeet(one, other)) return []
        const key = pairKey([one.name, other.name])
        if (this.#apart.has(key)) {
          this.kept.keptApart += 1
          return []
        }
        const haveMet = records.haveMet(one.identity, other.identity, now)
        const lateMs = now - readyAt(one, other, haveMet)
        return lateMs > graceMs ? [`${key} wait for each other for ${lateMs} ms too long`] : []
      }),
    )
  }

  readonly #nameOf = (identity: Buffer | null): string =>
    (identity && this.#names.get(identity.toString('hex'))) ?? 'nobody of this crowd'

  #follow(records: Records, fact: Fact): readonly string[] {
    switch (fact.kind) {
      case 'met':
        this.kept.met += 1
        return this.#judgeMeeting(records.seated(fact.room), fact)
      case 'blocked': {
        this.kept.blocked += 1
        this.#apart.add(
          pairKey(records.seated(fact.room).map(({ identity }) => this.#nameOf(identity))),
        )
        return []
      }
      case 'minor':
        this.kept.minors += 1
        this.#minorsUntil.set(fact.who, fact.at + limits.minorRemembersMs)
        this.#gone.add(fact.who)
        return []
      case 'forgotten':
        this.kept.forgotten += 1
        this.#gone.add(fact.who)
        return []
      case 'withdrawn':
        this.kept.withdrawn += 1
        this.#unreachable.add(fact.who)
        return []
      case 'came':
        this.#gone.delete(fact.who)
        this.#unreachable.delete(fact.who)
        return []
      case 'wants-again':
        this.#wantsAgain.push(fact)
        return []
    }
  }

  #judgeMeeting(
    seated: readonly Seated[],
    { room, isAgain, at }: Extract<Fact, { kind: 'met' }>,
  ): readonly string[] {
    const names = seated.map(({ identity }) => this.#nameOf(identity))
    const key = pairKey(names)
    const [one, other] = seated
    if (!one || !other || seated.length > 2 || names[0] === names[1])
      return [`room ${room} is not for two: ${names.join(', ')}`]
    if (isAgain) this.kept.metAgain += 1
    const isAsked = isAgain ? this.#bothWantAgain(names, at) : mayMeet(one, other)
    return [
      ...(isAsked ? [] : [`${key} meet ${isAgain ? 'again ' : ''}and did not look for each other`]),
      ...(this.#apart.has(key) ? [`${key} meet although one has blocked the other`] : []),
      ...(one.accepted + other.accepted < 2 ? [`${key} meet and have not accepted the rules`] : []),
      ...names.flatMap((name) => [
        ...(this.#isMinor(name, at) ? [`${name} is under age and meets somebody`] : []),
        ...(this.#unreachable.has(name) ? [`${name} cannot be reached and meets somebody`] : []),
      ]),
    ]
  }

  /** Both have said so within a day, of one room. */
  #bothWantAgain(names: readonly string[], at: number): boolean {
    const recent = this.#wantsAgain.filter((wish) => wish.at > at - 2 * limits.pastRoomMs)
    return recent.some(({ room }) =>
      names.every((name) => recent.some((wish) => wish.who === name && wish.room === room)),
    )
  }

  #isMinor(name: string, now: number): boolean {
    return now < (this.#minorsUntil.get(name) ?? -Infinity)
  }

  #stand(records: Records, waiting: readonly InLine[], now: number): readonly string[] {
    const seats = records
      .openSeats()
      .map((seat) => ({ ...seat, name: this.#nameOf(seat.identity) }))
    const chatting = seats.map(({ name }) => name)
    const inRooms = new Set(chatting)
    const rooms = Map.groupBy(seats, ({ room }) => room)
    const about = new Set([...chatting, ...waiting.map(({ name }) => name)])
    const known = (name: string): boolean => {
      const identity = this.#identities.get(name)
      return about.has(name) || (identity !== undefined && records.isKnown(identity))
    }
    return [
      ...(inRooms.size < chatting.length
        ? [`somebody is in two rooms: ${chatting.join(', ')}`]
        : []),
      ...[...rooms].flatMap(([room, sitting]) => {
        const key = pairKey(sitting.map(({ name }) => name))
        return [
          ...(sitting.length === 2 ? [] : [`room ${room} is open with ${key}`]),
          ...(this.#apart.has(key)
            ? [`${key} are together although one has blocked the other`]
            : []),
        ]
      }),
      ...records
        .openRooms()
        .filter((room) => !rooms.has(room))
        .map((room) => `room ${room} is open and empty`),
      ...waiting.flatMap(({ name, accepted, gender, seeking }) => [
        ...(inRooms.has(name) ? [`${name} waits while in a room`] : []),
        ...(accepted === 1 && gender && seeking ? [] : [`${name} waits without all three answers`]),
      ]),
      ...[...this.#unreachable]
        .filter((name) => about.has(name))
        .map((name) => `${name} cannot be reached and is in a room or in line`),
      ...[...this.#gone]
        .filter(known)
        .map((name) => `${name} has been forgotten and is still known`),
      ...[...this.#minorsUntil.keys()]
        .filter((name) => this.#isMinor(name, now) && known(name))
        .map((name) => `${name} is under age and known as a user`),
    ]
  }
}
