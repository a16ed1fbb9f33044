import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { concat, normalize, plain, slice, trim } from '../../src/core/rich-text.ts'
import type { Format, Range } from '../../src/core/rich-text.ts'
import { anyRanges, anyRichText, anyText } from './any-rich-text.ts'
import { expectSound } from './expect-sound.ts'

const over = (
  start: number,
  end: number,
  format: Format | Exclude<Format['kind'], 'pre' | 'link'>,
): Range => ({
  start,
  end,
  format: typeof format === 'string' ? { kind: format } : format,
})
const pre: Format = { kind: 'pre', language: 'ts' }
const link = (url: string): Format => ({ kind: 'link', url })
const text = '0123456789'
const ranges = (...given: readonly Range[]): readonly Range[] => normalize(text, given).ranges

describe('normalizing', () => {
  it('clips to the text and drops what is empty', () => {
    expect(
      ranges(over(-3, 4, 'bold'), over(8, 99, 'italic'), over(5, 5, 'code'), over(7, 6, 'strike')),
    ).toEqual([over(0, 4, 'bold'), over(8, 10, 'italic')])
    expect(ranges(over(Number.NaN, Number.NaN, 'bold'), over(20, 30, 'bold'))).toEqual([])
  })

  it('takes in whole characters', () => {
    expect(normalize('a😀b', [over(0, 2, 'bold'), over(2, 4, 'italic')]).ranges).toEqual([
      over(0, 3, 'bold'),
      over(1, 3, 'italic'),
      over(3, 4, 'italic'),
    ])
  })

  it('joins the same format where it touches or overlaps', () => {
    expect(ranges(over(4, 8, 'bold'), over(0, 4, 'bold'), over(2, 6, 'bold'))).toEqual([
      over(0, 8, 'bold'),
    ])
    expect(ranges(over(0, 4, link('a')), over(4, 8, link('a')))).toEqual([over(0, 8, link('a'))])
  })

  it('splits what crosses', () => {
    expect(ranges(over(0, 6, 'bold'), over(3, 9, 'italic'))).toEqual([
      over(0, 6, 'bold'),
      over(3, 6, 'italic'),
      over(6, 9, 'italic'),
    ])
  })

  it('puts quotes outside of everything', () => {
    expect(ranges(over(0, 6, 'bold'), over(3, 9, 'quote'))).toEqual([
      over(0, 3, 'bold'),
      over(3, 9, 'quote'),
      over(3, 6, 'bold'),
    ])
    expect(ranges(over(0, 9, 'quote'), over(3, 6, 'quote'))).toEqual([over(0, 9, 'quote')])
  })

  it('leaves code and pre alone with their text', () => {
    expect(ranges(over(0, 9, 'bold'), over(3, 6, 'code'))).toEqual([
      over(0, 3, 'bold'),
      over(3, 6, 'code'),
      over(6, 9, 'bold'),
    ])
    expect(
      ranges(over(0, 9, pre), over(3, 6, 'code'), over(1, 2, 'quote'), over(8, 10, 'bold')),
    ).toEqual([over(0, 9, pre), over(9, 10, 'bold')])
    expect(ranges(over(0, 9, 'quote'), over(3, 6, 'code'))).toEqual([
      over(0, 9, 'quote'),
      over(3, 6, 'code'),
    ])
    expect(ranges(over(3, 9, 'quote'), over(0, 6, 'code'))).toEqual([
      over(0, 6, 'code'),
      over(6, 9, 'quote'),
    ])
  })

  it('lets the first of two links have what both want', () => {
    expect(ranges(over(0, 6, link('a')), over(3, 9, link('b')))).toEqual([
      over(0, 6, link('a')),
      over(6, 9, link('b')),
    ])
  })

  it('makes the same sound ranges of any ranges in any order', () => {
    fc.assert(
      fc.property(
        anyText.chain((any) => anyRanges(any.length).map((given) => ({ any, given }))),
        ({ any, given }) => {
          const once = normalize(any, given)
          expect(once.text).toBe(any)
          expectSound(once)
          expect(normalize(any, once.ranges)).toEqual(once)
          expect(normalize(any, given.toReversed())).toEqual(once)
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('keeps every character bold that was, unless it is code', () => {
    fc.assert(
      fc.property(anyRanges(text.length), (given) => {
        const covered = (
          all: readonly Range[],
          at: number,
          ...kinds: readonly Format['kind'][]
        ): boolean =>
          all.some(
            ({ start, end, format }) => start <= at && at < end && kinds.includes(format.kind),
          )
        const result = ranges(...given)
        for (let at = 0; at < text.length; at += 1) {
          const code = covered(given, at, 'code', 'pre')
          expect(covered(result, at, 'code', 'pre')).toBe(code)
          expect(covered(result, at, 'bold')).toBe(covered(given, at, 'bold') && !code)
          if (!code) expect(covered(result, at, 'quote')).toBe(covered(given, at, 'quote'))
          if (!code) expect(covered(result, at, 'link')).toBe(covered(given, at, 'link'))
        }
      }),
    )
  })
})

describe('slices', () => {
  it('bring their formatting and join to the whole again', () => {
    fc.assert(
      fc.property(anyRichText, fc.double({ min: 0, max: 1, noNaN: true }), (rich, share) => {
        const at = Math.floor(share * rich.text.length)
        const [head, tail] = [slice(rich, 0, at), slice(rich, at, rich.text.length)]
        expectSound(head)
        expectSound(tail)
        expect(concat(head, tail).text).toBe(rich.text)
      }),
    )
    const rich = normalize(text, [over(2, 8, 'bold')])
    expect(slice(rich, 4, 6)).toEqual(normalize('45', [over(0, 2, 'bold')]))
    expect(concat(slice(rich, 0, 5), slice(rich, 5, 10))).toEqual(rich)
  })

  it('are trimmed with their ranges', () => {
    expect(trim(normalize(' ab\n', [over(0, 4, 'bold')]))).toEqual(
      normalize('ab', [over(0, 2, 'bold')]),
    )
    expect(trim(plain(' \n '))).toEqual(plain(''))
  })
})
