import { expect, it } from 'vitest'
import { discordCapabilities } from '../../adapters/discord/capabilities.ts'
import { telegramCapabilities } from '../../adapters/telegram/capabilities.ts'
import type { FileStream } from '../../src/adapter.ts'
import { DeliveryError } from '../../src/core/delivery-error.ts'
import type { OutgoingFile } from '../../src/core/media.ts'
import { must } from '../../src/lib/must.ts'
import { silentLog } from '../../src/log.ts'
import { createMediaWorks } from '../../src/media/media-works.ts'
import { MediaRefused } from '../../src/media/media.ts'
import { createManualClock } from '../support/manual-clock.ts'
import { until } from '../support/until.ts'
import { drawing } from './corpus/drawings.ts'
import { createMediaScene, oneChunk, outgoing } from './scene.ts'

const megabyte = 1024 * 1024
const { signal } = new AbortController()
const text = (size: number): Buffer => Buffer.alloc(size, 'a')

const why = async (work: Promise<unknown>): Promise<unknown> => {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  return error instanceof MediaRefused ? error.reason : error
}

const sized = (ref: string, size: number | undefined): OutgoingFile => {
  const file = outgoing(ref, 'document', 'telegram')
  return { ...file, media: { ...file.media, file: { ...file.media.file, size } } }
}

/** A file that waits until it is let go. */
function gate(bytes: Uint8Array) {
  const { promise, resolve } = Promise.withResolvers<void>()
  const stream: FileStream = {
    size: bytes.length,
    chunks: (async function* () {
      await promise
      yield bytes
    })(),
  }
  return { stream, open: resolve }
}

it('makes files ready in their order, but for those that go by reference', async () => {
  await using scene = createMediaScene()
  scene.serve('a', text(3))
  scene.serve('b', text(5))
  const files = [
    outgoing('a', 'document'),
    { ...outgoing('known', 'photo'), isByReference: true },
    { ...outgoing('b', 'document'), number: 3 },
  ]
  using prepared = await scene.works.prepare(files, signal)
  expect(prepared.files.map(({ name, bytes }) => [name, bytes.length])).toEqual([
    ['document-1.txt', 3],
    ['document-3.txt', 5],
  ])
  expect(scene.opened).toEqual(['a', 'b'])
})

it('holds the memory of what is ready until it is disposed of', async () => {
  await using scene = createMediaScene()
  scene.serve('a', text(1000))
  const prepared = await scene.works.prepare([outgoing('a', 'document')], signal)
  expect(scene.works.memoryBytes).toBe(1000)
  prepared[Symbol.dispose]()
  prepared[Symbol.dispose]()
  expect(scene.works.memoryBytes).toBe(0)
})

it('gives the memory back when a file is refused, fails or is not wanted any more', async () => {
  await using scene = createMediaScene()
  scene.serve('zip', Buffer.from('PK\x03\x04'))
  expect(await why(scene.works.prepare([outgoing('zip', 'document')], signal))).toEqual({
    why: 'cannot-be-cleaned',
  })
  scene.serve('down', () => {
    throw new DeliveryError({ kind: 'not-sent' }, 'down')
  })
  expect(await why(scene.works.prepare([outgoing('down', 'document')], signal))).toBeInstanceOf(
    DeliveryError,
  )
  scene.serve('stuck', gate(text(1)).stream)
  const leaving = new AbortController()
  const waiting = why(scene.works.prepare([outgoing('stuck', 'document')], leaving.signal))
  await until(() => scene.opened.includes('stuck'), 'the file is opened')
  const reason = new Error('left')
  leaving.abort(reason)
  expect(await waiting).toBe(reason)
  expect([scene.works.memoryBytes, scene.works.transfers, scene.works.waiting]).toEqual([0, 0, 0])
})

it('reads at most four files at a time, first come, first served', async () => {
  await using scene = createMediaScene()
  const gates = Array.from({ length: 6 }, (_, index) => {
    const made = gate(text(10))
    scene.serve(`${index}`, made.stream)
    return made
  })
  const work = gates.map((_, index) => scene.works.prepare([sized(`${index}`, 10)], signal))
  await until(() => scene.opened.length === 4, 'four are opened')
  expect([scene.works.transfers, scene.works.waiting]).toEqual([4, 2])
  gates[2]?.open()
  await until(() => scene.opened.length === 5, 'the fifth is opened')
  expect(scene.opened).toEqual(['0', '1', '2', '3', '4'])
  for (const { open } of gates) open()
  for (const prepared of await Promise.all(work)) prepared[Symbol.dispose]()
  expect([scene.works.transfers, scene.works.memoryBytes]).toEqual([0, 0])
})

it('never holds more than 64 MB, and serves whoever has to wait in their order', async () => {
  await using scene = createMediaScene()
  const size = 12 * megabyte
  const order: number[] = []
  let most = 0
  const work = Array.from({ length: 6 }, async (_, index) => {
    scene.serve(`${index}`, text(size))
    using prepared = await scene.works.prepare([sized(`${index}`, size)], signal)
    order.push(index)
    most = Math.max(most, scene.works.memoryBytes)
    expect(must(prepared.files[0], 'it is there').bytes).toHaveLength(size)
  })
  most = Math.max(most, scene.works.memoryBytes)
  await Promise.all(work)
  expect(most).toBeLessThanOrEqual(64 * megabyte)
  expect(scene.opened).toEqual(['0', '1', '2', '3', '4', '5'])
  expect(order).toHaveLength(6)
  expect(scene.works.memoryBytes).toBe(0)
})

