import { describe, expect, it } from 'vitest'
import type { Action, CaptionedFile } from '../../../src/core/action.ts'
import type { Ref } from '../../../src/core/address.ts'
import type { DeliveryError, Failure } from '../../../src/core/delivery-error.ts'
import type { PreparedFile } from '../../../src/core/media.ts'
import { normalize, plain } from '../../../src/core/rich-text.ts'
import { must } from '../../../src/lib/must.ts'
import type { SandboxPerson, SeenMessage } from '../../../src/sandbox/person.ts'
import type { Fault } from '../../../src/sandbox/server.ts'
import { until } from '../../support/until.ts'
import type { ContractSetup } from './contract-setup.ts'
import { bytesOf, captionedFile, preparedFile } from './files.ts'
import { failureOf } from './receiving-files.ts'
import { everythingOf } from './rules.ts'
import { latest, notAborted, refOf, requestTimeoutMs, useStage, type Stage } from './stage.ts'

type SendFiles = Extract<Action, { kind: 'send-files' }>

/** Photos of these captions, or as many as there are. */
function photos(stage: Stage, ...captions: readonly string[]) {
  const wanted = captions.map((caption, i) =>
    captionedFile(stage, 'photo', { number: i + 1, caption: plain(caption) }),
  )
  const prepared = wanted.map(({ number }) =>
    preparedFile('photo', 'photo.jpg', { name: `photo-${number}.jpg` }),
  )
  return { wanted, prepared }
}

function send(
  stage: Stage,
  wanted: readonly CaptionedFile[],
  prepared: readonly PreparedFile[],
  { key = stage.newKey(), replyTo }: { readonly key?: string; readonly replyTo?: Ref } = {},
) {
  const action: SendFiles = { kind: 'send-files', files: wanted, replyTo }
  const delivery = { to: stage.addressOf(stage.ann), key, action }
  return stage.adapter.perform(delivery, prepared, notAborted())
}

const shown = ({ chat }: SandboxPerson): readonly SeenMessage[] =>
  chat.filter(({ from, files }) => from === 'bot' && files.length > 0)

