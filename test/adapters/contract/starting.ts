import { describe, expect, it } from 'vitest'
import { StartError } from '../../../src/adapter.ts'
import { must } from '../../../src/lib/must.ts'
import { until } from '../../support/until.ts'
import type { ContractSetup } from './contract-setup.ts'
import { everythingOf } from './rules.ts'
import { useStage, words } from './stage.ts'

export function describeStarting(setup: ContractSetup): void {
  describe('starting', () => {
    const stage = useStage(setup, { isStarted: false })

    it('is connected when it has started, and knows its bot by the token', async () => {
      const { adapter, host } = stage()
      expect(adapter.platform).toBe(setup.platform)
      expect(adapter.botId).toMatch(/^\d+$/)
      await adapter.start(host)
      expect(host.states.at(-1)).toBe('connected')
      expect(host.problems).toEqual([])
    })

    it('fails with a line that does not tell the token when the platform refuses it', async () => {
      const failure = await refusalOf(
        stage().another({ token: setup.wrongToken }).start(stage().host),
      )
      expect(failure.message).toMatch(/^[A-Z][^\n]{10,200}\.$/)
      expect(everythingOf(failure)).not.toContain(setup.wrongToken)
      expect(stage().host.states).not.toContain('connected')
    })

    it('takes nothing for a token that has not the shape of one', () => {
      expect(() => stage().another({ token: 'a secret of another kind' })).toThrow(StartError)
      expect(() => stage().another({ token: 'a secret of another kind' })).not.toThrow(/secret/)
    })

    it('goes on trying while the platform is not there, and is connected once it is', async () => {
      const { host, adapter, sandbox, clock } = stage()
      const { apiRoot } = sandbox
      await sandbox[Symbol.asyncDispose]()
      await adapter.start(host)
      expect(host.states.at(-1)).toBe('reconnecting')
      const port = Number(new URL(apiRoot).port)
      const found = await setup.createSandbox({ now: clock.now, port })
      stage().sandbox = found
      const ann = found.addPerson()
      await stage().passUntil(() => host.states.at(-1) === 'connected', 'it is connected')
      ann.say('hello')
      await until(() => host.taken.length === 1, 'hello is heard')
      expect(words(host.taken)).toEqual(['hello'])
      expect(host.states).not.toContain('halted')
    })

    it('reports a connection that is cut, comes back, and has missed nothing', async () => {
      const { host, adapter, sandbox, ann } = stage()
      await adapter.start(host)
      ann.say('before')
      await until(() => host.taken.length === 1, 'the first is heard')
      const before = host.states.length
      sandbox.cutConnections()
      ann.say('meanwhile')
      await stage().passUntil(
        () => host.states.length > before && host.states.at(-1) === 'connected',
        'it is connected again',
      )
      ann.say('after')
      await until(() => host.taken.length === 3, 'all is heard')
      expect(words(host.taken)).toEqual(['before', 'meanwhile', 'after'])
      expect(host.states.slice(before)).toEqual(['reconnecting', 'connected'])
    })

    it('shows its commands in the menu of the platform', async () => {
      const { adapter, host } = stage()
      await adapter.start(host)
      const written = () => stage().requests(setup.methods.writeMenu)
      await until(() => written().some(({ carriedOut }) => carriedOut), 'the menu is written')
      const menu = JSON.stringify(must(written()[0], 'it was written').body)
      for (const word of ['find', 'stop', 'Find somebody to talk to', 'End the chat'])
        expect(menu).toContain(`"${word}"`)
    })

    it('can end before it has begun', async () => {
      await stage().another()[Symbol.asyncDispose]()
      expect(stage().sandbox.requests).toEqual([])
    })
  })
}

async function refusalOf(starting: Promise<void>): Promise<StartError> {
  const error: unknown = await starting.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error instanceof StartError) return error
  throw new Error('It was not refused with a StartError.', { cause: error })
}
