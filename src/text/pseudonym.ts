// Names for the two in a room. They mean nothing, are drawn anew for each room, and may come again in others.

import { must } from '../lib/must.ts'
import { adjectives } from './words/adjectives.ts'
import { animals } from './words/animals.ts'

/** An integer from 0 up to, not including, `below`; every one as likely. */
type Random = (below: number) => number

export function drawPseudonym(random: Random): string {
  return name(random(adjectives.length), random(animals.length))
}

/** Two names that share no word, so that neither is taken for the other. */
export function drawPair(random: Random): readonly [string, string] {
  const [adjective, otherAdjective] = drawTwo(random, adjectives.length)
  const [animal, otherAnimal] = drawTwo(random, animals.length)
  return [name(adjective, animal), name(otherAdjective, otherAnimal)]
}

function drawTwo(random: Random, below: number): readonly [number, number] {
  const first = random(below)
  const other = random(below - 1)
  return [first, other < first ? other : other + 1]
}

function name(adjective: number, animal: number): string {
  const words = [adjectives[adjective], animals[animal]].map((word) =>
    must(word, 'a drawn word is on its list'),
  )
  return words.join(' ')
}
