import { describe, expect, it } from 'vitest'
import type { Action } from '../../../src/core/action.ts'
import { normalize } from '../../../src/core/rich-text.ts'
import { must } from '../../../src/lib/must.ts'
import type { ContractSetup } from './contract-setup.ts'
import { bytesOf, captionedFile, preparedFile } from './files.ts'
import { failureOf } from './receiving-files.ts'
import { latest, useStage } from './stage.ts'

import { photos, sendFiles, shown } from './send-files.ts'

export function describeSendingFiles(setup: ContractSetup): void {
  describe('sending files', () => {
    const stage = useStage(setup)

    it.each(setup.files.shown)('shows a $form ($sample) as what it is', async (each) => {
      const { form, sample, facts, shown: expected } = each
      const wanted = captionedFile(stage(), form)
      const receipt = await sendFiles(stage(), [wanted], [preparedFile(form, sample, facts)])
      expect(receipt.refs).toHaveLength(1)
      const [file, ...more] = latest(stage().ann).files
      expect(more).toEqual([])
      expect(file).toMatchObject(expected)
      expect(new Uint8Array(file?.bytes ?? [])).toEqual(bytesOf(sample))
    })

    it('shows words with their formatting, a spoiler and the mark of a reply', async () => {
      const { ann, host } = stage()
      const question = ann.say('What does it look like?')
      await stage().hears(ann, 1)
      const event = must(host.taken.at(-1), 'it was heard').event
      const replyTo = event.kind === 'message' ? event.ref : undefined
      const caption = normalize('Like this', [{ start: 0, end: 4, format: { kind: 'bold' } }])
      const wanted = captionedFile(stage(), 'photo', { caption, spoiler: true })
      await sendFiles(stage(), [wanted], [preparedFile('photo', 'photo.jpg')], {
        ...(replyTo !== undefined && { replyTo }),
      })
      const seen = latest(ann)
      expect(seen).toMatchObject({
        replyTo: question.id,
        files: [{ kind: 'photo', spoiler: true }],
      })
      const isBold = seen.text === '**Like** this' || seen.entities[0]?.type === 'bold'
      expect([seen.text.replaceAll('*', ''), isBold]).toEqual(['Like this', true])
    })

    it('shows several files together, in their order, and names a place for each message', async () => {
      const { ann, adapter } = stage()
      const { album } = adapter.capabilities.media
      const captions = ['One', ...Array.from({ length: album.most - 1 }, () => '')]
      const { wanted, prepared } = photos(stage(), ...captions)
      const bytes = prepared.map((file, i) => ({
        ...file,
        bytes: new Uint8Array([...file.bytes, i]),
      }))
      const receipt = await sendFiles(stage(), wanted, bytes)
      expect(receipt.refs).toHaveLength(album.isOneMessage ? 1 : album.most)
      const messages = shown(ann)
      expect(messages).toHaveLength(album.isOneMessage ? 1 : album.most)
      expect(messages.map(({ text }) => text)).toEqual(captions.slice(0, messages.length))
      expect(messages.flatMap(({ files }) => files).map((file) => file.bytes.at(-1))).toEqual(
        captions.map((_, i) => i),
      )
      ann.say('This one', { replyTo: must(messages.at(-1), 'they are shown').id })
      const [heard] = await stage().hears(ann, 1)
      expect(heard?.event).toMatchObject({ replyTo: { ref: receipt.refs.at(-1) } })
    })

    it('mixes photos and videos', async () => {
      const wanted = [
        captionedFile(stage(), 'photo'),
        captionedFile(stage(), 'video', { number: 2, spoiler: true }),
      ]
      const prepared = [
        preparedFile('photo', 'photo.jpg'),
        preparedFile('video', 'video.mp4', { name: 'video-2.mp4' }),
      ]
      await sendFiles(stage(), wanted, prepared)
      const files = shown(stage().ann).flatMap((message) => message.files)
      expect(files).toMatchObject([
        { kind: 'photo', spoiler: false },
        { kind: 'video', spoiler: true },
      ])
    })

    it('shows what the platform knows already by reference, where that is so', async () => {
      const { ann, adapter } = stage()
      for (const form of adapter.capabilities.media.byReference) {
        const sample = must(
          setup.files.sent.find(({ kind }) => kind === form),
          'people send what is known',
        )
        ann.send(sample.sent)
        const [heard] = await stage().hears(ann, 1)
        const content = heard?.event.kind === 'message' ? heard.event.content : undefined
        const media = must(content?.kind === 'media' ? content.files[0] : undefined, 'a file')
        const before = shown(ann).length
        await sendFiles(stage(), [captionedFile(stage(), form, { media, isByReference: true })], [])
        expect(shown(ann)).toHaveLength(before + 1)
        expect(latest(ann).files).toMatchObject([{ kind: form }])
        expect(new Uint8Array(latest(ann).files[0]?.bytes ?? [])).toEqual(bytesOf(sample.sample))
      }
    })

    it('shows a place where there are places, and says no where there are none', async () => {
      const { ann, adapter } = stage()
      const venue = { title: 'The gate', address: 'Pariser Platz 1' }
      const place = { latitude: 52.5, longitude: 13.25, venue }
      const action: Action = { kind: 'send-place', place, replyTo: undefined }
      if (!adapter.capabilities.media.hasPlaces) {
        expect((await failureOf(stage().perform(ann, action))).failure.kind).toBe('rejected')
        return
      }
      expect((await stage().perform(ann, action)).refs).toHaveLength(1)
      expect(latest(ann).place).toEqual({ latitude: 52.5, longitude: 13.25, ...venue })
      await stage().perform(ann, { ...action, place: { ...place, venue: undefined } })
      expect(latest(ann).place).toMatchObject({ latitude: 52.5, title: undefined })
    })
  })
}
