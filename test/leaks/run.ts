import type { World } from '../support/world.ts'
import type { Findings, LeakSearch } from './find-leaks.ts'
import { rest, tellAll, type Pair } from './rooms.ts'

/** Tells every batch, and searches what came of it; in the end time passes, so that nothing waits to be tried again. */
export async function runPlan<Told>(
  world: World,
  pairs: readonly Pair[],
  plan: readonly (readonly (() => Told)[])[],
  tell: (told: Told) => void,
  search: LeakSearch,
): Promise<Findings & { readonly told: number }> {
  let told = 0
  for (const batch of plan) {
    await tellAll(world, pairs, () => {
      for (const make of batch) tell(make())
    })
    told += batch.length
    search.go()
  }
  for (let minutes = 0; minutes < 10; minutes += 1) {
    world.clock.advance(60_000)
    await rest(world)
  }
  return { ...search.go(), told }
}
