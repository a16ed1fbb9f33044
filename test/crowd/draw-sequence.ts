import type { Language } from '../../src/core/language.ts'
import type { Platform } from '../../src/core/platform.ts'
import { type Gender, genders, type Seeking, seekings } from '../../src/core/profile.ts'
import { platformWishes } from '../../src/core/settings.ts'
import { must } from '../../src/lib/must.ts'
import { createRandom, type Random } from '../storm/random.ts'
import type { Cut, Deed, Move, Person, Sequence, Turn } from './sequence.ts'

const pick = <T>(random: Random, choices: readonly T[]): T =>
  must(random.pick(choices), 'there is something to choose from')

/** One of them as often as its weight says. */
function weighted<T>(random: Random, choices: readonly (readonly [number, T])[]): T {
  let left = random.next() * choices.reduce((sum, [weight]) => sum + weight, 0)
  return must(choices.find(([weight]) => (left -= weight) < 0) ?? choices.at(-1), 'a choice')[1]
}

/** Few, so that people have some in common and some not. */
const languages = ['en', 'es', 'ru', 'de'] as const
const interests = ['music', 'games', 'books'] as const
const appLanguages: readonly (readonly [number, Language | undefined])[] = [
  [5, 'en'],
  [3, 'es'],
  [1, 'ar'],
  // Nobody is spoken to in it.
  [2, 'de'],
  [1, undefined],
]

/** Mostly such as suit each other, so that people meet. */
const drawWish = (random: Random): { gender: Gender; seeking: Seeking } =>
  weighted(random, [
    [6, () => ({ gender: pick(random, genders), seeking: 'anyone' }) as const],
    [2, () => ({ gender: 'woman', seeking: 'men' }) as const],
    [2, () => ({ gender: 'man', seeking: 'women' }) as const],
    [2, () => ({ gender: pick(random, genders), seeking: pick(random, seekings) })],
  ])()

const deeds: readonly (readonly [number, (random: Random) => Deed])[] = [
  [5, (random) => ({ kind: 'join', ...drawWish(random) })],
  [22, () => ({ kind: 'find' })],
  [6, () => ({ kind: 'stop' })],
  [20, () => ({ kind: 'next' })],
  [11, () => ({ kind: 'block' })],
  [4, (random) => ({ kind: 'block-earlier', room: random.between(0, 5) })],
  [6, (random) => ({ kind: 'again', room: random.between(0, 5) })],
  [2, (random) => ({ kind: 'rate', room: random.between(0, 5), isUp: random.chance(0.5) })],
  [5, () => ({ kind: 'forgetme' })],
  [2, () => ({ kind: 'minor' })],
  [4, () => ({ kind: 'adult' })],
  [2, () => ({ kind: 'withdraw' })],
  [4, () => ({ kind: 'widen' })],
  [1, () => ({ kind: 'keep-waiting' })],
  [2, () => ({ kind: 'cancel' })],
  [3, (random) => ({ kind: 'gender', gender: pick(random, genders) })],
  [4, (random) => ({ kind: 'seeking', seeking: pick(random, seekings) })],
  [4, (random) => ({ kind: 'platform', wish: pick(random, platformWishes) })],
  [4, (random) => ({ kind: 'language', language: pick(random, languages) })],
  [4, (random) => ({ kind: 'interest', interest: pick(random, interests) })],
  [1, (random) => ({ kind: 'locale', locale: pick(random, ['en', 'es'] as const) })],
]

const mostlyOne: readonly (readonly [number, number])[] = [
  [5, 1],
  [3, 2],
  [2, 3],
]

const pauses: readonly (readonly [number, (random: Random) => number])[] = [
  [40, () => 0],
  [20, (random) => random.between(1, 999)],
  [15, (random) => random.between(1000, 5000)],
  [12, (random) => random.between(5000, 25_000)],
  [8, (random) => random.between(25_000, 90_000)],
  [1, () => 16 * 60_000],
  [0.4, () => 25 * 3_600_000],
]

/** The sequence of this number: the same whichever others are played beside it. */
export function drawSequence(seed: number, number: number): Sequence {
  const random = createRandom(Math.imul(seed, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b))
  const size = weighted(random, [
    [2, 2],
    [4, 3],
    [3, 4],
    [1, 5],
    [1, 6],
  ])
  const people = Array.from({ length: size }, (): Person => {
    const platform: Platform = random.chance(0.6) ? 'telegram' : 'discord'
    return { platform, language: weighted(random, appLanguages) }
  })
  const who = (): number => random.between(0, size - 1)
  const move = (by = who(), deed = weighted(random, deeds)(random)): Move => ({
    who: by,
    deed,
    fails: random.chance(0.015),
  })
  /** The same person at two devices: says to be under 18 on one of them, and on the other goes on. */
  const twoDevices = (): readonly Move[] => {
    const by = who()
    return [
      move(by, { kind: 'minor' }),
      move(by, { kind: pick(random, ['adult', 'find', 'next'] as const) }),
    ].toSorted(() => random.next() - 0.5)
  }
  const turn = (moves: readonly Move[], afterMs: number): Turn => ({
    afterMs,
    moves,
    pairs: pick(random, ['no', 'no', 'first', 'last', 'last'] as const),
    pairingFails: random.chance(0.01),
    // What is left of the forgotten goes at a sweep.
    sweeps: random.chance(moves.some(({ deed }) => deed.kind === 'forgetme') ? 0.4 : 0.05),
    cut: weighted<Cut>(random, [
      [0.987, 'none'],
      [0.005, 'before'],
      [0.008, 'after'],
    ]),
  })
  const wishes = people.map(() => drawWish(random))
  const arrival = (by: number): Move =>
    move(by, { kind: 'join', ...must(wishes[by], 'everybody has a wish') })
  const arrivals = people.map((_, i) => arrival(i))
  /** Who has been forgotten and not come back yet. */
  const forgotten: number[] = []
  const returns = (): readonly Move[] =>
    random.chance(0.4) ? forgotten.splice(0, 1).map((by) => arrival(by)) : []
  const isPrompt = random.chance(0.5)
  const later = Array.from({ length: random.between(4, 10) }, (): Turn => {
    const moves = random.chance(0.03)
      ? twoDevices()
      : Array.from({ length: weighted(random, mostlyOne) }, () => move())
    const all = [...returns(), ...moves]
    for (const { who: by, deed } of moves) if (deed.kind === 'forgetme') forgotten.push(by)
    return turn(all, weighted(random, pauses)(random))
  })
  return { people, isPrompt, turns: [turn(arrivals, 0), ...later] }
}
