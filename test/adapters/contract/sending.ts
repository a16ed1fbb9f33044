import { describe, expect, it } from 'vitest'
import type { Button } from '../../../src/core/button.ts'
import { plain } from '../../../src/core/rich-text.ts'
import { must } from '../../../src/lib/must.ts'
import { until } from '../../support/until.ts'
import type { ContractSetup } from './contract-setup.ts'
import { latest, refOf, useStage } from './stage.ts'

const button = (data: string, style: Button['style'] = 'plain'): Button => ({
  label: `Label of ${data}`.slice(0, 40),
  data,
  style,
})

export function describeSending(setup: ContractSetup): void {
  describe('sending', () => {
    const stage = useStage(setup)

    it('shows the person one message for one request, and names it by one ref', async () => {
      const { ann, bob } = stage()
      const receipts = [
        await stage().send(ann, 'one'),
        await stage().send(ann, 'two'),
        await stage().send(bob, 'one'),
      ]
      expect(ann.chat.slice(1).map(({ text }) => text)).toEqual(['one', 'two'])
      expect(bob.chat.slice(1).map(({ text }) => text)).toEqual(['one'])
      expect(stage().sendings).toHaveLength(3)
      const refs = receipts.flatMap((receipt) => receipt.refs)
      expect(new Set(refs).size).toBe(3)
    })

    it('shows that it answers a message of the person, or one of its own', async () => {
      const { ann } = stage()
      const question = ann.say('who?')
      const [heard] = await stage().hears(ann, 1)
      const event = must(heard, 'the question is heard').event
      if (event.kind !== 'message') throw new Error('It was no message.')
      const receipt = await stage().send(ann, 'me', { replyTo: event.ref })
      const own = latest(ann)
      expect(own).toMatchObject({ text: 'me', replyTo: question.id })
      await stage().send(ann, 'and you?', { replyTo: refOf(receipt) })
      expect(latest(ann)).toMatchObject({ text: 'and you?', replyTo: own.id })
    })

    it('sends an answer to what is gone without the mark', async () => {
      const { ann } = stage()
      const question = ann.say('who?')
      const [heard] = await stage().hears(ann, 1)
      ann.remove(question.id)
      const event = must(heard, 'the question is heard').event
      if (event.kind !== 'message') throw new Error('It was no message.')
      expect((await stage().send(ann, 'me', { replyTo: event.ref })).refs).toHaveLength(1)
      expect(latest(ann)).toMatchObject({ text: 'me', replyTo: undefined })
    })

    it('shows as many buttons as there may be, row by row, and hears the data of each', async () => {
      const { ann } = stage()
      const rows = Array.from({ length: 5 }, (_, row) =>
        Array.from({ length: 5 }, (__, at) => button(`${row}${at}`.padEnd(64, '~'))),
      )
      await stage().send(ann, 'choose', { buttons: rows })
      const seen = latest(ann)
      const plainly = rows.map((row) => row.map(({ label, data }) => ({ label, data })))
      expect(seen.buttons).toEqual(plainly)
      for (const { data } of rows.flat()) await ann.tap(seen.id, data)
      const heard = await stage().hears(ann, 25)
      expect(heard.map(({ event }) => event.kind === 'tap' && event.data)).toEqual(
        rows.flat().map(({ data }) => data),
      )
    })

    it('tells the styles of buttons apart', async () => {
      const { ann } = stage()
      for (const style of ['plain', 'primary', 'danger'] as const)
        await stage().send(ann, 'choose', { key: 'alike', buttons: [[button('go', style)]] })
      const bodies = stage().sendings.map(({ body }) => JSON.stringify(body))
      expect(new Set(bodies).size).toBe(3)
      expect(stage().sendings.map(({ status }) => status)).toEqual([200, 200, 200])
    })

    it('changes the text and the buttons of a message', async () => {
      const { ann } = stage()
      const receipt = await stage().send(ann, 'before', { buttons: [[button('one')]] })
      const edit = { ref: refOf(receipt), text: plain('after'), buttons: [[button('two')]] }
      expect(await stage().edit(ann, edit)).toEqual({ refs: [] })
      expect(latest(ann)).toMatchObject({
        text: 'after',
        edited: true,
        buttons: [[{ data: 'two' }]],
      })
      expect(ann.chat.filter(({ from }) => from === 'bot')).toHaveLength(1)
      await ann.tap(latest(ann).id, 'two')
      const [heard] = await stage().hears(ann, 1)
      expect(heard?.event).toEqual({ kind: 'tap', data: 'two', on: refOf(receipt) })
    })

    it('takes the buttons of a message away', async () => {
      const { ann } = stage()
      const receipt = await stage().send(ann, 'the same', { buttons: [[button('one')]] })
      await stage().edit(ann, { ref: refOf(receipt), text: plain('the same'), buttons: [] })
      expect(latest(ann)).toMatchObject({ text: 'the same', buttons: [] })
    })

    it('succeeds in changing a message to what it is already', async () => {
      const { ann } = stage()
      const buttons = [[button('one')]]
      const receipt = await stage().send(ann, 'the same', { buttons })
      const edit = { ref: refOf(receipt), text: plain('the same'), buttons }
      expect(await stage().edit(ann, edit)).toEqual({ refs: [] })
      expect(stage().requests(setup.methods.edit)).toHaveLength(1)
      expect(latest(ann)).toMatchObject({ text: 'the same', buttons: [[{ data: 'one' }]] })
    })

    it('shows that somebody types, to this person alone', async () => {
      const { ann, bob, adapter } = stage()
      expect(adapter.capabilities.typingLastsMs).toBeGreaterThan(0)
      adapter.showTyping(stage().addressOf(ann))
      await until(() => ann.typingSeen === 1, 'typing is shown')
      expect(bob.typingSeen).toBe(0)
    })

    it('does not mind when typing cannot be shown', async () => {
      const { ann, adapter } = stage()
      ann.block()
      adapter.showTyping(stage().addressOf(ann))
      await stage().send(stage().bob, 'still here')
      expect(latest(stage().bob).text).toBe('still here')
    })
  })
}
