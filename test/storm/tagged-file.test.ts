import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { SeenFile, SeenFileKind } from '../../src/sandbox/person.ts'
import { fileKinds, FileTags, tagFile } from './tagged-file.ts'

const tag = { author: 'd12', number: 517, piece: 3, total: 10 }

const seen = (kind: SeenFileKind, bytes: Uint8Array): SeenFile => ({
  kind,
  name: undefined,
  type: '',
  spoiler: false,
  width: undefined,
  height: undefined,
  durationS: undefined,
  waveform: undefined,
  bytes,
})

test.each(fileKinds)('what the kind %s says of itself is read again', async (kind) => {
  const file = seen(kind, (await tagFile(kind, tag)).bytes)
  const tags = new FileTags()
  await tags.read([file])
  expect(tags.of(file)).toMatchObject(tag)
})

test('a picture tells the same when it was made anew, smaller and worse', async () => {
  const { bytes } = await tagFile('photo', tag)
  const anew = await sharp(bytes).resize({ width: 50 }).jpeg({ quality: 40 }).toBuffer()
  const files = [seen('photo', new Uint8Array(anew)), seen('photo', Uint8Array.of(1, 2, 3))]
  const tags = new FileTags()
  await tags.read(files)
  expect(files.map((file) => tags.of(file))).toEqual([tag, undefined])
})
