import type { Adapter } from '../../src/adapter.ts'
import type { Delivery, Receipt } from '../../src/core/action.ts'
import type { Capabilities } from '../../src/core/capabilities.ts'
import { DeliveryError, type Failure } from '../../src/core/delivery-error.ts'
import type { Platform } from '../../src/core/platform.ts'
import { telegramCapabilities } from '../../adapters/telegram/capabilities.ts'
import { createFakeChats, type FakeChats } from './fake-chats.ts'

export interface FakeAdapter extends Adapter {
  /** Every attempt, in order. */
  readonly attempts: readonly Delivery[]
  /** What people see. */
  readonly chats: FakeChats
  /** The texts that arrived, by address, but for what a waiting message becomes: that comes at its own time. */
  arrived(address: string): readonly string[]
  /** The next attempts for this address end so. */
  fail(address: string, ...failures: readonly Failure[]): void
  /** The next attempt for this address arrives, and its answer is lost. */
  lose(address: string): void
  /** What was told to fail succeeds from now on. */
  heal(address: string): void
  /** From now on nothing is answered any more: what a killed process hears. */
  die(): void
  /** Attempts for this address wait until the returned function is called. */
  hold(address: string): () => void
  /** What `find` answers: whether lost requests had arrived after all. */
  foundLater: Receipt | undefined
}

const waited = 'We have found somebody for you.'

/** A platform that does as it is told, for what no real one does on demand. */
export function createFakeAdapter(
  platform: Platform,
  afterUnknown: Capabilities['afterUnknown'] = { kind: 'repeat-once' },
  {
    capabilities = telegramCapabilities,
    chats = createFakeChats(platform, capabilities.media.album.isOneMessage),
  }: { readonly capabilities?: Capabilities; readonly chats?: FakeChats | undefined } = {},
): FakeAdapter {
  const attempts: Delivery[] = []
  const arrived: { readonly to: string; readonly text: string }[] = []
  const failures = new Map<string, Failure[]>()
  const holds = new Map<string, Promise<void>>()
  const lost = new Set<string>()
  const { receipts } = chats
  let isDead = false
  return {
    platform,
    capabilities: { ...capabilities, afterUnknown },
    chats,
    botId: '1',
    attempts,
    foundLater: undefined,
    arrived: (address) => arrived.filter(({ to }) => to === address).map(({ text }) => text),
    fail: (address, ...more) => {
      failures.set(address, [...(failures.get(address) ?? []), ...more])
    },
    heal: (address) => void failures.delete(address),
    lose: (address) => void lost.add(address),
    die() {
      isDead = true
    },
    hold(address) {
      const { promise, resolve } = Promise.withResolvers<void>()
      holds.set(address, promise)
      return () => {
        holds.delete(address)
        resolve()
      }
    },
    start: async () => {},
    async perform(delivery) {
      attempts.push(delivery)
      await holds.get(delivery.to)
      if (isDead) throw new DeliveryError({ kind: 'unknown' }, 'cut off')
      const failure = failures.get(delivery.to)?.shift()
      if (failure) throw new DeliveryError(failure, `told to fail: ${failure.kind}`)
      const { action, key, to } = delivery
      const becomesWaited = action.kind === 'edit' && action.text.text.endsWith(waited)
      if ((action.kind === 'send' || action.kind === 'edit') && !becomesWaited)
        arrived.push({ to, text: action.text.text })
      const known = afterUnknown.kind === 'repeat-by-key' ? receipts.get(key) : undefined
      const receipt = known ?? { refs: chats.carryOut(to, action) }
      receipts.set(key, receipt)
      if (lost.delete(to)) throw new DeliveryError({ kind: 'unknown' }, 'the answer is lost')
      return receipt
    },
    open: () => {
      throw new Error('Files of this platform are made up by the fake media works.')
    },
    async find({ key }) {
      return this.foundLater ?? receipts.get(key)
    },
    showTyping() {},
    async [Symbol.asyncDispose]() {},
  }
}
