// What may lie where, and how long a file may grow.

import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from './root.ts'

const topLevel = new Set([
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'src',
  'adapters',
  'migrations',
  'test',
  'README.md',
  'LICENSE',
  'Dockerfile',
  'compose.yaml',
])
/** Made by running things; git ignores them. */
const unkept = new Set(['node_modules', 'data', 'keys', 'coverage'])

const binary = new Set(
  '.png .jpg .gif .webp .webm .tgs .pdf .ico .woff2 .ogg .mp3 .mp4 .db'.split(' '),
)

function filesUnder(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

const sources = ['src', 'adapters', 'migrations'].flatMap(filesUnder)

it('keeps the top level to what belongs there', () => {
  const strangers = readdirSync(root).filter(
    (name) => !name.startsWith('.') && !topLevel.has(name) && !unkept.has(name),
  )
  expect(strangers).toEqual([])
})

it('keeps every file to 300 lines', () => {
  const long = sources
    .filter((path) => !binary.has(extname(path)))
    .map((path) => ({ path, lines: readFileSync(path, 'utf8').split('\n').length - 1 }))
    .filter(({ lines }) => lines > 300)
  expect(long).toEqual([])
})

it('keeps to kebab-case names and to no types, utils or helpers files', () => {
  const odd = sources
    .map((path) => path.slice(root.length + 1))
    .filter((path) => {
      const name = path.slice(path.lastIndexOf('/') + 1)
      const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)+$/.test(name) || name === 'SPEC.md'
      return !kebab || /^(types|utils?|helpers?)\.ts$/.test(name)
    })
  expect(odd).toEqual([])
})

it('has a lock file that names no registry host', () => {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8')
  expect(lock.match(/"resolved": "(?!\.node24")[^"]*"/g)).toBeNull()
})

it('pins every dependency to one version', () => {
  const manifest = readFileSync(join(root, 'package.json'), 'utf8')
  expect(manifest.match(/"[\^~][0-9][^"]*"/g)).toBeNull()
})
