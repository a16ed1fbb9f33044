import { describe, expect, it } from 'vitest'
import { DeliveryError, type Failure } from '../../../src/core/delivery-error.ts'
import { plain } from '../../../src/core/rich-text.ts'
import type { Fault } from '../../../src/sandbox/server.ts'
import { until } from '../../support/until.ts'
import type { ContractSetup } from './contract-setup.ts'
import { everythingOf } from './rules.ts'
import { latest, notAborted, refOf, requestTimeoutMs, useStage, type Stage } from './stage.ts'

const secret = 'a secret between strangers'

export function describeFailing(setup: ContractSetup): void {
  const waitMs = 1250
  const retryAfterMs = Math.ceil(waitMs / setup.waits.grainMs) * setup.waits.grainMs
  const limit = (scope: 'lane' | 'platform'): readonly [string, Fault, Failure] => [
    `a rate limit of the ${scope}`,
    { kind: 'rate-limited', retryAfterMs: waitMs, scope },
    {
      kind: 'rate-limited',
      retryAfterMs,
      scope: setup.waits.tellsPlatformFromLane ? scope : 'lane',
    },
  ]
  const cases: readonly (readonly [string, Fault, Failure])[] = [
    limit('lane'),
    limit('platform'),
    ['a definite no', { kind: 'rejected' }, { kind: 'rejected' }],
    ['an error of the server', { kind: 'server-error' }, { kind: 'unknown' }],
    ['a cut before it was done', { kind: 'cut-before' }, { kind: 'unknown' }],
    ['a cut after it was done', { kind: 'cut-after' }, { kind: 'unknown' }],
    ['a token that is refused', { kind: 'unauthorized' }, { kind: 'adapter-halted' }],
    ['a page of somebody else', { kind: 'html' }, { kind: 'adapter-halted' }],
  ]

  describe('a request that fails', () => {
    const stage = useStage(setup)

    it.each(cases)(
      'after %s is told as such, made once, and names nothing',
      async (_, fault, failure) => {
        const { ann, bob, sandbox, clock } = stage()
        sandbox.inject({ fault })
        const error = await failureOf(stage().send(ann, secret))
        expect(error.failure).toEqual(failure)
        expectDiscreet(stage(), error)
        clock.advance(2 * retryAfterMs)
        await stage().rest()
        expect(stage().sendings).toHaveLength(1)
        expect((await stage().send(bob, 'another')).refs).toHaveLength(1)
        expect((await stage().send(ann, 'the next')).refs).toHaveLength(1)
        expect(stage().sendings).toHaveLength(3)
      },
    )

    it.each(cases)('to edit after %s is told as such', async (_, fault, failure) => {
      const { ann, sandbox } = stage()
      const receipt = await stage().send(ann, 'before')
      sandbox.inject({ fault })
      const edit = { ref: refOf(receipt), text: plain(secret), buttons: [] }
      const error = await failureOf(stage().edit(ann, edit))
      expect(error.failure).toEqual(failure)
      expectDiscreet(stage(), error)
      expect(stage().requests(setup.methods.edit)).toHaveLength(1)
    })

    it.each([true, false])(
      'by never being answered is unknown when its time is over, carried out: %s',
      async (carriedOut) => {
        const { ann, sandbox, clock } = stage()
        sandbox.inject({ fault: { kind: 'hang', carriedOut } })
        const sending = outcomeOf(stage().send(ann, secret))
        await until(() => stage().sendings.length === 1, 'it is on its way')
        clock.advance(requestTimeoutMs - 1)
        await stage().rest()
        expect(sending.isOver).toBe(false)
        clock.advance(1)
        const error = await failureOf(sending.promise)
        expect(error.failure).toEqual({ kind: 'unknown' })
        expectDiscreet(stage(), error)
        expect(stage().sendings).toHaveLength(1)
      },
    )

    it('to connect has surely not been sent', async () => {
      const { ann, clock } = stage()
      const gone = await setup.createSandbox({ now: clock.now })
      const { apiRoot } = gone
      await gone[Symbol.asyncDispose]()
      const unconnected = stage().another({ apiRoot })
      const error = await failureOf(stage().send(ann, secret, {}, unconnected))
      expect(error.failure).toEqual({ kind: 'not-sent' })
      expectDiscreet(stage(), error)
    })

    it('by being given up on its way is unknown, and before it began is not sent', async () => {
      const { ann, adapter, sandbox } = stage()
      sandbox.inject({ fault: { kind: 'hang', carriedOut: true } })
      const giveUp = new AbortController()
      const action = { kind: 'send', text: plain(secret), buttons: [], replyTo: undefined } as const
      const delivery = { to: stage().addressOf(ann), key: 'given up', action }
      const sending = failureOf(adapter.perform(delivery, [], giveUp.signal))
      await until(() => stage().sendings.length === 1, 'it is on its way')
      giveUp.abort()
      expect((await sending).failure).toEqual({ kind: 'unknown' })
      const later = await failureOf(adapter.perform(delivery, [], giveUp.signal))
      expect(later.failure).toEqual({ kind: 'not-sent' })
      expect(stage().sendings).toHaveLength(1)
    })

    it.each(Object.entries(setup.departures))(
      'because the person %s says that they are gone',
      async (_, depart) => {
        const { ann } = stage()
        depart(ann)
        const error = await failureOf(stage().send(ann, secret))
        expect(error.failure).toEqual({ kind: 'recipient-gone' })
        expectDiscreet(stage(), error)
        expect(stage().sendings).toHaveLength(1)
        expect((await stage().send(stage().bob, 'still here')).refs).toHaveLength(1)
      },
    )

    it('to who blocked the bot reaches them again once they have taken it back', async () => {
      const { ann } = stage()
      ann.block()
      await failureOf(stage().send(ann, secret))
      ann.unblock()
      await stage().send(ann, 'welcome back')
      expect(latest(ann).text).toBe('welcome back')
    })

    it('because the message to change is gone is a definite no', async () => {
      const { ann, sandbox } = stage()
      const ref = refOf(await stage().send(ann, 'to Ann'))
      const elsewhere = stage().bob
      const error = await failureOf(
        stage().edit(elsewhere, { ref, text: plain(secret), buttons: [] }),
      )
      expect(error.failure).toEqual({ kind: 'rejected' })
      expectDiscreet(stage(), error)
      expect(sandbox.people.flatMap(({ chat }) => chat).some(({ edited }) => edited)).toBe(false)
    })
  })

  describe('a message whose fate is unknown', () => {
    const stage = useStage(setup)

    it('can be asked for again, and appears as often as the capabilities say', async () => {
      const { ann, sandbox, adapter } = stage()
      sandbox.inject({ fault: { kind: 'cut-after' } })
      await failureOf(stage().send(ann, 'once?', { key: 'again' }))
      const receipt = await stage().send(ann, 'once?', { key: 'again' })
      const shown = ann.chat.filter(({ text }) => text === 'once?')
      const isRepeatable = adapter.capabilities.afterUnknown.kind === 'repeat-by-key'
      expect(shown).toHaveLength(isRepeatable ? 1 : 2)
      ann.say('yes', { replyTo: latest(ann).id })
      const [heard] = await stage().hears(ann, 1)
      expect(heard?.event).toMatchObject({ replyTo: { ref: refOf(receipt) } })
    })

    it('is asked for again with its key only where the key can tell, else at most once', () => {
      const { afterUnknown } = stage().adapter.capabilities
      expect(['repeat-once', 'repeat-by-key']).toContain(afterUnknown.kind)
      if (afterUnknown.kind === 'repeat-by-key') expect(afterUnknown.windowMs).toBeGreaterThan(0)
    })

    it('is made once more with its key until the end of the window', async (context) => {
      const { ann, sandbox, adapter, clock } = stage()
      const { afterUnknown } = adapter.capabilities
      if (afterUnknown.kind === 'repeat-once') return context.skip()
      sandbox.inject({ fault: { kind: 'cut-after' } })
      await failureOf(stage().send(ann, 'once?', { key: 'again' }))
      clock.advance(afterUnknown.windowMs - 1)
      const receipt = await stage().send(ann, 'once?', { key: 'again' })
      expect(ann.chat.filter(({ text }) => text === 'once?')).toHaveLength(1)
      expect(refOf(receipt)).toBe(latest(ann).id)
    })

    it('is found when it has arrived, and surely not when it has not', async (context) => {
      const { ann, sandbox, adapter, clock } = stage()
      if (adapter.capabilities.afterUnknown.kind === 'repeat-once') return context.skip()
      const sinceMs = clock.now()
      await stage().send(ann, 'something else')
      sandbox.inject({ fault: { kind: 'cut-before' } })
      await failureOf(stage().send(ann, 'lost', { key: 'lost' }))
      await expectFound(stage(), 'lost', 'lost', sinceMs, undefined)
      sandbox.inject({ fault: { kind: 'cut-after' } })
      await failureOf(stage().send(ann, 'arrived', { key: 'arrived' }))
      ann.say('oh?')
      clock.advance(3_600_000)
      await expectFound(stage(), 'arrived', 'arrived', sinceMs, latest(ann).id)
    })
  })
}

