// What people and the bot do to messages that were said before: edits, deletions, reactions.

import { describe, expect, it } from 'vitest'
import type { Action } from '../../../src/core/action.ts'
import type { Ref } from '../../../src/core/address.ts'
import { DeliveryError } from '../../../src/core/delivery-error.ts'
import { applyReaction } from '../../../src/core/fit-reactions.ts'
import type { Inbound } from '../../../src/core/inbound.ts'
import { plain } from '../../../src/core/rich-text.ts'
import type { SandboxPerson, SeenMessage } from '../../../src/sandbox/person.ts'
import { until } from '../../support/until.ts'
import type { ContractSetup } from './contract-setup.ts'
import { latest, refOf, useStage, type Stage } from './stage.ts'

export function describeAfterthoughts(setup: ContractSetup): void {
  describe('what people do to their messages', () => {
    const stage = useStage(setup)

    it('is heard when they edit one: the name it had, and what it says now', async () => {
      const { ann } = stage()
      const said = await saidBy(stage(), ann, 'helo')
      ann.edit(said.seen.id, 'hello')
      const [heard] = await stage().hears(ann, 1)
      expect(heard?.event).toEqual({
        kind: 'edited',
        ref: said.ref,
        content: { kind: 'text', text: plain('hello') },
      })
    })

    it('is words, even when an edit turns them into a command', async () => {
      const { ann } = stage()
      const said = await saidBy(stage(), ann, 'stop')
      ann.edit(said.seen.id, '/stop')
      const [heard] = await stage().hears(ann, 1)
      expect(heard?.event).toMatchObject({ kind: 'edited', content: { kind: 'text' } })
    })

    it('is heard when they delete one, where the platform tells', async () => {
      const { ann, adapter } = stage()
      const said = await saidBy(stage(), ann, 'oh no')
      ann.remove(said.seen.id)
      if (!adapter.capabilities.tellsDeletions) ann.say('silence')
      const [heard] = await stage().hears(ann, 1)
      if (adapter.capabilities.tellsDeletions)
        expect(heard?.event).toEqual({ kind: 'deleted', refs: [said.ref] })
      else expect(heard?.event).toMatchObject({ kind: 'message' })
    })

    it('is heard when they react, to a message of theirs or of ours', async () => {
      const { ann } = stage()
      const said = await saidBy(stage(), ann, 'mine')
      const receipt = await stage().send(ann, 'ours')
      for (const [seen, name] of [
        [said.seen, said.ref],
        [latest(ann), refOf(receipt)],
      ] as const) {
        for (const emoji of [['👍'], ['❤'], []]) {
          ann.react(seen.id, emoji)
          await until(
            () => bare(reactionsOf(heardFrom(stage(), ann), name)) === bare(emoji),
            'heard',
          )
        }
      }
    })

    it('names what a command was sent as a reply to', async () => {
      const { ann } = stage()
      const said = await saidBy(stage(), ann, 'oh no')
      ann.say('/find', { replyTo: said.seen.id })
      const [heard] = await stage().hears(ann, 1)
      expect(heard?.event).toMatchObject({
        kind: 'command',
        command: 'find',
        replyTo: { ref: said.ref },
      })
    })

    it('is not what the bot does: it hears nothing of its own deletions and reactions', async () => {
      const { ann, host } = stage()
      const said = await saidBy(stage(), ann, 'hello')
      const receipt = await stage().send(ann, 'echo?')
      await stage().perform(ann, react(said.ref, ['👍']))
      await stage().perform(ann, { kind: 'delete', ref: refOf(receipt) })
      const before = host.taken.length
      ann.say('last')
      await stage().hears(ann, 1)
      await stage().rest()
      expect(host.taken).toHaveLength(before + 1)
    })
  })

  describe('taking a message back', () => {
    const stage = useStage(setup)

    it('makes it disappear, and succeeds again when it is gone', async () => {
      const { ann } = stage()
      const action = { kind: 'delete', ref: refOf(await stage().send(ann, 'oops')) } as const
      expect(await stage().perform(ann, action)).toEqual({ refs: [] })
      expect(ann.chat.map(({ text }) => text)).toEqual(['knock'])
      expect(await stage().perform(ann, action)).toEqual({ refs: [] })
      expect(stage().requests(setup.methods.delete)).toHaveLength(2)
    })

    it('can be repeated when its outcome is unknown', async () => {
      const { ann, sandbox } = stage()
      const action = { kind: 'delete', ref: refOf(await stage().send(ann, 'oops')) } as const
      sandbox.inject({ method: setup.methods.delete, fault: { kind: 'cut-after' } })
      await expectFailure(stage(), ann, action, 'unknown')
      expect(await stage().perform(ann, action)).toEqual({ refs: [] })
    })
  })

  describe('reacting', () => {
    const stage = useStage(setup)

    it('makes the reactions of the bot be exactly the given ones, as many as there may be', async () => {
      const { ann, adapter } = stage()
      const { most } = adapter.capabilities.reactions
      const said = await saidBy(stage(), ann, 'hello')
      ann.react(said.seen.id, ['🔥'])
      const sets = [['👍'], ['❤', '🎉', '🤔', '👍'].slice(-most), ['❤'], []]
      let before: readonly string[] = []
      for (const emoji of sets) {
        const receipt = await stage().perform(ann, react(said.ref, emoji, before))
        expect(receipt).toEqual({ refs: [] })
        expect(bare(shownBy('bot', ann, said.seen))).toBe(bare(emoji))
        before = emoji
      }
      expect(bare(shownBy('person', ann, said.seen))).toBe(bare(['🔥']))
    })

    it('accepts all that its capabilities allow', async () => {
      const { ann, adapter } = stage()
      const { allowed } = adapter.capabilities.reactions
      const said = await saidBy(stage(), ann, 'hello')
      let before: readonly string[] = []
      for (const emoji of allowed === 'any' ? ['❤', '❤️', '🤷🏽‍♀️', '🇩🇪', '1️⃣'] : allowed) {
        await stage().perform(ann, react(said.ref, [emoji], before))
        expect(bare(shownBy('bot', ann, said.seen))).toBe(bare([emoji]))
        before = [emoji]
      }
    })

    it('can be repeated when its outcome is unknown', async () => {
      const { ann, sandbox } = stage()
      const said = await saidBy(stage(), ann, 'hello')
      for (const kind of ['cut-after', 'cut-before'] as const) {
        const action = react(said.ref, [kind === 'cut-after' ? '👍' : '🔥'])
        sandbox.inject({ method: setup.methods.react, fault: { kind } })
        await expectFailure(stage(), ann, action, 'unknown')
        await stage().perform(ann, action)
        await stage().perform(ann, { ...action, before: action.emoji, emoji: [] })
        expect(shownBy('bot', ann, said.seen)).toEqual([])
      }
    })

    it('to a message that is gone is a definite no', async () => {
      const { ann } = stage()
      const said = await saidBy(stage(), ann, 'hello')
      ann.remove(said.seen.id)
      await expectFailure(stage(), ann, react(said.ref, ['👍']), 'rejected')
    })
  })
}