it('carries requests that are larger than the memory one file after the other', async () => {
  await using scene = createMediaScene()
  const files = ['a', 'b', 'c', 'd'].map((ref) => {
    scene.serve(ref, text(9 * megabyte))
    return sized(ref, 9 * megabyte)
  })
  const both = [scene.works.prepare(files, signal), scene.works.prepare(files, signal)]
  for (const work of both) {
    using prepared = await work
    expect(prepared.files).toHaveLength(4)
    expect(scene.works.memoryBytes).toBeLessThanOrEqual(64 * megabyte)
  }
  expect(scene.works.memoryBytes).toBe(0)
})

it('refuses a file that is too large by what is said of it, without opening it', async () => {
  await using scene = createMediaScene()
  const limitBytes = 20 * megabyte
  expect(await why(scene.works.prepare([sized('huge', limitBytes + 1)], signal))).toEqual({
    why: 'too-large',
    limitBytes,
  })
  expect(scene.opened).toEqual([])
})

it('refuses a film that is too large for its recipient before it is read', async () => {
  await using scene = createMediaScene()
  const film = outgoing('film', 'video', 'discord')
  const file = { ...film.media.file, size: 11 * megabyte }
  expect(
    await why(scene.works.prepare([{ ...film, media: { ...film.media, file } }], signal)),
  ).toEqual({
    why: 'too-large',
    limitBytes: 10 * megabyte,
  })
})

it('refuses what turns out larger than any file may be, as soon as its platform says so', async () => {
  await using scene = createMediaScene()
  scene.serve('endless', { size: 40 * megabyte, chunks: oneChunk(text(1)) })
  expect(await why(scene.works.prepare([sized('endless', undefined)], signal))).toEqual({
    why: 'too-large',
    limitBytes: 20 * megabyte,
  })
})

it('says that a file is gone where its platform does not hand it out', async () => {
  await using scene = createMediaScene()
  scene.serve('gone', () => {
    throw new DeliveryError({ kind: 'rejected' }, 'not found')
  })
  expect(await why(scene.works.prepare([outgoing('gone', 'document')], signal))).toEqual({
    why: 'gone',
  })
})

it('leaves it for another time where the connection breaks', async () => {
  await using scene = createMediaScene()
  const broken = async function* (): AsyncGenerator<Uint8Array> {
    yield text(10)
    throw new Error('reset')
  }
  scene.serve('broken', { size: 100, chunks: broken() })
  expect(await why(scene.works.prepare([outgoing('broken', 'document')], signal))).toMatchObject({
    failure: { kind: 'not-sent' },
  })
})

it('gives up on a platform that never answers', async () => {
  const clock = createManualClock()
  await using scene = createMediaScene(clock)
  scene.serve('silent', () => new Promise(() => undefined))
  const work = why(scene.works.prepare([outgoing('silent', 'document')], signal))
  await until(() => scene.opened.length === 1, 'the file is asked for')
  clock.advance(10_000)
  expect(await work).toEqual({ why: 'too-slow' })
})

it('stops the other files of a request when one is refused', async () => {
  await using scene = createMediaScene()
  const stuck = gate(text(1))
  scene.serve('stuck', stuck.stream)
  scene.serve('zip', Buffer.from('PK\x03\x04'))
  const files = [outgoing('stuck', 'document'), outgoing('zip', 'document')]
  expect(
    await why(
      scene.works.prepare(
        files.map((f) => ({ ...f, media: { ...f.media, file: { ...f.media.file, size: 100 } } })),
        signal,
      ),
    ),
  ).toEqual({ why: 'cannot-be-cleaned' })
  expect([scene.works.memoryBytes, scene.works.transfers]).toEqual([0, 0])
})

it('ends what is under way when it closes', async () => {
  const scene = createMediaScene()
  scene.serve('stuck', gate(text(1)).stream)
  const work = why(scene.works.prepare([outgoing('stuck', 'document')], signal))
  await scene[Symbol.asyncDispose]()
  expect(await work).toBeInstanceOf(Error)
})

it('replaces a worker that takes too long, and refuses its file', async () => {
  const clock = createManualClock()
  await using scene = createMediaScene(clock)
  const picture = await drawing().png().toBuffer()
  scene.serve('slow', picture)
  const work = why(scene.works.prepare([outgoing('slow', 'photo')], signal))
  await until(() => scene.opened.length === 1 && scene.works.transfers === 0, 'the file is read')
  clock.advance(20_000)
  expect(await work).toEqual({ why: 'too-complex' })
  expect((await scene.prepare(picture, 'photo')).name).toBe('photo-1.jpg')
})

it('lets files of a platform that is switched off come another time', async () => {
  const capabilities = { telegram: telegramCapabilities, discord: discordCapabilities }
  const clock = createManualClock()
  await using works = createMediaWorks({ adapters: new Map(), capabilities, clock, log: silentLog })
  const fetching = works.prepare([outgoing('a', 'document')], signal)
  await expect(fetching).rejects.toMatchObject({ failure: { kind: 'not-sent' } })
  expect(works.memoryBytes).toBe(0)
})

it('fetches nothing that its sender would have to be asked about and was not', async () => {
  await using scene = createMediaScene()
  scene.serve('page', Buffer.from('<p>by Somebody</p>'))
  const page = outgoing('page', 'document', 'telegram')
  const file = { ...page.media.file, type: 'text/html' }
  const unasked = { ...page, media: { ...page.media, file }, mayNameSender: false, number: 2 }
  expect(await why(scene.works.prepare([unasked], signal))).toEqual({ why: 'cannot-be-cleaned' })
  expect(scene.opened).toEqual([])
  using prepared = await scene.works.prepare([{ ...unasked, mayNameSender: true }], signal)
  expect(prepared.files).toHaveLength(1)
})
