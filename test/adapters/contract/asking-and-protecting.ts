import { describe, expect, it } from 'vitest'
import { plain } from '../../../src/core/rich-text.ts'
import { must } from '../../../src/lib/must.ts'
import type { ContractSetup } from './contract-setup.ts'
import { photos, shown } from './send-files.ts'
import { latest, notAborted, refOf, useStage, words } from './stage.ts'

/** What platforms take in different ways, and must all take: prompts, protected messages, public names. */
export function describeAskingAndProtecting(setup: ContractSetup): void {
  describe('asking and protecting', () => {
    const stage = useStage(setup)

    it('shows what asks for a reply, and hears which question an answer is to', async () => {
      const { ann } = stage()
      const asked = refOf(
        await stage().send(ann, 'What about?', { asksReply: { placeholder: 'Your topic' } }),
      )
      const question = latest(ann)
      expect(question).toMatchObject({ text: 'What about?', buttons: [] })
      ann.say('gardens', { replyTo: question.id })
      const heard = await stage().hears(ann, 1)
      expect(words(heard)).toEqual(['gardens'])
      expect(heard[0]?.event).toMatchObject({ replyTo: { ref: asked } })
    })

    it('takes a placeholder of any length', async () => {
      const asksReply = { placeholder: `${'Anything at all '.repeat(20)}🦖` }
      await stage().send(stage().ann, 'What about?', { asksReply })
      expect(latest(stage().ann).text).toBe('What about?')
    })

    it('shows protected words and files as it shows others', async () => {
      const { ann } = stage()
      const buttons = [[{ label: 'Yes', data: 'yes', style: 'plain' }]] as const
      await stage().send(ann, 'between us', { isProtected: true, buttons })
      expect(latest(ann)).toMatchObject({ text: 'between us', buttons: [[{ data: 'yes' }]] })
      for (const captions of [['one'], ['two', 'three']]) {
        const { wanted, prepared } = photos(stage(), ...captions)
        const delivery = {
          to: stage().addressOf(ann),
          key: stage().newKey(),
          action: { kind: 'send-files', files: wanted, replyTo: undefined, isProtected: true },
        } as const
        await stage().adapter.perform(delivery, prepared, notAborted())
      }
      expect(shown(ann).flatMap(({ files }) => files)).toHaveLength(3)
    })

    it('tells by which name each person is found, with whatever they say', async () => {
      const { ann, bob } = stage()
      for (const person of [ann, bob]) {
        person.say('hi')
        const [heard] = await stage().hears(person, 1)
        const { event, sender } = must(heard, 'it is heard')
        expect(sender.handle).toBe(person.username)
        expect(event).toMatchObject({ content: { text: plain('hi') } })
      }
    })
  })
}
