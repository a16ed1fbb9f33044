import type { Adapter } from '../../src/adapter.ts'
import type { Delivery, Receipt } from '../../src/core/action.ts'
import { ref } from '../../src/core/address.ts'
import type { Capabilities } from '../../src/core/capabilities.ts'
import { DeliveryError, type Failure } from '../../src/core/delivery-error.ts'
import type { Platform } from '../../src/core/platform.ts'
import { telegramCapabilities } from '../../adapters/telegram/capabilities.ts'

export interface FakeAdapter extends Adapter {
  /** Every attempt, in order. */
  readonly attempts: readonly Delivery[]
  /** The texts that arrived, by address. */
  arrived(address: string): readonly string[]
  /** The next attempts for this address end so. */
  fail(address: string, ...failures: readonly Failure[]): void
  /** What was told to fail succeeds from now on. */
  heal(address: string): void
  /** From now on nothing is answered any more: what a killed process hears. */
  die(): void
  /** Attempts for this address wait until the returned function is called. */
  hold(address: string): () => void
  /** What `find` answers: whether lost requests had arrived after all. */
  foundLater: Receipt | undefined
}

/** A platform that does as it is told, for what no real one does on demand. */
export function createFakeAdapter(
  platform: Platform,
  afterUnknown: Capabilities['afterUnknown'] = { kind: 'repeat-once' },
): FakeAdapter {
  const attempts: Delivery[] = []
  const arrived: { readonly to: string; readonly text: string }[] = []
  const failures = new Map<string, Failure[]>()
  const holds = new Map<string, Promise<void>>()
  let message = 0
  let isDead = false
  return {
    platform,
    capabilities: { ...telegramCapabilities, afterUnknown },
    botId: '1',
    attempts,
    foundLater: undefined,
    arrived: (address) => arrived.filter(({ to }) => to === address).map(({ text }) => text),
    fail: (address, ...more) => {
      failures.set(address, [...(failures.get(address) ?? []), ...more])
    },
    heal: (address) => void failures.delete(address),
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
      const { action } = delivery
      if (action.kind === 'send' || action.kind === 'edit')
        arrived.push({ to: delivery.to, text: action.text.text })
      const places = action.kind === 'send-files' ? action.files.length : 1
      return {
        refs: Array.from({ length: places }, () => ref(`${platform}/${(message += 1)}`)),
      }
    },
    open: () => {
      throw new Error('Files of this platform are made up by the fake media works.')
    },
    async find() {
      return this.foundLater
    },
    showTyping() {},
    async [Symbol.asyncDispose]() {},
  }
}
