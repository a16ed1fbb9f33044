// Files over the sandbox, both ways: what the app shows of ours, and what is heard of theirs.

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import type { Action } from '../../../src/core/action.ts'
import { ref, type Address } from '../../../src/core/address.ts'
import { DeliveryError, type Failure } from '../../../src/core/delivery-error.ts'
import type { InboundEvent } from '../../../src/core/inbound.ts'
import type { PreparedFile } from '../../../src/core/media.ts'
import { plain } from '../../../src/core/rich-text.ts'
import { sampleFile } from '../../../src/sandbox/samples/sample-files.ts'
import { until } from '../../support/until.ts'
import { prepared, wanted } from './outgoing-files.ts'
import { addressOf, createSetting, notAborted, send, type Setting } from './setting.ts'

let setting: Setting
let to: Address
beforeEach(async () => {
  setting = await createSetting()
  await setting.adapter.start(setting.host)
  to = await addressOf(setting, setting.ann)
})
afterEach(() => setting[Symbol.asyncDispose]())

const perform = (action: Action, files: readonly PreparedFile[] = [], key = 'key-1') =>
  setting.adapter.perform({ to, key, action }, files, notAborted())

async function failureOf(work: Promise<unknown>): Promise<Failure> {
  const error: unknown = await work.catch((reason: unknown) => reason)
  if (error instanceof DeliveryError) return error.failure
  throw new Error('It did not fail with a DeliveryError.', { cause: error })
}

const sample = (name: Parameters<typeof sampleFile>[0]) => new Uint8Array(sampleFile(name).bytes)
const photo = (number: number) => prepared(number, 'photo', { bytes: sample('photo.jpg') })
const video = (number: number) => prepared(number, 'video', { bytes: sample('video.mp4') })

const two = {
  kind: 'send-files',
  files: [wanted(1, 'photo', { caption: plain('both') }), wanted(2, 'video', { spoiler: true })],
  replyTo: undefined,
} as const satisfies Action

describe('files of ours', () => {
  it('are shown as one message, byte for byte', async () => {
    const { refs } = await perform(two, [photo(1), video(2)])
    expect(refs).toHaveLength(1)
    expect(setting.ann.chat.at(-1)).toMatchObject({
      id: refs[0],
      from: 'bot',
      text: 'both',
      files: [
        { kind: 'photo', name: 'photo-1.jpg', spoiler: false, bytes: sample('photo.jpg') },
        { kind: 'video', spoiler: true, bytes: sample('video.mp4') },
      ],
    })
  })

  it('are shown once however often they are sent with the same key', async () => {
    setting.sandbox.inject({ fault: { kind: 'cut-after' } })
    expect(await failureOf(perform(two, [photo(1), video(2)]))).toEqual({ kind: 'unknown' })
    const { refs } = await perform(two, [photo(1), video(2)])
    expect(setting.ann.chat.map(({ id }) => id).slice(1)).toEqual(refs)
  })

  it('are found in the chat', async () => {
    const since = Date.now()
    const delivery = { to, key: 'lost', action: two }
    expect(await setting.adapter.find(delivery, since, notAborted())).toBeUndefined()
    setting.sandbox.inject({ fault: { kind: 'cut-after' } })
    await failureOf(perform(two, [photo(1), video(2)], 'lost'))
    const found = await setting.adapter.find(delivery, since, notAborted())
    expect(found).toEqual({ refs: [setting.ann.chat.at(-1)?.id] })
  })

  it('answer a message', async () => {
    const replyTo = ref(setting.ann.chat[0]?.id ?? '')
    await perform({ ...two, replyTo }, [photo(1), video(2)])
    expect(setting.ann.chat.at(-1)).toMatchObject({ replyTo })
  })

  it('that were recorded are a voice message', async () => {
    const waveform = new Uint8Array([1, 2, 3])
    const voice = prepared(1, 'voice', { bytes: sample('voice.ogg'), durationMs: 3000, waveform })
    const files = [wanted(1, 'voice')]
    await perform({ kind: 'send-files', files, replyTo: undefined }, [voice])
    expect(setting.ann.chat.at(-1)).toMatchObject({
      text: '',
      files: [{ kind: 'voice', durationS: 3, waveform: 'AQID', bytes: sample('voice.ogg') }],
    })
  })

  it('change, go and come by their numbers', async () => {
    const { refs } = await perform(two, [photo(1), video(2)])
    const change = { kind: 'edit-files', ref: refs[0] ?? ref(''), text: undefined } as const
    const third = wanted(3, 'photo')
    await perform({ ...change, files: [third], dropped: [1] }, [photo(3)])
    const shown = () => setting.ann.chat.at(-1)
    expect(shown()).toMatchObject({
      text: 'both',
      files: [
        { kind: 'video', spoiler: true },
        { kind: 'photo', name: 'photo-3.jpg' },
      ],
    })
    await perform({ ...change, text: plain('one'), files: [], dropped: [2] })
    expect(shown()).toMatchObject({ text: 'one', files: [{ name: 'photo-3.jpg' }] })
    await perform({ ...change, text: plain(''), files: [], dropped: [3] })
    expect(setting.ann.chat.map(({ text }) => text)).toEqual(['knock'])
  })

  it('that we take back by changing them are no deletion of anybody’s', async () => {
    const { ann, host, sandbox } = setting
    const files = [wanted(1)]
    const { refs } = await perform({ kind: 'send-files', files, replyTo: undefined }, [photo(1)])
    const change = { kind: 'edit-files', ref: refs[0] ?? ref(''), text: undefined } as const
    await perform({ ...change, files: [], dropped: [1] })
    expect(ann.chat).toHaveLength(1)
    ann.say('last')
    await sandbox.flushed()
    await until(() => host.words.includes('last'), 'the last is heard')
    expect(host.events.map(({ kind }) => kind)).toEqual(['message', 'message'])
  })

  it('that are too large are refused for good, and words go on', async () => {
    const large = prepared(1, 'document', { bytes: new Uint8Array(11 * 1024 * 1024) })
    const files = [wanted(1, 'document')]
    const work = perform({ kind: 'send-files', files, replyTo: undefined }, [large])
    expect(await failureOf(work)).toEqual({ kind: 'rejected' })
    await perform(send('still here'))
    expect(setting.ann.chat.at(-1)?.text).toBe('still here')
  })
})