async function expectFound(
  stage: Stage,
  text: string,
  key: string,
  sinceMs: number,
  expected: string | undefined,
): Promise<void> {
  const action = { kind: 'send', text: plain(text), buttons: [], replyTo: undefined } as const
  const delivery = { to: stage.addressOf(stage.ann), key, action }
  const wanted = expected === undefined ? undefined : { refs: [expected] }
  // One that has just been started remembers nothing of what was sent.
  for (const adapter of [stage.adapter, stage.another()])
    expect(await adapter.find(delivery, sinceMs, notAborted())).toEqual(wanted)
}

async function failureOf(work: Promise<unknown>): Promise<DeliveryError> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error instanceof DeliveryError) return error
  throw new Error('It did not fail with a DeliveryError.', { cause: error })
}

function outcomeOf(promise: Promise<unknown>): { promise: Promise<unknown>; isOver: boolean } {
  const outcome = { promise, isOver: false }
  const end = (): void => void (outcome.isOver = true)
  promise.then(end, end)
  return outcome
}

/** However deep one looks into it. */
function expectDiscreet({ sandbox, ann }: Stage, error: DeliveryError): void {
  const told = everythingOf(error)
  for (const hidden of [secret, sandbox.token, ann.id, ann.name, ann.username])
    expect(told).not.toContain(hidden)
}
