import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitText } from '../../../src/core/fit.ts'
import { measure } from '../../../src/core/measure.ts'
import { concat, normalize } from '../../../src/core/rich-text.ts'
import type { RichText } from '../../../src/core/rich-text.ts'
import { must } from '../../../src/lib/must.ts'
import { anyRichText } from '../../core/any-rich-text.ts'
import type { ContractSetup } from './contract-setup.ts'
import { longestTexts } from './longest-texts.ts'
import { all, anySample, formats, samples, styled } from './rich-samples.ts'
import { latest, useStage, type Stage } from './stage.ts'

const kinds = Object.keys(formats).filter(isFormat)

export function describeFormatting(setup: ContractSetup): void {
  describe('formatting', () => {
    const stage = useStage(setup)

    it.each(kinds)('carries %s to a person and back', async (kind) => {
      const between = kind === 'quote' ? '\n' : ' '
      const rich = all('before', between, styled(kind, 'some words'), between, 'after')
      expect(await saidAgain(stage(), rich)).toEqual(rich)
      expect(await saidAgain(stage(), styled(kind, 'alone'))).toEqual(styled(kind, 'alone'))
    })

    it.each(Object.entries(samples))('carries %s to a person and back', async (_name, rich) => {
      expect(await saidAgain(stage(), rich)).toEqual(visible(rich))
    })

    it('carries whatever formats words and quotes lines', async () => {
      await fc.assert(
        fc.asyncProperty(anySample, async (rich) => {
          expect(await saidAgain(stage(), rich)).toEqual(visible(rich))
        }),
        { numRuns: 100 },
      )
    })

    it('has every text accepted that was fitted to its capabilities, however unpleasant', async () => {
      const { capabilities } = stage().adapter
      const long = fc
        .array(anyRichText, { minLength: 1, maxLength: 12 })
        .map((all) => concat(...all))
      await fc.assert(
        fc.asyncProperty(long, async (rich) => {
          for (const part of fitText(rich, capabilities.text)) {
            expect((await stage().send(stage().ann, part)).refs).toHaveLength(1)
          }
        }),
        { numRuns: 40 },
      )
    })
  })

  describe('a text of exactly the longest length', () => {
    const stage = useStage(setup)

    it.each(longestTexts)('is accepted whole when it is made of %s', async (_name, make) => {
      const { text } = stage().adapter.capabilities
      const rich = make(text)
      expect(measure(rich, text)).toBe(text.maxLength)
      const said = await saidAgain(stage(), rich)
      expect(said.text.length).toBe(rich.text.length)
      // As one question, because the difference of two such texts is no reading.
      expect(said.text === rich.text).toBe(true)
    })
  })
}

/** Sends it to Ann; Bob says what her app shows, and that is what is heard of him. */
async function saidAgain(stage: Stage, rich: RichText): Promise<RichText> {
  const { ann, bob } = stage
  await stage.send(ann, rich)
  const { text, entities } = latest(ann)
  bob.say(text, { entities })
  const [heard] = await stage.hears(bob, 1)
  const event = must(heard, 'Bob is heard').event
  if (event.kind !== 'message' || event.content.kind !== 'text')
    throw new Error(`Heard as ${JSON.stringify(event)}: ${text}`)
  return visible(withoutSpaceOfNoWidth(event.content.text))
}

/** An adapter may hold marks apart by it, where they would be read as one. */
function withoutSpaceOfNoWidth({ text, ranges }: RichText): RichText {
  const shift = (at: number): number => text.slice(0, at).replaceAll('\u200b', '').length
  const moved = ranges.map((range) => ({
    ...range,
    start: shift(range.start),
    end: shift(range.end),
  }))
  return normalize(text.replaceAll('\u200b', ''), moved)
}

/** White space at the end of a format shows nothing of it, and markdown cannot say it. */
function visible({ text, ranges }: RichText): RichText {
  const shown = normalize(text, ranges).ranges.map(({ start, end, format }) => {
    const covered = text.slice(start, end)
    const before = covered.length - covered.trimStart().length
    return { start: start + before, end: start + covered.trimEnd().length, format }
  })
  return normalize(text, shown)
}

function isFormat(kind: string): kind is keyof typeof formats {
  return kind in formats
}
