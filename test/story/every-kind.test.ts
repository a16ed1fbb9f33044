import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { SeenFile, SeenFileKind } from '../../src/sandbox/person.ts'
import { sampleFile, type SampleName } from '../../src/sandbox/samples/sample-files.ts'
import type { Character } from '../support/character.ts'
import { meet } from '../support/story.ts'
import { until } from '../support/until.ts'
import type { World } from '../support/world.ts'
import { ownerTold } from './file-leaks.ts'
import { sharedWorld } from './shared-world.ts'

const theWorld = sharedWorld()

/** What is sent, and what the partner's app shows; `same` where no byte is changed. */
interface Carriage {
  readonly sent: SeenFileKind
  readonly sample: SampleName
  readonly shown: Partial<SeenFile>
  readonly same?: true
  readonly frames?: number
}

const hidden = { spoiler: true }
const open = { spoiler: false }

const fromTelegram = {
  telegram: [
    { sent: 'photo', sample: 'photo.jpg', shown: { kind: 'photo', ...hidden }, same: true },
    { sent: 'video', sample: 'video.mp4', shown: { kind: 'video', durationS: 3, ...hidden } },
    { sent: 'animation', sample: 'animation.mp4', shown: { kind: 'animation', ...hidden } },
    { sent: 'audio', sample: 'audio.mp3', shown: { kind: 'audio', ...open } },
    { sent: 'voice', sample: 'voice.ogg', shown: { kind: 'voice', durationS: 3 }, same: true },
    { sent: 'video-note', sample: 'video-note.mp4', shown: { kind: 'video-note' }, same: true },
    { sent: 'sticker', sample: 'sticker.webp', shown: { kind: 'sticker', type: 'image/webp' } },
    {
      sent: 'sticker',
      sample: 'sticker.tgs',
      shown: { kind: 'sticker', type: 'application/x-tgsticker' },
    },
    { sent: 'sticker', sample: 'sticker.webm', shown: { kind: 'sticker', type: 'video/webm' } },
    { sent: 'document', sample: 'photo.jpg', shown: { kind: 'document', type: 'image/jpeg' } },
  ],
  discord: [
    { sent: 'photo', sample: 'photo.jpg', shown: { kind: 'photo', width: 800, ...hidden } },
    { sent: 'video', sample: 'video.mp4', shown: { kind: 'video', durationS: 3, ...hidden } },
    { sent: 'animation', sample: 'animation.mp4', shown: { kind: 'video', ...hidden } },
    { sent: 'audio', sample: 'audio.mp3', shown: { kind: 'audio', ...open } },
    {
      sent: 'voice',
      sample: 'voice.ogg',
      shown: { kind: 'voice', durationS: 3, waveform: expect.stringMatching(/^.{8,344}$/) },
    },
    { sent: 'video-note', sample: 'video-note.mp4', shown: { kind: 'video', ...hidden } },
    { sent: 'sticker', sample: 'sticker.webp', shown: { kind: 'photo', width: 160, ...open } },
    {
      sent: 'sticker',
      sample: 'sticker.tgs',
      shown: { kind: 'animation', type: 'image/gif', ...open },
      frames: 20,
    },
    {
      sent: 'sticker',
      sample: 'sticker.webm',
      shown: { kind: 'animation', type: 'image/gif', ...open },
      frames: 30,
    },
  ],
} as const satisfies Readonly<Record<string, readonly Carriage[]>>

const fromDiscord = {
  telegram: [
    { sent: 'photo', sample: 'photo.jpg', shown: { kind: 'photo', width: 800, ...hidden } },
    { sent: 'video', sample: 'video.mp4', shown: { kind: 'video', durationS: 3, ...hidden } },
    {
      sent: 'animation',
      sample: 'animation.gif',
      shown: { kind: 'animation', ...hidden },
      frames: 19,
    },
    { sent: 'audio', sample: 'audio.mp3', shown: { kind: 'audio', ...open } },
    { sent: 'voice', sample: 'voice.ogg', shown: { kind: 'voice', durationS: 3 } },
    { sent: 'sticker', sample: 'sticker.png', shown: { kind: 'animation', ...open }, frames: 10 },
    { sent: 'sticker', sample: 'sticker.json', shown: { kind: 'animation', ...open }, frames: 40 },
    { sent: 'sticker', sample: 'animation.gif', shown: { kind: 'animation' }, frames: 19 },
  ],
  discord: [
    { sent: 'photo', sample: 'photo.jpg', shown: { kind: 'photo', width: 800, ...hidden } },
    { sent: 'video', sample: 'video.mp4', shown: { kind: 'video', durationS: 3, ...hidden } },
    {
      sent: 'animation',
      sample: 'animation.gif',
      shown: { kind: 'animation', ...hidden },
      frames: 19,
    },
    { sent: 'audio', sample: 'audio.mp3', shown: { kind: 'audio', ...open } },
    {
      sent: 'voice',
      sample: 'voice.ogg',
      shown: { kind: 'voice', durationS: 3, waveform: expect.stringMatching(/^.{8,344}$/) },
    },
    { sent: 'sticker', sample: 'sticker.png', shown: { kind: 'animation', ...open }, frames: 10 },
  ],
} as const satisfies Readonly<Record<string, readonly Carriage[]>>