type Reacting = Extract<Action, { kind: 'react' }>

const react = (name: Ref, emoji: readonly string[], before: readonly string[] = []): Reacting => ({
  kind: 'react',
  ref: name,
  emoji,
  before,
})

/** A set of emoji in a form in which equal ones are equal, whatever the platform adds to show them as pictures. */
const bare = (emoji: readonly string[]): string =>
  emoji
    .map((one) => one.replaceAll('\ufe0f', ''))
    .sort()
    .join(' ')

function shownBy(from: 'person' | 'bot', person: SandboxPerson, { id }: SeenMessage) {
  const shown = person.chat.find((message) => message.id === id)?.reactions ?? []
  return shown.filter((reaction) => reaction.from === from).map(({ emoji }) => emoji)
}

const heardFrom = ({ host }: Stage, { id }: SandboxPerson): readonly Inbound[] =>
  host.taken.filter(({ sender }) => sender.id === id)

/** What somebody has under a message, as far as it was heard. */
function reactionsOf(heard: readonly Inbound[], name: Ref): readonly string[] {
  return heard.reduce<readonly string[]>(
    (present, { event }) =>
      event.kind === 'reacted' && event.ref === name
        ? applyReaction(present, event.reaction)
        : present,
    [],
  )
}

async function saidBy(
  stage: Stage,
  person: SandboxPerson,
  text: string,
): Promise<{ readonly seen: SeenMessage; readonly ref: Ref }> {
  const seen = person.say(text)
  const [heard] = await stage.hears(person, 1)
  if (heard?.event.kind !== 'message') throw new Error('It was no message.')
  return { seen, ref: heard.event.ref }
}

async function expectFailure(
  stage: Stage,
  person: SandboxPerson,
  action: Action,
  kind: DeliveryError['failure']['kind'],
): Promise<void> {
  const error: unknown = await stage.perform(person, action).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(DeliveryError)
  expect(error).toMatchObject({ failure: { kind } })
}
