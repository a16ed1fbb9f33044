import fc from 'fast-check'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { type CompleteProfile, genders, seekings } from '../../src/core/profile.ts'
import { createCrowd, type Move } from '../support/crowd.ts'
import { isWholeSearch } from '../support/search.ts'

const size = 6
const crowds = isWholeSearch ? 1000 : 80
const manForWomen = { gender: 'man', seeking: 'women' } as const
const everybodyJoins = Array.from({ length: size }, (_, i): Move => {
  const wish = i < 2 ? ({ gender: 'woman', seeking: 'men' } as const) : manForWomen
  return { kind: 'join', who: i, wish }
})
const who = fc.nat(size - 1)
/** Mostly such as suit each other, and two kinds of which many can wait side by side. */
const wish: fc.Arbitrary<CompleteProfile> = fc.oneof(
  fc.constant({ gender: 'unsaid', seeking: 'anyone' } as const),
  fc.constant({ gender: 'woman', seeking: 'men' } as const),
  fc.constant(manForWomen),
  fc.record({ gender: fc.constantFrom(...genders), seeking: fc.constantFrom(...seekings) }),
)
const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('join' as const), who, wish }) },
  // With the wish they have: so they meet, part and meet in ever other orders.
  { weight: 9, arbitrary: fc.record({ kind: fc.constant('find' as const), who }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('leave' as const), who }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('next' as const), who }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('block' as const), who }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('block-earlier' as const), who, room: fc.nat(9) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('forgetme' as const), who }) },
  { weight: 9, arbitrary: fc.record({ kind: fc.constant('pair' as const) }) },
)

/** Memory where there is some: what is on disk after a power cut is not what is shown here. */
function quickFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'crowd-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

test('however people come, go, block and are forgotten: nobody meets whom they blocked, nobody waits in vain, nobody is in two rooms (2.2, 2.3, 2.5)', async () => {
  const gather = await createCrowd(quickFolder())
  const seen = { met: 0, blocked: 0 }
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(move, { minLength: 1, maxLength: 6 }), {
        minLength: 4,
        maxLength: 16,
        size: 'max',
      }),
      async (turns) => {
        const crowd = gather(size)
        try {
          await crowd.together(everybodyJoins)
          await crowd.pairAll()
          for (const moves of turns) {
            await crowd.together(moves)
            expect(crowd.troubles()).toEqual([])
          }
          await crowd.pairAll()
          expect(crowd.troubles()).toEqual([])
          expect(crowd.waitingInVain()).toEqual([])
        } finally {
          const { met, blocked } = crowd.counts()
          seen.met += met
          seen.blocked += blocked
          await crowd.disperse()
        }
      },
    ),
    { numRuns: crowds },
  )
  // Otherwise all of this has shown nothing.
  expect(seen.met).toBeGreaterThan(2.5 * crowds)
  expect(seen.blocked).toBeGreaterThan(0.75 * crowds)
}, 240_000)
