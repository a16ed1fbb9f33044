import { afterAll, beforeAll } from 'vitest'
import { must } from '../../src/lib/must.ts'
import { createWorld, type World } from '../support/world.ts'

/** One world for all stories of a file: they tell of different people, and what reads files is awake already. */
export function sharedWorld(): () => World {
  let world: World | undefined
  beforeAll(async () => {
    world = await createWorld()
  })
  afterAll(() => world?.[Symbol.asyncDispose]())
  return () => must(world, 'a story is told')
}
