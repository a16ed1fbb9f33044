// Who stands in the line of the benchmark: a skew under which nearly nobody can be paired, and the newcomers who are tried on it.

import { curatedInterests, type Interest } from '../../src/core/interest.ts'
import type { Language } from '../../src/core/language.ts'
import type { Platform } from '../../src/core/platform.ts'
import type { CompleteProfile } from '../../src/core/profile.ts'
import type { PlatformWish } from '../../src/core/settings.ts'

export interface LinePerson extends CompleteProfile {
  readonly platform: Platform
  readonly platformWish: PlatformWish
  readonly languages: readonly Language[]
  readonly interests: readonly Interest[]
}

/** Random numbers in [0, 1). */
export type Draw = () => number

/** The first people of every line: none of them may meet another, because each has blocked each. */
export const blockedCircle = 40

const spoken = ['en', 'es', 'ru', 'ar', 'pt'] as const satisfies readonly Language[]
/** Spoken by newcomers alone. */
export const unheardOf: Language = 'ko'

/** Somebody of the line: men who look for women, women on Telegram who look for women on Discord alone, and the circle. */
export function drawWaiting(number: number, draw: Draw): LinePerson {
  if (number < blockedCircle) return inCircle(draw)
  if (draw() < 0.08) {
    const where = { platform: 'telegram', platformWish: 'other' } as const
    return { ...drawTraits(draw), ...where, gender: 'woman', seeking: 'women' }
  }
  return drawMan(draw)
}

export function drawMan(draw: Draw): LinePerson {
  const wish = draw()
  return {
    ...drawTraits(draw),
    gender: 'man',
    seeking: draw() < 0.85 ? 'women' : 'women+others',
    platform: draw() < 0.7 ? 'telegram' : 'discord',
    platformWish: wish < 0.8 ? 'any' : wish < 0.95 ? 'same' : 'other',
  }
}

export function drawWoman(draw: Draw): LinePerson {
  const platform = draw() < 0.7 ? 'telegram' : 'discord'
  return { ...drawTraits(draw), gender: 'woman', seeking: 'men', platform, platformWish: 'any' }
}

export function inCircle(draw: Draw): LinePerson {
  const where = { platform: 'telegram', platformWish: 'any' } as const
  return { ...drawTraits(draw), ...where, gender: 'other', seeking: 'others' }
}

/** One language or two and up to five interests, the first of each list the most common. */
function drawTraits(draw: Draw): Pick<LinePerson, 'languages' | 'interests'> {
  return {
    languages: several(spoken, draw() < 0.6 ? 1 : 2, draw),
    interests: several(curatedInterests, Math.floor(draw() * 6), draw),
  }
}

function several<T>(from: readonly T[], count: number, draw: Draw): readonly T[] {
  const drawn = new Set<T>()
  while (drawn.size < count) drawn.add(zipf(from, draw))
  return [...drawn]
}

/** The n-th comes up 1/n times as often as the first. */
function zipf<T>(from: readonly T[], draw: Draw): T {
  const total = from.reduce((sum, _, at) => sum + 1 / (at + 1), 0)
  let left = draw() * total
  const found = from.find((_, at) => {
    left -= 1 / (at + 1)
    return left < 0
  })
  const drawn = found ?? from[0]
  if (drawn === undefined) throw new Error('Nothing to draw from')
  return drawn
}
