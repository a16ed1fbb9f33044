import path from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { discordCapabilities } from '../../adapters/discord/capabilities.ts'
import { telegramCapabilities } from '../../adapters/telegram/capabilities.ts'
import type { Inbound } from '../../src/core/inbound.ts'
import type { Keyring } from '../../src/keyring.ts'
import { type Log, silentLog } from '../../src/log.ts'
import { createComposer } from '../../src/service/compose.ts'
import { createInbox } from '../../src/service/inbox.ts'
import { createJanitor } from '../../src/service/janitor.ts'
import { createMatchmaker } from '../../src/service/matchmaker.ts'
import { openSqliteStore } from '../../src/store/sqlite-store.ts'
import type { Judge, Store } from '../../src/store/store.ts'
import type { Effects } from '../../src/store/write.ts'
import type { ManualClock } from '../support/manual-clock.ts'
import type { Witness } from './witness.ts'

/** One life of the product without platforms: real decisions, words, services and files. What is said has arrived at once. */
export interface Product {
  readonly folder: string
  receive(batch: readonly Inbound[]): Promise<void>
  pair(): void
  sweep(): Promise<void>
  rest(): Promise<void>
  /** From here on nothing that it does is known to anybody. */
  cutOff(): Promise<void>
  stop(): Promise<void>
}

export interface ProductOptions {
  readonly folder: string
  readonly keyring: Keyring
  readonly clock: ManualClock
  readonly witness: Witness
  readonly randomId: () => number
  /** Whether the matchmaker looks whenever it is due. */
  readonly isPrompt: () => boolean
}

export const databaseIn = (folder: string): string => path.join(folder, 'test.db')

const composer = createComposer({
  operatorContact: 'hello@passerby.example',
  capabilities: { telegram: telegramCapabilities, discord: discordCapabilities },
})
const never = (): (() => void) => () => {}

export async function startProduct(options: ProductOptions): Promise<Product> {
  const { folder, keyring, clock, witness, randomId, isPrompt } = options
  let isCutOff = false
  const store = await openSqliteStore({
    path: databaseIn(folder),
    keyring,
    clock,
    randomId,
    bots: [],
    tellFailure: () => [],
    endWaiting: () => [],
  })
  const silenced =
    (judge: Judge): Judge =>
    (situation) =>
      judge(situation).filter(({ kind }) => kind !== 'post')
  const watched: Store = {
    ...store,
    takeIn: (inbound, judge) =>
      store.takeIn(inbound, (situation) => {
        const writes = silenced(judge)(situation)
        return isCutOff ? writes : witness.judged(inbound, situation, writes)
      }),
    giveUp: (inbound, error, judge) => store.giveUp(inbound, error, silenced(judge)),
    pairDue: (plan) => store.pairDue(isCutOff ? plan : witness.watched(plan)),
  }
  const committed = ({ pairingDue }: Effects): void => {
    if (pairingDue && isPrompt()) matchmaker.wake()
  }
  const log: Log = {
    ...silentLog,
    error({ error }: { readonly error?: unknown }) {
      if (!isCutOff) witness.logged(error)
    },
  }
  const shared = { store: watched, composer, log, committed }
  const inbox = createInbox({ ...shared, clock })
  const matchmaker = createMatchmaker({
    ...shared,
    clock: {
      now: clock.now,
      after: (delayMs, task) => (isPrompt() ? clock.after(delayMs, task) : never()),
    },
    random: (below) => randomId() % below,
  })
  const janitor = createJanitor({ ...shared, clock: { now: clock.now, after: never } })
  const stop = async (): Promise<void> => {
    await janitor[Symbol.asyncDispose]()
    await matchmaker[Symbol.asyncDispose]()
    await store[Symbol.asyncDispose]()
  }
  return {
    folder,
    receive: (batch) => inbox.receive(batch),
    pair: () => matchmaker.wake(),
    sweep: () => janitor.sweep(),
    async rest() {
      while (matchmaker.busy || inbox.busy > 0) await nextTurn()
    },
    cutOff() {
      isCutOff = true
      return stop()
    },
    stop,
  }
}
