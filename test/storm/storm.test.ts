import path from 'node:path'
import { expect, test } from 'vitest'
import { bugs } from './bugs.ts'
import { patched } from './mutant.ts'
import { reportOn } from './report.ts'
import { runStorm } from './storm.ts'

const root = path.join(import.meta.dirname, '../..')

test('killed three times under load, the product loses, misdelivers, reorders and doubles nothing', async () => {
  const seed = 4
  const result = await runStorm({ seed, rounds: 3, people: 6, root, report: () => {} })
  expect(reportOn(result, seed)).toMatchObject({ isClean: true })
  expect(result.verdict.shown).toBeGreaterThan(0)
  expect(result.verdict.filesShown).toBeGreaterThan(0)
}, 120_000)

test.each(bugs)('the seeded bug $name still fits the code', (bug) => {
  expect(patched(root, bug)).toContain(bug.replace)
})
