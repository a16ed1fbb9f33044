import { describe, expect, it } from 'vitest'
import { DeliveryError } from '../../../src/core/delivery-error.ts'
import { fileRef } from '../../../src/core/media.ts'
import { plain } from '../../../src/core/rich-text.ts'
import { must } from '../../../src/lib/must.ts'
import { sampleFile } from '../../../src/sandbox/samples/sample-files.ts'
import type { Fault } from '../../../src/sandbox/server.ts'
import type { ContractSetup } from './contract-setup.ts'
import { bytesOf, fileOf, heardContent, readAll } from './files.ts'
import { everythingOf } from './rules.ts'
import { notAborted, useStage, type Stage } from './stage.ts'

const photo = sampleFile('photo.jpg')

export function describeReceivingFiles(setup: ContractSetup): void {
  describe('hearing of files', () => {
    const stage = useStage(setup)

    it.each(setup.files.sent)('tells a $sent ($sample) as a $kind, and reads it', async (each) => {
      const { sent, sample, kind, type, durationMs, motion, emoji, hasSize = true } = each
      const { ann } = stage()
      ann.sendFiles(sent, [sampleFile(sample)])
      const [content] = await heardContent(stage())
      expect(content).toEqual({
        kind: 'media',
        files: [
          {
            kind,
            file: {
              platform: setup.platform,
              ref: expect.any(String),
              identity: expect.any(String),
              size: hasSize ? bytesOf(sample).length : undefined,
              type,
            },
            thumbnail: must(content?.kind === 'media' ? content.files[0] : undefined, 'a file')
              .thumbnail,
            spoiler: false,
            durationMs,
            emoji,
            motion,
          },
        ],
        caption: plain(''),
        album: undefined,
      })
      expect(await readAll(stage(), must(content, 'it was heard'))).toEqual(bytesOf(sample))
    })

    it('tells a caption and a spoiler', async () => {
      const { ann } = stage()
      ann.sendFiles('photo', [photo], { caption: 'Look at this', spoiler: true })
      const [content] = await heardContent(stage())
      expect(content).toMatchObject({ caption: plain('Look at this'), files: [{ spoiler: true }] })
    })

    it('tells several files in their order: in one message, or as messages of one album', async () => {
      const { ann } = stage()
      const files = Array.from({ length: 10 }, (_, i) => ({
        ...photo,
        bytes: Buffer.concat([photo.bytes, Buffer.from([i])]),
      }))
      const seen = ann.sendFiles('photo', files, { caption: 'Ten' })
      const contents = await heardContent(stage(), seen.length)
      const all = contents.flatMap((content) => (content.kind === 'media' ? content.files : []))
      expect(new Set(all.map(({ file }) => file.identity)).size).toBe(10)
      const albums = contents.map((content) => content.kind === 'media' && content.album)
      expect(new Set(albums)).toEqual(new Set([setup.hasAlbums ? expect.any(String) : undefined]))
      expect(contents.map((content) => content.kind === 'media' && content.caption.text)).toEqual([
        'Ten',
        ...contents.slice(1).map(() => ''),
      ])
      const sizes = all.map(({ file }) => file.size)
      expect(sizes).toEqual(files.map(({ bytes }) => bytes.length))
    })

    it('tells edits of captions, and the same file by the same identity', async () => {
      const { ann } = stage()
      const [sent] = ann.sendFiles('photo', [photo], { caption: 'Teh' })
      const [before] = await heardContent(stage())
      ann.edit(must(sent, 'it was sent').id, 'The')
      const [after] = await heardContent(stage())
      expect(after).toMatchObject({ kind: 'media', caption: plain('The') })
      expect(fileOf(must(after, 'heard')).identity).toBe(fileOf(must(before, 'heard')).identity)
    })

    it('tells an edit of the files', async () => {
      const { ann } = stage()
      const other = sampleFile('document.pdf')
      if (setup.hasAlbums) {
        const [sent] = ann.sendFiles('document', [photo])
        const [before] = await heardContent(stage())
        ann.replaceFile(must(sent, 'it was sent').id, 'document', other)
        const [after] = await heardContent(stage())
        expect(await readAll(stage(), must(after, 'heard'))).toEqual(bytesOf('document.pdf'))
        expect(fileOf(must(after, 'h')).identity).not.toBe(fileOf(must(before, 'h')).identity)
        return
      }
      const [sent] = ann.sendFiles('document', [photo, other])
      await heardContent(stage())
      ann.removeFile(must(sent, 'it was sent').id, 0)
      const [after] = await heardContent(stage())
      expect(after).toMatchObject({ files: [{ kind: 'document' }] })
      expect(await readAll(stage(), must(after, 'heard'))).toEqual(bytesOf('document.pdf'))
    })

    it.each(setup.files.saidOtherwise)(
      'tells a $sent as $content.kind',
      async ({ sent, content }) => {
        stage().ann.send(sent)
        const [heard] = await heardContent(stage())
        expect(heard).toMatchObject(content)
      },
    )
  })

  describe('reading a file', () => {
    const stage = useStage(setup)

    const sentPhoto = async () => {
      stage().ann.sendFiles('photo', [photo])
      const [content] = await heardContent(stage())
      return must(content, 'it was heard')
    }

    it('asks for a fresh address when the one that it knows has expired', async () => {
      const content = await sentPhoto()
      stage().clock.advance(25 * 3_600_000)
      expect(await readAll(stage(), content)).toEqual(bytesOf('photo.jpg'))
    })

    it.each<readonly [string, Fault, DeliveryError['failure']['kind']]>([
      ['an error of the server', { kind: 'server-error' }, 'not-sent'],
      ['a cut', { kind: 'cut-before' }, 'not-sent'],
      ['an end in the middle', { kind: 'truncated' }, 'not-sent'],
      ['another address', { kind: 'redirect', to: 'https://elsewhere.example/a' }, 'rejected'],
      ['a file that is gone', { kind: 'rejected' }, 'rejected'],
    ])('after %s says so, and tells no address', async (_, fault, kind) => {
      const { sandbox } = stage()
      const content = await sentPhoto()
      sandbox.inject({ method: 'GET file', fault, times: 9 })
      const error = await failureOf(readAll(stage(), content))
      expect(error.failure.kind).toBe(kind)
      expectNoAddress(stage(), error)
      sandbox.clearFaults()
      expect(await readAll(stage(), content)).toEqual(bytesOf('photo.jpg'))
    })

    it('after a rate limit waits as long as it is told', async () => {
      const { sandbox } = stage()
      const content = await sentPhoto()
      const fault = { kind: 'rate-limited', retryAfterMs: 2000, scope: 'lane' } as const
      sandbox.inject({ method: 'GET file', fault, times: 9 })
      const error = await failureOf(readAll(stage(), content))
      expect(['rate-limited', 'not-sent']).toContain(error.failure.kind)
      expectNoAddress(stage(), error)
    })

    it('reads none of another place, whatever its reference says', async () => {
      const content = await sentPhoto()
      const file = fileOf(content)
      for (const text of [
        '',
        '../../etc/passwd',
        file.ref.replace(/127\.0\.0\.1|localhost/, '10.0.0.1'),
      ]) {
        if (text === file.ref) continue
        const broken = { ...file, ref: fileRef(text) }
        const error = await failureOf(stage().adapter.open(broken, notAborted()))
        expect(error.failure.kind).toBe('rejected')
        expectNoAddress(stage(), error)
      }
    })

    it('is not begun when it is given up before', async () => {
      const content = await sentPhoto()
      const error = await failureOf(readAll(stage(), content, AbortSignal.abort()))
      expect(error.failure.kind).toBe('not-sent')
    })
  })
}

function expectNoAddress({ sandbox, ann }: Stage, error: DeliveryError): void {
  const told = everythingOf(error)
  for (const hidden of [sandbox.token, ann.id, ann.username]) expect(told).not.toContain(hidden)
}

export async function failureOf(work: Promise<unknown>): Promise<DeliveryError> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error instanceof DeliveryError) return error
  throw new Error('It did not fail with a DeliveryError.', { cause: error })
}
