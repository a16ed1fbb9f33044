import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { expect, it } from 'vitest'
import { complaintAboutNode } from '../../src/preflight.mjs'
import { root } from './root.ts'

const preflight = join(root, 'src/preflight.mjs')
const sentence = /^Passerby needs Node 24\.12 or newer and this is Node \S+: .+\.$/

it.each(['18.20.8', '20.20.2', '22.21.0', '24.0.0', '24.11.1'])('refuses Node %s', (version) => {
  expect(complaintAboutNode(version)).toMatch(sentence)
  expect(complaintAboutNode(version)).toContain(version)
})

it.each(['24.12.0', '24.21.0', '25.2.0', '26.10.0'])(
  'has nothing to say about Node %s',
  (version) => {
    expect(complaintAboutNode(version)).toBeUndefined()
  },
)

it('says nothing and succeeds on the Node that runs the product', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [preflight], { encoding: 'utf8' })
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' })
})

const systemNode = (process.env['PATH'] ?? '')
  .split(delimiter)
  .filter((folder) => !folder.includes('node_modules'))
  .map((folder) => join(folder, 'node'))
  .find((path) => existsSync(path))
const systemVersion =
  systemNode === undefined
    ? undefined
    : execFileSync(systemNode, ['-p', 'process.versions.node'], { encoding: 'utf8' }).trim()
const systemIsOld = systemVersion !== undefined && complaintAboutNode(systemVersion) !== undefined

it.runIf(systemIsOld)('stops an old Node of this machine with one sentence', () => {
  const { status, stdout, stderr } = spawnSync(systemNode ?? '', [preflight], { encoding: 'utf8' })
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
  expect(stderr.trimEnd().split('\n')).toEqual([complaintAboutNode(systemVersion ?? '')])
})
