import { setImmediate as nextTurn } from 'node:timers/promises'

/** Turns the event loop until the condition holds; fails with `what` when it never does. */
export async function until(
  condition: () => boolean,
  what: string,
  patienceMs = 10_000,
): Promise<void> {
  const deadline = performance.now() + patienceMs
  while (!condition()) {
    if (performance.now() > deadline) throw new Error(`Never happened: ${what}`)
    await nextTurn()
  }
}
