import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawPair, drawPseudonym } from '../../src/text/pseudonym.ts'
import { adjectives } from '../../src/text/words/adjectives.ts'
import { animals } from '../../src/text/words/animals.ts'

const anyRandom = fc
  .infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }))
  .map((stream) => {
    return (below: number): number => Math.floor(Number(stream.next().value) * below)
  })

describe('pseudonyms', () => {
  it('are an adjective and an animal', () => {
    expect(drawPseudonym(() => 0)).toBe(`${adjectives[0]} ${animals[0]}`)
    expect(drawPseudonym((below) => below - 1)).toBe(`${adjectives.at(-1)} ${animals.at(-1)}`)
  })

  it('come in pairs that share no word', () => {
    fc.assert(
      fc.property(anyRandom, (random) => {
        const words = drawPair(random).flatMap((name) => name.split(' '))
        expect(words).toHaveLength(4)
        expect(new Set(words).size).toBe(4)
      }),
      { numRuns: 1000 },
    )
  })

  it('can be any name for the second but those with a word of the first', () => {
    const draws = (...numbers: readonly number[]): (() => number) => {
      const left = [...numbers]
      return () => left.shift() ?? 0
    }
    const seconds = adjectives
      .slice(1)
      .map((_, at) => drawPair(draws(5, at, 7, at % (animals.length - 1)))[1])
    const words = seconds.map((name) => name.split(' ')[0])
    expect(words).toEqual(adjectives.toSpliced(5, 1))
  })

  it('are made of at least 150 by 150 different single words', () => {
    expect(adjectives.length).toBeGreaterThanOrEqual(150)
    expect(animals.length).toBeGreaterThanOrEqual(150)
    const all = [...adjectives, ...animals]
    expect(new Set(all).size).toBe(all.length)
    for (const word of all) expect(word).toMatch(/^[A-Z][a-z]{2,12}$/)
  })

  it('use no word that hurts', () => {
    const hurtful =
      'Black White Brown Yellow Dark Pale Olive Cow Pig Snake Rat Chick Ass Donkey Monkey Ape Beaver Cougar'
    for (const word of hurtful.split(' ')) expect([...adjectives, ...animals]).not.toContain(word)
  })
})
