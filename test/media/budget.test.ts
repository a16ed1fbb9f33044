import fc from 'fast-check'
import { expect, it } from 'vitest'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { Budget } from '../../src/media/budget.ts'
import type { Share } from '../../src/media/budget.ts'

const { signal } = new AbortController()

/** Takes, and says when it came. */
function ask(budget: Budget, amount: number, until = signal) {
  const asked: { share: Share | undefined; failed: unknown } = {
    share: undefined,
    failed: undefined,
  }
  budget.take(amount, until).then(
    (share) => (asked.share = share),
    (error: unknown) => (asked.failed = error),
  )
  return asked
}

it('gives what is there at once', async () => {
  const budget = new Budget(10)
  await budget.take(4, signal)
  await budget.take(6, signal)
  expect(budget.taken).toBe(10)
})

it('gives a share back at its disposal, once', async () => {
  const budget = new Budget(10)
  {
    using share = await budget.take(7, signal)
    share.shrink(3)
    expect(budget.taken).toBe(3)
    share.shrink(9)
    expect(budget.taken).toBe(3)
  }
  expect(budget.taken).toBe(0)
})

it('lets nobody overtake, so that the large do not wait for ever', async () => {
  const budget = new Budget(10)
  const first = await budget.take(6, signal)
  const large = ask(budget, 8)
  const small = ask(budget, 1)
  await nextTurn()
  expect([large.share, small.share]).toEqual([undefined, undefined])
  first[Symbol.dispose]()
  await nextTurn()
  expect([large.share?.amount, small.share?.amount]).toEqual([8, 1])
})

it('gives everything to who asks for more than there is', async () => {
  const budget = new Budget(10)
  const share = await budget.take(1000, signal)
  expect(share.amount).toBe(10)
})

it('forgets who stops waiting, and lets those behind in', async () => {
  const budget = new Budget(10)
  await budget.take(6, signal)
  const leaving = new AbortController()
  const large = ask(budget, 8, leaving.signal)
  const small = ask(budget, 4)
  const reason = new Error('left')
  leaving.abort(reason)
  await nextTurn()
  expect(large.failed).toBe(reason)
  expect(small.share?.amount).toBe(4)
  expect([budget.waiting, budget.taken]).toEqual([0, 10])
})

it('never gives more than there is, whatever happens, and in the end has all of it back', async () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant('ask' as const), amount: fc.integer({ min: 0, max: 15 }) }),
    fc.record({ kind: fc.constant('abort' as const), which: fc.nat(20) }),
    fc.record({ kind: fc.constant('dispose' as const), which: fc.nat(20) }),
    fc.record({ kind: fc.constant('shrink' as const), which: fc.nat(20), to: fc.nat(10) }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
      const budget = new Budget(10)
      const all: { asked: ReturnType<typeof ask>; leaving: AbortController }[] = []
      for (const made of steps) {
        if (made.kind === 'ask') {
          const leaving = new AbortController()
          all.push({ asked: ask(budget, made.amount, leaving.signal), leaving })
        } else if (made.kind === 'abort') all[made.which]?.leaving.abort(new Error('left'))
        else if (made.kind === 'dispose') all[made.which]?.asked.share?.[Symbol.dispose]()
        else all[made.which]?.asked.share?.shrink(made.to)
        await nextTurn()
        const held = all.reduce((sum, { asked }) => sum + (asked.share?.amount ?? 0), 0)
        expect(budget.taken).toBe(held)
        expect(held).toBeLessThanOrEqual(10)
      }
      for (const { asked, leaving } of all) {
        leaving.abort(new Error('over'))
        await nextTurn()
        asked.share?.[Symbol.dispose]()
      }
      await nextTurn()
      for (const { asked } of all) asked.share?.[Symbol.dispose]()
      expect([budget.taken, budget.waiting]).toEqual([0, 0])
    }),
    { numRuns: 100 },
  )
})