function identities(event: InboundEvent | undefined): readonly string[] {
  const isTold = event?.kind === 'message' || event?.kind === 'edited'
  return isTold && event.content.kind === 'media'
    ? event.content.files.map(({ file }) => file.identity)
    : []
}

describe('what people send', () => {
  it('as a GIF is heard as a link and then as the GIF, or as the GIF at once', async () => {
    const { ann, host } = setting
    const later = ann.send('gifv')
    const other = ann.send('gifv-at-once')
    await until(() => host.events.length === 4, 'all is heard')
    const gif = { kind: 'media', files: [{ kind: 'animation' }], caption: { text: '' } }
    const of = (ref: string) => host.events.filter((event) => 'ref' in event && event.ref === ref)
    expect(of(later.id)).toMatchObject([
      { kind: 'message', content: { kind: 'text' } },
      { kind: 'edited', content: gif },
    ])
    expect(of(other.id)).toMatchObject([{ kind: 'message', content: gif }])
  })

  it('together is one message, and what they take out of it goes', async () => {
    const { ann, host } = setting
    const files = [sampleFile('photo.jpg'), sampleFile('photo.jpg')]
    const [message] = ann.sendFiles('photo', files, { caption: 'two' })
    ann.removeFile(message?.id ?? '', 0)
    await until(() => host.events.length === 3, 'both are heard')
    const [, said, edited] = host.events
    expect(said).toMatchObject({
      kind: 'message',
      content: { kind: 'media', caption: { text: 'two' }, files: [{}, {}] },
    })
    expect(edited).toMatchObject({ kind: 'edited', content: { files: [{ kind: 'photo' }] } })
    const [before, after] = [said, edited].map(identities)
    expect(after).toEqual(before?.slice(1))
  })

  it.each([
    ['photo', 'photo.jpg'],
    ['voice', 'voice.ogg'],
    ['sticker', 'sticker.png'],
    ['sticker-lottie', 'sticker.json'],
    ['sticker-gif', 'animation.gif'],
    ['gifv-at-once', 'animation.mp4'],
    ['forward-photo', 'photo.jpg'],
  ] as const)('as a %s is read byte for byte, and the token is not shown', async (kind, name) => {
    const { ann, host, adapter, sandbox } = setting
    ann.send(kind)
    await until(() => host.events.length === 2, 'it is heard')
    const event = host.events[1]
    if (event?.kind !== 'message' || event.content.kind !== 'media')
      throw new Error('No file is heard.')
    const chunks: Uint8Array[] = []
    for (const { file } of event.content.files)
      for await (const chunk of (await adapter.open(file, notAborted())).chunks) chunks.push(chunk)
    expect(Buffer.concat(chunks).equals(sample(name))).toBe(true)
    const asked = sandbox.requests.filter(({ method }) => method === 'GET file')
    expect(asked).toHaveLength(1)
    expect(asked[0]?.body).not.toHaveProperty('authorization')
  })

  it('is read when its address has expired, and not when its message is gone', async () => {
    const later = { now: Date.now() }
    await using aged = await createSetting({}, () => later.now)
    await aged.adapter.start(aged.host)
    const { id } = aged.ann.send('photo')
    await until(() => aged.host.events.length === 1, 'it is heard')
    const [event] = aged.host.events
    const files = event?.kind === 'message' && event.content.kind === 'media' && event.content.files
    const file = files && files[0]?.file
    if (!file) throw new Error('No file is heard.')
    later.now += 25 * 60 * 60 * 1000
    const { size } = await aged.adapter.open(file, notAborted())
    expect(size).toBe(sample('photo.jpg').length)
    expect(aged.sandbox.requests.map(({ method }) => method).slice(-3)).toEqual([
      'GET file',
      'GET message',
      'GET file',
    ])
    aged.ann.remove(id)
    expect(await failureOf(aged.adapter.open(file, notAborted()))).toEqual({ kind: 'rejected' })
  })
})
