// A signal to npm alone ends the product gracefully, and npm waits for it. Tested with the real
// scripts around a stub of src/main.ts, because npm's shell is what used to swallow the signal.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { root } from './root.ts'

const stub = `
const stop = (signal) => {
  console.log('stopping on ' + signal)
  setTimeout(() => { console.log('stopped'); process.exit(0) }, 50)
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
setInterval(() => undefined, 1000)
console.log('GREETING=' + process.env.GREETING)
console.log('running as ' + process.pid)
`

let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passerby-start-'))
  await cp(join(root, 'package.json'), join(folder, 'package.json'))
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
  for (const path of ['src/main.ts', 'src/sandbox/main.ts']) {
    await mkdir(join(folder, path, '..'), { recursive: true })
    await writeFile(join(folder, path), stub)
  }
  await cp(join(root, 'src/preflight.mjs'), join(folder, 'src/preflight.mjs'))
})

afterAll(() => rm(folder, { recursive: true }))

type Target = 'npm alone' | 'the whole group'

async function run(
  script: string,
  signal: NodeJS.Signals,
  target: Target = 'npm alone',
): Promise<readonly string[]> {
  const npm = spawn('npm', ['run', '--silent', script], {
    cwd: folder,
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(npm, 'exit')
  const lines: string[] = []
  let pid: number | undefined
  for await (const line of createInterface({ input: npm.stdout })) {
    lines.push(line)
    if (!line.startsWith('running as ')) continue
    pid = Number(line.slice('running as '.length))
    if (target === 'npm alone') npm.kill(signal)
    else process.kill(-(npm.pid ?? Number.NaN), signal)
  }
  await ended
  expect(isAlive(pid)).toBe(false)
  return lines
}

function isAlive(pid: number | undefined): boolean {
  if (pid === undefined) throw new Error('The stub never said that it runs.')
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

it.each([
  ['start', 'SIGTERM'],
  ['start', 'SIGINT'],
  ['dev', 'SIGTERM'],
  ['dev', 'SIGINT'],
  ['sandbox', 'SIGTERM'],
] as const)('npm run %s ends well on %s', async (script, signal) => {
  const lines = await run(script, signal)
  expect(lines).toContain(`stopping on ${signal}`)
  expect(lines).toContain('stopped')
})

it.each(['start', 'dev', 'sandbox'])('npm run %s ends well on Ctrl-C', async (script) => {
  // A terminal signals the whole group and npm passes its own copy on, so the product hears it
  // twice: it listens with process.on, since after process.once the second one kills.
  expect(await run(script, 'SIGINT', 'the whole group')).toContain('stopped')
})

it('npm start reads .env when there is one', async () => {
  expect(await run('start', 'SIGTERM')).toContain('GREETING=undefined')
  await writeFile(join(folder, '.env'), 'GREETING=hello\n')
  expect(await run('start', 'SIGTERM')).toContain('GREETING=hello')
})
