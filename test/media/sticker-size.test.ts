import { expect, it } from 'vitest'
import { discordCapabilities } from '../../adapters/discord/capabilities.ts'
import { telegramCapabilities } from '../../adapters/telegram/capabilities.ts'
import { systemClock } from '../../src/clock.ts'
import { silentLog } from '../../src/log.ts'
import { createMediaWorks } from '../../src/media/media-works.ts'
import { sampleFile, type SampleName } from '../../src/sandbox/samples/sample-files.ts'
import sharp from 'sharp'
import { oneChunk, outgoing } from './scene.ts'

/** So large Discord's app shows its own stickers. */
const shownSide = 160

it.each(['sticker.webp', 'sticker.tgs', 'sticker.webm', 'sticker.png'] as const)(
  '%s is as large on Discord as its app shows stickers',
  async (sample: SampleName) => {
    const { bytes } = sampleFile(sample)
    const open = async () => ({ size: bytes.length, chunks: oneChunk(bytes) })
    await using works = createMediaWorks({
      adapters: new Map([['telegram', { open }]]),
      capabilities: { telegram: telegramCapabilities, discord: discordCapabilities },
      clock: systemClock,
      log: silentLog,
    })
    const file = { ...outgoing(sample, 'sticker'), form: 'animation' } as const
    using prepared = await works.prepare([file], new AbortController().signal)
    const { width, height } = await sharp(prepared.files[0]?.bytes).metadata()
    expect(Math.max(width, height)).toBe(shownSide)
  },
)
