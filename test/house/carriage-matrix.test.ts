import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { carriageMatrix, tableOf } from './carriage-matrix.ts'
import { root } from './root.ts'

it('tells in README.md what arrives as what, as capabilities and rules have it', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  const section = /^## What arrives as what$([^]*?)^## /m.exec(readme)?.[1] ?? ''
  const told = section.split('\n').filter((line) => line.startsWith('|'))
  const expected = tableOf(carriageMatrix())
  expect(told.join('\n'), `README.md is to say:\n${expected}\n`).toBe(expected)
})
