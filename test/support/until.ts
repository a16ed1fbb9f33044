import { setImmediate as nextTurn, setTimeout as moment } from 'node:timers/promises'

/** What happens in this process happens within so many turns. */
const quickTurns = 400

/**
 * Turns the event loop until the condition holds; fails with `what` when it never does. Whoever is waited for longer is
 * a worker or another process, and needs the processor that turning would take from them.
 */
export async function until(
  condition: () => boolean,
  what: string,
  patienceMs = 10_000,
): Promise<void> {
  const deadline = performance.now() + patienceMs
  for (let turns = 0; !condition(); turns += 1) {
    if (performance.now() > deadline) throw new Error(`Never happened: ${what}`)
    await (turns < quickTurns ? nextTurn() : moment(1))
  }
}
