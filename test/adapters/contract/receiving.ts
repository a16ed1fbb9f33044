import { describe, expect, it } from 'vitest'
import { plain } from '../../../src/core/rich-text.ts'
import { must } from '../../../src/lib/must.ts'
import type { SandboxPerson } from '../../../src/sandbox/person.ts'
import { until } from '../../support/until.ts'
import type { ContractSetup } from './contract-setup.ts'
import { latest, refOf, useStage, words, type Stage } from './stage.ts'

export function describeReceiving(setup: ContractSetup): void {
  describe('hearing people', () => {
    const stage = useStage(setup)

    it('hears a text as a message with its words', async () => {
      stage().ann.say('hello there')
      expect((await stage().hears(stage().ann, 1)).map(({ event }) => event)).toEqual([
        {
          kind: 'message',
          ref: expect.any(String),
          content: { kind: 'text', text: plain('hello there') },
          replyTo: undefined,
        },
      ])
    })

    it('names messages, people and chats apart, and the same ones alike', async () => {
      const { ann, bob } = stage()
      for (const person of [ann, bob, ann]) person.say('the same words')
      const [one, two] = await stage().hears(ann, 2)
      const [other] = await stage().hears(bob, 1)
      const refs = [one, two, other].map((each) =>
        each?.event.kind === 'message' ? each.event.ref : undefined,
      )
      expect(new Set(refs).size).toBe(3)
      expect(new Set([one, two, other].map((each) => each?.seenKey)).size).toBe(3)
      expect(one?.sender).toEqual({ ...two?.sender, id: ann.id })
      expect(other?.sender.address).not.toBe(one?.sender.address)
    })

    it.each(['/find', '/FIND', '/find somebody, please'])(
      'hears the text "%s" as a command',
      async (text) => {
        stage().ann.say(text)
        const [heard] = await stage().hears(stage().ann, 1)
        expect(heard?.event).toEqual({ kind: 'command', command: 'find', replyTo: undefined })
      },
    )

    it.each(['/dance', 'go and /find', '//find'])(
      'hears the text "%s" as a message',
      async (text) => {
        stage().ann.say(text)
        const [heard] = await stage().hears(stage().ann, 1)
        expect(heard?.event).toMatchObject({ kind: 'message', content: { text: { text } } })
      },
    )

    it('hears a command of the menu', async () => {
      const isWritten = () =>
        stage()
          .requests(setup.methods.writeMenu)
          .some(({ carriedOut }) => carriedOut)
      await until(isWritten, 'the menu is written')
      stage().ann.command('stop')
      const heard = await stage().hears(stage().ann, 1)
      expect(heard.map(({ event }) => event)).toEqual([
        { kind: 'command', command: 'stop', replyTo: undefined },
      ])
    })

    it('acknowledges a tap within a second while the database still works, and tells its data and message', async () => {
      const { ann, host } = stage()
      const button = { label: 'Yes', data: 'answer:yes', style: 'primary' } as const
      const receipt = await stage().send(ann, 'Shall we?', { buttons: [[button]] })
      await stage().send(ann, 'something later')
      const commit = host.holdCommits()
      const message = must(
        ann.chat.find(({ text }) => text === 'Shall we?'),
        'it is shown',
      )
      const before = host.taken.length
      await ann.tap(message.id, button.data, 1000)
      expect(host.taken).toHaveLength(before)
      commit()
      const heard = await stage().hears(ann, 1)
      const tap = { kind: 'tap', data: button.data, on: refOf(receipt) }
      expect(heard.map(({ event }) => event)).toEqual([tap])
    })

    it('tells what a message answers, and when that was said', async () => {
      const { ann, clock } = stage()
      const own = ann.say('my own')
      await stage().send(ann, 'of the bot')
      const ofBot = latest(ann)
      clock.advance(9000)
      ann.say('to myself', { replyTo: own.id })
      ann.say('to the bot', { replyTo: ofBot.id })
      const [first, toMyself, toBot] = await stage().hears(ann, 3)
      const ownRef = first?.event.kind === 'message' && first.event.ref
      const again = await stage().send(ann, 'a third')
      for (const [heard, seen] of [
        [toMyself, own],
        [toBot, ofBot],
      ] as const) {
        const replyTo = heard?.event.kind === 'message' ? heard.event.replyTo : undefined
        expect(Math.abs((replyTo?.at ?? 0) - seen.at)).toBeLessThanOrEqual(1000)
      }
      expect(toMyself?.event).toMatchObject({ replyTo: { ref: ownRef } })
      expect(toBot?.event).not.toMatchObject({ replyTo: { ref: refOf(again) } })
    })

    it('names the message of ours that is answered as its receipt did', async () => {
      const { ann } = stage()
      const receipt = await stage().send(ann, 'who is there?')
      ann.say('me', { replyTo: latest(ann).id })
      const [heard] = await stage().hears(ann, 1)
      expect(heard?.event).toMatchObject({ replyTo: { ref: refOf(receipt) } })
    })

    it.each(Object.entries(setup.refused))('refuses a %s as %s', async (kind, what) => {
      stage().ann.send(kind)
      const heard = await stage().hears(stage().ann, 1)
      expect(heard.map(({ event }) => event)).toMatchObject([
        { kind: 'message', content: { kind: 'refused', what } },
      ])
    })

    it.runIf(setup.hasAlbums)('names albums apart, and the items of one alike', async () => {
      const { ann } = stage()
      ann.send('album')
      ann.send('album')
      const heard = await stage().hears(ann, 4)
      const groups = heard.map(({ event }) =>
        event.kind === 'message' && event.content.kind === 'media'
          ? event.content.album
          : undefined,
      )
      expect(groups[0]).toEqual(expect.any(String))
      expect(groups).toEqual([groups[0], groups[0], groups[2], groups[2]])
      expect(groups[2]).not.toBe(groups[0])
    })

    it.runIf(setup.tells.typing)('hears that somebody types', async () => {
      stage().ann.type()
      const heard = await stage().hears(stage().ann, 1)
      expect(heard.map(({ event }) => event)).toEqual([{ kind: 'typing' }])
    })

    it.runIf(setup.tells.blocking)('hears of a block and of its end', async () => {
      stage().ann.block()
      stage().ann.unblock()
      const heard = await stage().hears(stage().ann, 2)
      expect(heard.map(({ event }) => event)).toEqual([{ kind: 'blocked' }, { kind: 'unblocked' }])
    })

    it('does not hear itself: neither its messages, nor its edits, nor its typing', async () => {
      const { ann, adapter, host } = stage()
      const receipt = await stage().send(ann, 'echo?')
      await stage().edit(ann, { ref: refOf(receipt), text: plain('echo!'), buttons: [] })
      adapter.showTyping(stage().addressOf(ann))
      await until(() => ann.typingSeen === 1, 'typing is shown')
      ann.say('last')
      const before = host.taken.length
      await stage().hears(ann, 1)
      await stage().rest()
      expect(host.taken).toHaveLength(before + 1)
    })

    it('hears the messages of each person in their order, however many talk at once', async () => {
      const people = [stage().ann, stage().bob]
      for (let more = 0; more < 3; more += 1) people.push(stage().sandbox.addPerson())
      const said = sayManyThings(people, 200)
      for (const [person, texts] of said)
        expect(await wordsOf(stage(), person, texts.length)).toEqual(texts)
    })

    it('hears them in their order when the connection is cut and the database fails in between', async () => {
      const people = [stage().ann, stage().bob, stage().sandbox.addPerson()]
      const { host, sandbox } = stage()
      const first = sayManyThings(people, 60)
      host.isDown = true
      sandbox.cutConnections()
      const second = sayManyThings(people, 60)
      await stage().passUntil(() => host.states.at(-1) === 'connected', 'it is connected')
      host.isDown = false
      const third = sayManyThings(people, 60)
      await stage().passUntil(() => host.taken.length >= 182, 'all is taken in')
      for (const person of people) {
        const texts = [first, second, third].flatMap((said) => said.get(person) ?? [])
        expect(await wordsOf(stage(), person, texts.length)).toEqual(texts)
      }
    })
  })
}

/** Turn by turn, but never evenly. */
function sayManyThings(
  people: readonly SandboxPerson[],
  count: number,
): ReadonlyMap<SandboxPerson, readonly string[]> {
  const said = new Map(people.map((person) => [person, [] as string[]]))
  for (let index = 0; index < count; index += 1) {
    const person = must(people[(index * index + (index >> 2)) % people.length], 'somebody talks')
    const text = `thing ${index} of ${count}`
    person.say(text)
    said.get(person)?.push(text)
  }
  return said
}

const wordsOf = async (
  stage: Stage,
  person: SandboxPerson,
  count: number,
): Promise<readonly string[]> => words(await stage.hears(person, count))
