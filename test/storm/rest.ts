import { setTimeout as wait } from 'node:timers/promises'
import type { SandboxServer } from '../../src/sandbox/server.ts'
import type { Product } from './product.ts'

/** An album that was heard whole is waited for a second more before it goes on its way. */
const quietMs = 1200

/** Resolves when everything was heard and nothing waits to be delivered; `false` when that does not come about. */
export async function comeToRest(
  product: Product,
  servers: readonly SandboxServer[],
  options: { readonly isWhole: () => Promise<boolean>; readonly patienceMs: number },
): Promise<boolean> {
  let changedAt = Date.now()
  for (const server of servers) server.onChange(() => (changedAt = Date.now()))
  if (!(await product.ready)) return false
  const hasHeard = Promise.all(servers.map((server) => server.flushed())).then(() => true)
  const deadline = Date.now() + options.patienceMs
  if (
    !(await Promise.race([
      hasHeard,
      wait(options.patienceMs, false, { ref: false }),
      product.ended.then(() => false),
    ]))
  )
    return false
  for (;;) {
    await wait(100)
    const isQuiet = Date.now() - changedAt > quietMs && (await product.outboxDepth()) === 0
    // What is missing gets all the time there is before it counts as lost.
    if (isQuiet && (await options.isWhole())) return true
    if (Date.now() > deadline || product.hasEnded) return isQuiet
  }
}