/** Drawing a sticker takes a while on a machine that does something else as well. */
const patienceMs = 60_000

async function carry(w: World, author: Character, partner: Character, carriage: Carriage) {
  const { sent, sample } = carriage
  author.person.sendFiles(sent, [sampleFile(sample)])
  const before = partner.person.chat.length
  await until(() => partner.person.chat.length > before, `a ${sample} arrives`, patienceMs)
  await w.settle()
  author.hearsNothing()
  const [message, ...more] = partner.news()
  expect(more).toEqual([])
  expect(message).toMatchObject({ text: '', files: [carriage.shown] })
  const bytes = message?.files[0]?.bytes ?? new Uint8Array()
  expect(Buffer.compare(bytes, sampleFile(sample).bytes) === 0, sample).toBe(carriage.same === true)
  if (carriage.frames !== undefined)
    expect((await sharp(bytes).metadata()).pages).toBe(carriage.frames)
}

test.each(['telegram', 'discord'] as const)(
  'every file of Telegram arrives on %s as its own thing, and names nobody (5.1, 5.2)',
  { timeout: 120_000 },
  async (platform) => {
    const w = theWorld()
    const [tia, dan] = [w.telegram(), w[platform]()]
    await meet(tia, dan)
    for (const carriage of fromTelegram[platform]) await carry(w, tia, dan, carriage)
    expect(ownerTold(w, dan, tia)).toEqual([])
  },
)

test.each(['telegram', 'discord'] as const)(
  'every file of Discord arrives on %s as its own thing, and names nobody (5.1)',
  { timeout: 120_000 },
  async (platform) => {
    const w = theWorld()
    const [dan, tia] = [w.discord(), w[platform]()]
    await meet(dan, tia)
    for (const carriage of fromDiscord[platform]) await carry(w, dan, tia, carriage)
    expect(ownerTold(w, tia, dan)).toEqual([])
  },
)

test('the search for owners can tell: a paper that goes after a yes names them', async () => {
  const w = theWorld()
  const [tia, dan] = [w.telegram(), w.discord()]
  await meet(tia, dan)
  await tia.sends('document')
  await tia.taps('Send it')
  expect(ownerTold(w, dan, tia)).toEqual(['POST message'])
})

test('GIFs of the picker come as GIFs, forwards without their origin (5.1, 5.11)', async () => {
  const w = theWorld()
  const [dan, tia] = [w.discord(), w.telegram()]
  await meet(dan, tia)
  for (const kind of ['gifv', 'gifv-at-once', 'sticker-gif']) {
    await dan.sends(kind)
    expect(tia.news()).toMatchObject([{ text: '', files: [{ kind: 'animation' }] }])
  }
  await dan.sends('forward-photo')
  expect(tia.news()).toMatchObject([{ text: '', files: [{ kind: 'photo', spoiler: true }] }])
  await dan.sends('forward')
  tia.hears('Said by somebody else, somewhere else')
  dan.hearsNothing()
  await tia.sends('forward')
  dan.hears('What somebody else has said')
  expect(ownerTold(w, tia, dan)).toEqual([])
})

test('dice, polls and custom emoji are said in words (5.11)', async () => {
  const w = theWorld()
  const [dan, tia] = [w.discord(), w.telegram()]
  await meet(dan, tia)
  await tia.sends('dice')
  dan.hears(/^🎲 [1-6]$/)
  await tia.sends('poll')
  dan.hears('Tea or coffee?\n• Tea\n• Coffee')
  await dan.sends('poll')
  tia.hears('Shall we meet?\n• Yes\n• No')
  await dan.says('well <:wink:123456789012345678>')
  tia.hears('well :wink:')
})
