import { discordCapabilities } from '../../adapters/discord/capabilities.ts'
import { telegramCapabilities } from '../../adapters/telegram/capabilities.ts'
import { randomInt } from 'node:crypto'
import { systemClock } from '../../src/clock.ts'
import type { UserId } from '../../src/core/room.ts'
import type { Sender } from '../../src/core/inbound.ts'
import type { Keyring } from '../../src/keyring.ts'
import { silentLog } from '../../src/log.ts'
import { createComposer } from '../../src/service/compose.ts'
import { createMatchmaker } from '../../src/service/matchmaker.ts'
import { commitCount } from './commit-counter.ts'
import { openRelayStore } from './relay-scene.ts'

const capabilities = { telegram: telegramCapabilities, discord: discordCapabilities }

export interface ManyPaired {
  readonly pairs: number
  readonly joiningMs: number
  readonly pairingMs: number
  readonly commits: number
  /** What the processor worked for the pairing. */
  readonly cpuMs: number
}

/** All join in one turn, each to be paired with somebody who waits; the real store and matchmaker, at synchronous FULL. */
export async function pairMany(
  file: string,
  keyring: Keyring,
  senders: readonly Sender[],
): Promise<ManyPaired> {
  await using store = await openRelayStore(file, keyring)
  const composer = createComposer({ operatorContact: 'nobody', capabilities })
  const { promise: all, resolve } = Promise.withResolvers<void>()
  const told = new Set<UserId>()
  await using matchmaker = createMatchmaker({
    store,
    composer,
    clock: systemClock,
    log: silentLog,
    random: (below) => randomInt(below),
    committed({ lanes }) {
      for (const lane of lanes) told.add(lane)
      if (told.size >= senders.length * 2) resolve()
    },
  })
  const start = performance.now()
  await Promise.all(
    senders.map((sender) => {
      const event = { kind: 'command', command: 'find', replyTo: undefined } as const
      const inbound = { sender, seenKey: undefined, position: undefined, event }
      return store.takeIn(inbound, () => [{ kind: 'open-ticket' }])
    }),
  )
  const joined = performance.now()
  const before = commitCount(file)
  const worked = process.cpuUsage()
  matchmaker.wake()
  await all
  const { user, system } = process.cpuUsage(worked)
  return {
    pairs: senders.length,
    joiningMs: joined - start,
    pairingMs: performance.now() - joined,
    cpuMs: (user + system) / 1000,
    commits: commitCount(file) - before,
  }
}