export function describeSendingFiles(setup: ContractSetup): void {
  const sendings = (stage: Stage): number =>
    stage.sandbox.requests.filter(({ method }) => setup.files.sending.test(method)).length

  describe('sending files', () => {
    const stage = useStage(setup)

    it.each(setup.files.shown)('shows a $form ($sample) as what it is', async (each) => {
      const { form, sample, facts, shown: expected } = each
      const wanted = captionedFile(stage(), form)
      const receipt = await send(stage(), [wanted], [preparedFile(form, sample, facts)])
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
      await send(stage(), [wanted], [preparedFile('photo', 'photo.jpg')], {
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
      const receipt = await send(stage(), wanted, bytes)
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
      await send(stage(), wanted, prepared)
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
        await send(stage(), [captionedFile(stage(), form, { media, isByReference: true })], [])
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

  describe('changing a message with files', () => {
    const stage = useStage(setup)

    const changed = (
      action: Omit<Extract<Action, { kind: 'edit-files' }>, 'kind'>,
      files: readonly PreparedFile[],
    ) =>
      stage().adapter.perform(
        {
          to: stage().addressOf(stage().ann),
          key: stage().newKey(),
          action: { kind: 'edit-files', ...action },
        },
        files,
        notAborted(),
      )

    it('changes what is said with them, and leaves the files', async () => {
      const { wanted, prepared } = photos(stage(), 'Teh')
      const ref = refOf(await send(stage(), wanted, prepared))
      await changed({ ref, text: plain('The'), files: [], dropped: [] }, [])
      expect(shown(stage().ann)).toMatchObject([{ text: 'The', files: [{ kind: 'photo' }] }])
      // The same once more is success.
      expect(await changed({ ref, text: plain('The'), files: [], dropped: [] }, [])).toEqual({
        refs: [],
      })
    })

    it('puts another file in the place of one, and leaves the words', async () => {
      const { wanted, prepared } = photos(stage(), 'Look')
      const ref = refOf(await send(stage(), wanted, prepared))
      const video = captionedFile(stage(), 'video', { spoiler: true, caption: plain('Look') })
      await changed({ ref, text: undefined, files: [video], dropped: [] }, [
        preparedFile('video', 'video.mp4'),
      ])
      expect(shown(stage().ann)).toMatchObject([
        { text: 'Look', files: [{ kind: 'video', spoiler: true }] },
      ])
    })

    it('takes files away, where several are one message', async () => {
      if (!stage().adapter.capabilities.media.album.isOneMessage) return
      const { wanted, prepared } = photos(stage(), 'Look', '', '')
      const bytes = prepared.map((file, i) => ({
        ...file,
        bytes: new Uint8Array([...file.bytes, i]),
      }))
      const ref = refOf(await send(stage(), wanted, bytes))
      await changed({ ref, text: undefined, files: [], dropped: [2] }, [])
      const [message] = shown(stage().ann)
      expect(message?.text).toBe('Look')
      expect(message?.files.map((file) => file.bytes.at(-1))).toEqual([0, 2])
      await changed({ ref, text: plain(''), files: [], dropped: [1, 3] }, [])
      expect(shown(stage().ann)).toEqual([])
    })

    it('takes one message of an album back alone, and reacts to any', async () => {
      const { ann } = stage()
      const { wanted, prepared } = photos(stage(), '', '', '')
      const { refs } = await send(stage(), wanted, prepared)
      const last = must(refs.at(-1), 'it was sent')
      await stage().perform(ann, { kind: 'react', ref: last, emoji: ['👍'], before: [] })
      expect(shown(ann).at(-1)?.reactions).toMatchObject([{ emoji: '👍' }])
      const before = shown(ann).length
      await stage().perform(ann, { kind: 'delete', ref: last })
      expect(shown(ann)).toHaveLength(before - 1)
    })

    it('is a definite no when the message is gone', async () => {
      const { wanted, prepared } = photos(stage(), 'Look')
      const ref = refOf(await send(stage(), wanted, prepared))
      await stage().perform(stage().ann, { kind: 'delete', ref })
      const { failure } = await failureOf(
        changed({ ref, text: plain('Gone'), files: [], dropped: [] }, []),
      )
      expect(failure.kind).toBe('rejected')
    })
  })

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
        const error = await failureOf(send(stage(), wanted, prepared))
        expect(error.failure.kind).toBe(kind)
        expectDiscreet(stage(), error)
        expect(sendings(stage())).toBe(before + 1)
      }
      const { wanted, prepared } = photos(stage(), 'the next')
      expect((await send(stage(), wanted, prepared)).refs).toHaveLength(1)
    })

    it('and are never answered are unknown when their time is over', async () => {
      const { sandbox, clock } = stage()
      sandbox.inject({ fault: { kind: 'hang', carriedOut: true } })
      const { wanted, prepared } = photos(stage(), 'a secret', '')
      const before = sendings(stage())
      const failing = failureOf(send(stage(), wanted, prepared))
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
      expect((await failureOf(send(stage(), wanted, prepared))).failure).toEqual({
        kind: 'unknown',
      })
      expect(shown(ann)).toHaveLength(1)
    })

    it('appear as often as the capabilities say when they are asked for again', async () => {
      const { ann, sandbox, adapter } = stage()
      const { wanted, prepared } = photos(stage(), 'once?')
      sandbox.inject({ fault: { kind: 'cut-after' } })
      await failureOf(send(stage(), wanted, prepared, { key: 'again' }))
      const receipt = await send(stage(), wanted, prepared, { key: 'again' })
      expect(receipt.refs).toHaveLength(1)
      const isByKey = adapter.capabilities.afterUnknown.kind === 'repeat-by-key'
      expect(shown(ann)).toHaveLength(isByKey ? 1 : 2)
    })

    it('because one was not made ready are a definite no, and nothing is asked', async () => {
      const { wanted } = photos(stage(), 'a', 'b')
      const before = sendings(stage())
      const error = await failureOf(send(stage(), wanted, []))
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
