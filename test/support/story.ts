import { onTestFinished } from 'vitest'
import type { Character } from './character.ts'
import { createWorld, type World, type WorldOptions } from './world.ts'

/** A world for one story; it ends with the test. */
export async function world(options?: WorldOptions): Promise<World> {
  const created = await createWorld(options)
  onTestFinished(() => created[Symbol.asyncDispose]())
  return created
}

/** Everybody has joined, is paired, and has read what they were told. */
export async function meet(...people: readonly Character[]): Promise<void> {
  for (const person of people) await person.joins()
  for (const person of people) person.news()
}
