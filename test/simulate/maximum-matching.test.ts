import fc from 'fast-check'
import { expect, test } from 'vitest'
import { maximumMatching } from './maximum-matching.ts'

type Edge = readonly [number, number]

interface Graph {
  readonly size: number
  readonly edges: readonly Edge[]
}

function neighboursOf({ size, edges }: Graph): readonly (readonly number[])[] {
  const lists: number[][] = Array.from({ length: size }, () => [])
  for (const [a, b] of edges) {
    lists[a]?.push(b)
    lists[b]?.push(a)
  }
  return lists
}

/** The most pairs, by trying for the first vertex left every partner and none. */
function mostPairs({ edges }: Graph, left: readonly number[]): number {
  const [first, ...rest] = left
  if (first === undefined) return 0
  const partners = rest.filter((other) => edges.some((edge) => joins(edge, first, other)))
  const without = partners.map(
    (partner) =>
      1 +
      mostPairs(
        { size: 0, edges },
        rest.filter((other) => other !== partner),
      ),
  )
  return Math.max(mostPairs({ size: 0, edges }, rest), ...without)
}

const joins = ([from, to]: Edge, a: number, b: number): boolean =>
  (from === a && to === b) || (from === b && to === a)

const pairsIn = (mates: Int32Array): number => mates.filter((mate) => mate >= 0).length / 2

/** Sparse ones too, since blossoms nest there. */
const graphs: fc.Arbitrary<Graph> = fc.integer({ min: 1, max: 9 }).chain((size) => {
  const vertex = fc.integer({ min: 0, max: size - 1 })
  const edge = fc.tuple(vertex, vertex).filter(([a, b]) => a !== b)
  const edges = size === 1 ? fc.constant([]) : fc.array(edge, { maxLength: 2 * size })
  return edges.map((drawn) => ({ size, edges: drawn }))
})

test('it pairs along edges, nobody twice, and as many as trying everything does', () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      const mates = maximumMatching(neighboursOf(graph))
      for (const [vertex, mate] of mates.entries()) {
        if (mate < 0) continue
        expect(mates[mate]).toBe(vertex)
        expect(graph.edges.some((edge) => joins(edge, vertex, mate))).toBe(true)
      }
      const everybody = Array.from({ length: graph.size }, (_, vertex) => vertex)
      expect(pairsIn(mates)).toBe(mostPairs(graph, everybody))
    }),
    { numRuns: 1000, seed: 1 },
  )
})

test('a chain of triangles, each entered by the wrong corner, is paired without rest', () => {
  const triangles = 40
  const edges = Array.from({ length: triangles }, (_, i): readonly Edge[] => {
    const [a, b, c] = [3 * i, 3 * i + 1, 3 * i + 2]
    const onward: readonly Edge[] = i + 1 < triangles ? [[c, c + 1]] : []
    return [[a, b], [b, c], [c, a], ...onward]
  }).flat()
  expect(pairsIn(maximumMatching(neighboursOf({ size: 3 * triangles, edges })))).toBe(60)
})

/** Pairs of a shuffled crowd, and as many edges again among anybody: enough to lead a greedy start astray. */
const graphsOfPairs: fc.Arbitrary<Graph> = fc.integer({ min: 4, max: 20 }).chain((pairs) => {
  const size = 2 * pairs
  const everybody = Array.from({ length: size }, (_, vertex) => vertex)
  const vertex = fc.integer({ min: 0, max: size - 1 })
  const edge = fc.tuple(vertex, vertex).filter(([a, b]) => a !== b)
  const more = fc.array(edge, { minLength: pairs, maxLength: size })
  const shuffled = fc.shuffledSubarray(everybody, { minLength: size })
  return fc.tuple(shuffled, more).map(([order, edges]) => ({
    size,
    edges: [...edges, ...everybody.slice(0, pairs).map((i) => pairAt(order, i))],
  }))
})

const pairAt = (order: readonly number[], pair: number): Edge => [
  order[2 * pair] ?? 0,
  order[2 * pair + 1] ?? 0,
]

test('where everybody can be paired, everybody is', () => {
  fc.assert(
    fc.property(graphsOfPairs, (graph) => {
      expect(2 * pairsIn(maximumMatching(neighboursOf(graph)))).toBe(graph.size)
    }),
    { numRuns: 500, seed: 1 },
  )
})
