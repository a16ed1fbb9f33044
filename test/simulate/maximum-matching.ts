const none = -1

/**
 * The most pairs that a graph allows, each vertex in one at most: for each vertex its partner, or -1. `neighbours` lists both ways.
 *
 * Edmonds' algorithm: from each single vertex a tree of alternating paths grows until it meets another single one. An odd cycle (a
 * blossom) is shrunk into its base, since a path may leave it either way round. A tree that meets nobody never will, so that its vertices
 * are left out from then on. (Edmonds, Paths, Trees, and Flowers, 1965, https://doi.org/10.4153/CJM-1965-045-4)
 */
export function maximumMatching(neighbours: readonly (readonly number[])[]): Int32Array {
  const search = new Search(neighbours)
  search.startGreedily()
  for (let vertex = 0; vertex < neighbours.length; vertex += 1) search.augmentFrom(vertex)
  return search.mates
}

class Search {
  readonly mates: Int32Array
  readonly #neighbours: readonly (readonly number[])[]
  /** From an outer vertex other than the root, the way towards the root goes over its mate to the mate's `#before`. */
  readonly #before: Int32Array
  readonly #isOuter: Uint8Array
  readonly #isInTree: Uint8Array
  /** Of vertices whose tree met nobody. */
  readonly #isSpent: Uint8Array
  /** Towards the base of the blossom that a vertex was shrunk into. */
  readonly #shrunkInto: Int32Array
  readonly #marks: Int32Array
  #mark = 0
  #tree: number[] = []
  #outer: number[] = []

  constructor(neighbours: readonly (readonly number[])[]) {
    const size = neighbours.length
    this.#neighbours = neighbours
    this.mates = new Int32Array(size).fill(none)
    this.#before = new Int32Array(size).fill(none)
    this.#isOuter = new Uint8Array(size)
    this.#isInTree = new Uint8Array(size)
    this.#isSpent = new Uint8Array(size)
    this.#shrunkInto = Int32Array.from({ length: size }, (_, vertex) => vertex)
    this.#marks = new Int32Array(size)
  }

  startGreedily(): void {
    for (const [vertex, others] of this.#neighbours.entries()) {
      if (this.#mate(vertex) !== none) continue
      const other = others.find((one) => one !== vertex && this.#mate(one) === none)
      if (other !== undefined) this.#join(vertex, other)
    }
  }

  augmentFrom(root: number): void {
    if (this.#mate(root) !== none) return
    this.#add(root)
    this.#makeOuter(root)
    const hasMet = this.#grow()
    for (const vertex of this.#tree) {
      if (!hasMet) this.#isSpent[vertex] = 1
      this.#isOuter[vertex] = 0
      this.#isInTree[vertex] = 0
      this.#before[vertex] = none
      this.#shrunkInto[vertex] = vertex
    }
    this.#tree = []
    this.#outer = []
  }

  /** Whether a path to another single vertex was found, and turned over. */
  #grow(): boolean {
    for (let next = 0; next < this.#outer.length; next += 1) {
      const vertex = this.#outer[next] ?? none
      for (const other of this.#neighbours[vertex] ?? []) {
        if (this.#isSpent[other] === 1 || this.#base(other) === this.#base(vertex)) continue
        if (this.#isInTree[other] === 0) {
          this.#add(other)
          this.#before[other] = vertex
          const mate = this.#mate(other)
          if (mate === none) {
            this.#turnOver(other)
            return true
          }
          this.#add(mate)
          this.#makeOuter(mate)
        } else if (this.#isOuter[other] === 1) {
          const base = this.#commonBase(vertex, other)
          this.#shrink(vertex, other, base)
          this.#shrink(other, vertex, base)
        }
      }
    }
    return false
  }

  /** Along the path from the single vertex that was met back to the root, who was single is paired and pairs change. */
  #turnOver(met: number): void {
    for (let vertex = met; vertex !== none;) {
      const before = this.#before[vertex] ?? none
      const next = this.#mate(before)
      this.#join(vertex, before)
      vertex = next
    }
  }

  /** One side of a blossom, from `vertex` down to its base; `across` is the other end of the edge that closed the cycle. */
  #shrink(vertex: number, across: number, base: number): void {
    let [outer, other] = [vertex, across]
    while (this.#base(outer) !== base) {
      this.#before[outer] = other
      const inner = this.#mate(outer)
      if (this.#isOuter[inner] === 0) this.#makeOuter(inner)
      // Only what is its own base: the walk goes on through a blossom that was shrunk before, until past its base.
      for (const passed of [outer, inner])
        if (this.#shrunkInto[passed] === passed) this.#shrunkInto[passed] = base
      other = inner
      outer = this.#before[inner] ?? none
    }
  }

  #commonBase(a: number, b: number): number {
    this.#mark += 1
    let [one, other] = [this.#base(a), this.#base(b)]
    for (;;) {
      if (one !== none) {
        if (this.#marks[one] === this.#mark) return one
        this.#marks[one] = this.#mark
        one = this.#outerBefore(one)
      }
      ;[one, other] = [other, one]
    }
  }

  /** The base of the next outer vertex towards the root; none at the root. */
  #outerBefore(base: number): number {
    const mate = this.#mate(base)
    return mate === none ? none : this.#base(this.#before[mate] ?? none)
  }

  #base(vertex: number): number {
    let base = vertex
    while (this.#shrunkInto[base] !== base) base = this.#shrunkInto[base] ?? none
    for (let at = vertex; at !== base;) {
      const next = this.#shrunkInto[at] ?? none
      this.#shrunkInto[at] = base
      at = next
    }
    return base
  }

  #add(vertex: number): void {
    this.#isInTree[vertex] = 1
    this.#tree.push(vertex)
  }

  #makeOuter(vertex: number): void {
    this.#isOuter[vertex] = 1
    this.#outer.push(vertex)
  }

  #join(a: number, b: number): void {
    this.mates[a] = b
    this.mates[b] = a
  }

  #mate(vertex: number): number {
    return this.mates[vertex] ?? none
  }
}
