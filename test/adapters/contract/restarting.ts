import { describe, expect, it } from 'vitest'
import { must } from '../../../src/lib/must.ts'
import { until } from '../../support/until.ts'
import type { ContractSetup } from './contract-setup.ts'
import { useStage, words } from './stage.ts'

export function describeRestarting(setup: ContractSetup): void {
  describe('a database that fails', () => {
    const stage = useStage(setup)

    it('is offered the same again after a back-off, and nothing else before', async () => {
      const { ann, host, clock } = stage()
      const before = host.offers.length
      host.isDown = true
      ann.say('one')
      await until(() => host.offers.length === before + 1, 'it is offered')
      ann.say('two')
      for (let again = 2; again <= 4; again += 1) {
        // No time passes, so nothing may happen.
        await turns()
        expect(host.offers).toHaveLength(before + again - 1)
        await stage().passUntil(() => host.offers.length === before + again, 'offered again')
      }
      const offers = host.offers.slice(before)
      expect(offers.map(words)).toEqual(offers.map(() => ['one']))
      expect(offers.every((offer) => offer[0]?.seenKey === offers[0]?.[0]?.seenKey)).toBe(true)
      host.isDown = false
      const start = clock.now()
      await stage().passUntil(() => words(host.taken).includes('two'), 'all is taken in')
      expect(clock.now() - start).toBeLessThan(60_000)
      expect(words(await stage().hears(ann, 2))).toEqual(['one', 'two'])
    })

    it('has had nothing confirmed: the next process hears it under the same keys', async () => {
      const { ann, bob, host, adapter } = stage()
      const before = host.offers.length
      host.isDown = true
      const said = ['one', 'two', 'three']
      for (const text of said) ann.say(text)
      bob.say('from me too')
      await until(() => host.offers.length > before, 'it is offered')
      await adapter[Symbol.asyncDispose]()
      expect(words(host.taken)).toEqual(['knock', 'knock'])
      const offered = host.offers.flat()
      const next = stage().nextHost()
      await stage().another().start(next)
      await until(() => next.taken.length === 4, 'all is taken in')
      const fromAnn = next.taken.filter(({ sender }) => sender.id === ann.id)
      expect(words(fromAnn)).toEqual(said)
      const again = must(fromAnn[0], 'it is heard again')
      expect(offered).toContainEqual(again)
    })

    it('leaves a process that is killed while it commits: the next hears the same under the same key', async () => {
      const { ann, host } = stage()
      const before = host.offers.length
      const commit = host.holdCommits()
      ann.say('during the power cut')
      await until(() => host.offers.length > before, 'it is offered')
      const offered = must(host.offers.at(-1)?.[0], 'it is offered')
      const next = stage().nextHost()
      const survivor = stage().another()
      await survivor.start(next)
      await until(() => next.taken.length === 1, 'it is heard by the next')
      expect(next.taken).toEqual([offered])
      await survivor[Symbol.asyncDispose]()
      commit()
    })
  })

  describe('ending and starting again', () => {
    const stage = useStage(setup)

    it('waits at its end for what is being taken in, and offers nothing more', async () => {
      const { ann, host, adapter } = stage()
      const before = host.offers.length
      const commit = host.holdCommits()
      ann.say('last')
      await until(() => host.offers.length > before, 'it is offered')
      let isOver = false
      const ending = adapter[Symbol.asyncDispose]().then(() => (isOver = true))
      ann.say('too late')
      await turns()
      expect(isOver).toBe(false)
      commit()
      await ending
      expect(words(await stage().hears(ann, 1))).toEqual(['last'])
      expect(words(host.taken)).not.toContain('too late')
      ann.say('later still')
      await turns()
      expect(host.offers).toHaveLength(before + 1)
    })

    it('does not tell again what was taken in', async () => {
      const { ann, adapter } = stage()
      ann.say('first')
      await stage().hears(ann, 1)
      await adapter[Symbol.asyncDispose]()
      const next = stage().nextHost()
      await stage().another().start(next)
      ann.say('second')
      await until(() => next.taken.length > 0, 'the second is heard')
      await stage().rest()
      expect(new Set(words(next.offers.flat()))).toEqual(new Set(['second']))
    })

    it('hears once and in order what was said meanwhile, before what is said from then on', async () => {
      const { ann, bob, adapter, sandbox } = stage()
      await adapter[Symbol.asyncDispose]()
      const missed = Array.from({ length: 120 }, (_, index) => `missed ${index}`)
      for (const text of missed) for (const person of [ann, bob]) person.say(text)
      ann.say('/stop')
      const next = stage().nextHost()
      // Whatever has to be asked for takes longer than what comes by itself.
      sandbox.setLatency(() => 30)
      await stage().another().start(next)
      const live = Array.from({ length: 20 }, (_, index) => `live ${index}`)
      for (const text of live) for (const person of [ann, bob]) person.say(text)
      await until(() => next.taken.length >= 281, 'all is taken in')
      await stage().rest()
      const of = (id: string) => next.taken.filter(({ sender }) => sender.id === id)
      expect(words(of(ann.id))).toEqual([...missed, ...live])
      expect(words(of(bob.id))).toEqual([...missed, ...live])
      expect(of(ann.id)[120]?.event).toEqual({
        kind: 'command',
        command: 'stop',
        replyTo: undefined,
      })
      expect(next.taken).toHaveLength(281)
    })

    it('can be written through again at once', async () => {
      const { ann, adapter } = stage()
      await adapter[Symbol.asyncDispose]()
      const another = stage().another()
      await another.start(stage().nextHost())
      expect((await stage().send(ann, 'here again', {}, another)).refs).toHaveLength(1)
    })
  })
}

/** Time for everything that would happen without time passing. */
async function turns(): Promise<void> {
  let left = 200
  await until(() => (left -= 1) <= 0, 'the turns are over')
}
