import { describe, expect, it } from 'vitest'
import type { DeliveryError, Failure } from '../../../src/core/delivery-error.ts'
import type { Fault } from '../../../src/sandbox/server.ts'
import { until } from '../../support/until.ts'
import type { ContractSetup } from './contract-setup.ts'
import { failureOf } from './receiving-files.ts'
import { everythingOf } from './rules.ts'
import { requestTimeoutMs, useStage, type Stage } from './stage.ts'

import { photos, sendFiles, shown } from './send-files.ts'

export function describeFailingFiles(setup: ContractSetup): void {
  const sendings = (stage: Stage): number =>
    stage.sandbox.requests.filter(({ method }) => setup.files.sending.test(method)).length

  describe('files that cannot be sent', () => {
    const stage = useStage(setup)
    const waitMs = 2000

    it.each<readonly [string, Fault, Failure['kind']]>([
      [
        'a rate limit',
        { kind: 'rate-limited', retryAfterMs: waitMs, scope: 'lane' },
        'rate-limited',
      ],
      ['a definite no', { kind: 'rejected' }, 'rejected'],
      ['an error of the server', { kind: 'server-error' }, 'unknown'],
      ['a cut before', { kind: 'cut-before' }, 'unknown'],
      ['a cut after', { kind: 'cut-after' }, 'unknown'],
      ['a page of somebody else', { kind: 'html' }, 'adapter-halted'],
    ])('after %s are told as such, alone and together', async (_, fault, kind) => {
      const { sandbox } = stage()
      for (const captions of [['a secret'], ['a secret', '']]) {
        const { wanted, prepared } = photos(stage(), ...captions)
        const before = sendings(stage())
        sandbox.inject({ fault })
        const error = await failureOf(sendFiles(stage(), wanted, prepared))
        expect(error.failure.kind).toBe(kind)
        expectDiscreet(stage(), error)
        expect(sendings(stage())).toBe(before + 1)
      }
      const { wanted, prepared } = photos(stage(), 'the next')
      expect((await sendFiles(stage(), wanted, prepared)).refs).toHaveLength(1)
    })

    it('and are never answered are unknown when their time is over', async () => {
      const { sandbox, clock } = stage()
      sandbox.inject({ fault: { kind: 'hang', carriedOut: true } })
      const { wanted, prepared } = photos(stage(), 'a secret', '')
      const before = sendings(stage())
      const failing = failureOf(sendFiles(stage(), wanted, prepared))
      await until(() => sendings(stage()) > before, 'it is on its way')
      // Files have longer than words, but not for ever.
      let isOver = false
      void failing.finally(() => (isOver = true))
      for (let waited = 0; !isOver && waited < 20; waited += 1) {
        clock.advance(requestTimeoutMs)
        await stage().rest()
      }
      expect((await failing).failure).toEqual({ kind: 'unknown' })
    })

    it.runIf(setup.hasAlbums)('in part are unknown', async () => {
      const { sandbox, ann } = stage()
      sandbox.inject({ fault: { kind: 'partial-album', sent: 1 } })
      const { wanted, prepared } = photos(stage(), '', '', '')
      expect((await failureOf(sendFiles(stage(), wanted, prepared))).failure).toEqual({
        kind: 'unknown',
      })
      expect(shown(ann)).toHaveLength(1)
    })

    it('appear as often as the capabilities say when they are asked for again', async () => {
      const { ann, sandbox, adapter } = stage()
      const { wanted, prepared } = photos(stage(), 'once?')
      sandbox.inject({ fault: { kind: 'cut-after' } })
      await failureOf(sendFiles(stage(), wanted, prepared, { key: 'again' }))
      const receipt = await sendFiles(stage(), wanted, prepared, { key: 'again' })
      expect(receipt.refs).toHaveLength(1)
      const isByKey = adapter.capabilities.afterUnknown.kind === 'repeat-by-key'
      expect(shown(ann)).toHaveLength(isByKey ? 1 : 2)
    })

    it('because one was not made ready are a definite no, and nothing is asked', async () => {
      const { wanted } = photos(stage(), 'a', 'b')
      const before = sendings(stage())
      const error = await failureOf(sendFiles(stage(), wanted, []))
      expect(error.failure.kind).toBe('rejected')
      expect(sendings(stage())).toBe(before)
    })
  })
}

function expectDiscreet({ sandbox, ann }: Stage, error: DeliveryError): void {
  const told = everythingOf(error)
  for (const hidden of ['a secret', sandbox.token, ann.id, ann.name, ann.username])
    expect(told).not.toContain(hidden)
}
