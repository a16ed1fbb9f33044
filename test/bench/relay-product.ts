// Messages through the real inbox, store and delivery, to platforms that answer at once.

import { createFakeMedia } from '../support/fake-media.ts'
import { telegramCapabilities } from '../../adapters/telegram/capabilities.ts'
import { discordCapabilities } from '../../adapters/discord/capabilities.ts'
import type { Adapter } from '../../src/adapter.ts'
import { systemClock } from '../../src/clock.ts'
import { ref } from '../../src/core/address.ts'
import type { Platform } from '../../src/core/platform.ts'
import { silentLog } from '../../src/log.ts'
import { createComposer } from '../../src/service/compose.ts'
import { createDelivery } from '../../src/service/delivery.ts'
import { createInbox } from '../../src/service/inbox.ts'
import type { Store } from '../../src/store/store.ts'
import type { Effects } from '../../src/store/write.ts'
import { commitCount } from './commit-counter.ts'
import { counted, type CryptoWork } from './counted-keyring.ts'
import { openRelayStore, type Scene, type Spoken } from './relay-scene.ts'
import { numberOf } from './sayings.ts'

export interface ProductRun {
  readonly durationMs: number
  readonly commits: number
  readonly crypto: CryptoWork
  /** From the call of `receive` to the recorded receipt, of each message. */
  readonly delaysMs: readonly number[]
}

const capabilities = { telegram: telegramCapabilities, discord: discordCapabilities }

export async function relayThroughProduct(
  scene: Scene,
  databasePath: string,
  said: readonly Spoken[],
  batchSize: number,
): Promise<ProductRun> {
  const { keyring, work } = counted(scene.keyring)
  await using parts = new AsyncDisposableStack()
  const store = parts.use(await openRelayStore(databasePath, keyring))
  const receivedAt = new Float64Array(said.length)
  const delaysMs = new Float64Array(said.length)
  const { promise: done, resolve } = Promise.withResolvers<void>()
  let recorded = 0
  const watched: Store = {
    ...store,
    async record(claimed, outcome, held, now) {
      const taken = await store.record(claimed, outcome, held, now)
      const { action } = claimed.delivery
      const number = action.kind === 'send' ? numberOf(action.text.text) : undefined
      if (outcome.kind !== 'delivered' || number === undefined) throw new Error('Not delivered')
      delaysMs[number] = performance.now() - (receivedAt[number] ?? 0)
      recorded += 1
      if (recorded === said.length) resolve()
      return taken
    },
  }

  const composer = createComposer({ operatorContact: 'nobody', capabilities })
  const committed = ({ lanes }: Effects): void => delivery.wake(lanes)
  const shared = { store: watched, composer, clock: systemClock, log: silentLog, committed }
  const delivery = parts.use(
    createDelivery({
      ...shared,
      media: createFakeMedia(),
      adapters: new Map([
        ['telegram', instantAdapter('telegram')],
        ['discord', instantAdapter('discord')],
      ]),
      jitter: Math.random,
      halted: (_, problem) => {
        throw new Error(problem)
      },
    }),
  )
  const inbox = createInbox(shared)

  const batches = Array.from({ length: Math.ceil(said.length / batchSize) }, (_, at) =>
    said.slice(at * batchSize, (at + 1) * batchSize).map(({ inbound }) => inbound),
  )
  const before = { commits: commitCount(databasePath), ...work }
  const startedAt = performance.now()
  let first = 0
  for (const batch of batches) {
    receivedAt.fill(performance.now(), first, first + batch.length)
    first += batch.length
    await inbox.receive(batch)
  }
  await done
  return {
    durationMs: performance.now() - startedAt,
    commits: commitCount(databasePath) - before.commits,
    crypto: {
      hashes: work.hashes - before.hashes,
      seals: work.seals - before.seals,
      opens: work.opens - before.opens,
    },
    delaysMs: [...delaysMs],
  }
}

function instantAdapter(platform: Platform): Adapter {
  let posted = 0
  return {
    platform,
    capabilities: capabilities[platform],
    botId: '1',
    async start() {},
    async perform({ to }) {
      posted += 1
      return { refs: [ref(`${to}/posted/${posted}`)] }
    },
    open: () => Promise.reject(new Error('Nobody sends files here.')),
    async find() {
      return undefined
    },
    showTyping() {},
    async [Symbol.asyncDispose]() {},
  }
}
