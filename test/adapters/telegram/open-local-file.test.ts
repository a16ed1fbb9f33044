// Files of a Bot API server in local mode, which lie on our disk in folders that are named after tokens.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { inspect } from 'node:util'

import { afterEach, expect, test } from 'vitest'

import { createTelegramAdapter } from '../../../adapters/telegram/main.ts'
import { systemClock } from '../../../src/clock.ts'
import type { Log } from '../../../src/log.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { bytesOf, failureAt, file, hidden, never, serving } from './file-server.ts'
import { token } from './scripted-bot-api.ts'
import { profile } from './setting.ts'

const logged: unknown[] = []
afterEach(() => void logged.splice(0))
const log: Log = Object.fromEntries(
  ['debug', 'info', 'warn', 'error'].map((level) => [
    level,
    (...said: readonly unknown[]) => logged.push(said),
  ]),
) as unknown as Log

/** Of a server in local mode, whose folders are named after tokens. */
function localFile(name: string, bytes: string): string {
  const folder = path.join(temporaryFolder(), token)
  mkdirSync(folder)
  writeFileSync(path.join(folder, name), bytes)
  return path.join(folder, name)
}

async function localAdapter(place: string, isLocal = true) {
  const apiRoot = await serving(place, (response) => response.writeHead(404).end())
  const base = { token, apiRoot, isLocal, clock: systemClock, log, commands: [], profile }
  return createTelegramAdapter(base)
}

test('in local mode the file is read from the disk', async () => {
  const adapter = await localAdapter(localFile('file_0.jpg', 'bytes'))
  const stream = await adapter.open(file, never)
  const shown = inspect(stream, { depth: 20, showHidden: true })
  for (const secret of hidden) expect(shown).not.toContain(secret)
  expect(stream.size).toBe(5)
  expect(await bytesOf(stream)).toBe('bytes')
})

test('what is not on the disk is gone, and the operator hears that something is', async () => {
  const place = path.join(path.dirname(localFile('file_0.jpg', 'x')), 'file_1.jpg')
  const adapter = await localAdapter(place)
  expect(await failureAt(adapter.open(file, never))).toEqual({ kind: 'rejected' })
  expect(logged).toHaveLength(1)
  for (const secret of hidden) expect(inspect(logged, { depth: 9 })).not.toContain(secret)
})

test('a folder is no file', async () => {
  const adapter = await localAdapter(path.dirname(localFile('file_0.jpg', 'x')))
  expect(await failureAt(adapter.open(file, never))).toEqual({ kind: 'rejected' })
})

test('a disk that fails under way may work later, and its error names no path', async () => {
  const place = localFile('file_0.jpg', 'x')
  const stream = await (await localAdapter(place)).open(file, never)
  const ended = new AbortController()
  const called = await (await localAdapter(place)).open(file, ended.signal)
  ended.abort()
  expect(await failureAt(bytesOf(called))).toEqual({ kind: 'not-sent' })
  rmSync(place)
  expect(await failureAt(bytesOf(stream))).toEqual({ kind: 'rejected' })
})

test.each([
  [true, 'photos/file_0.jpg', 'TELEGRAM_LOCAL_MODE=false'],
  [false, '/var/lib/telegram-bot-api/x/file_0.jpg', 'TELEGRAM_LOCAL_MODE=true'],
])('a server that runs in another mode (%s) is told to the operator', async (...row) => {
  const [isLocal, place, wanted] = row
  const adapter = await localAdapter(place, isLocal)
  expect(await failureAt(adapter.open(file, never))).toEqual({ kind: 'rejected' })
  expect(logged).toEqual([[{ wanted }, expect.any(String)]])
})
