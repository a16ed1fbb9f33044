// src/main.ts in a process of its own, in a folder of its own, with nothing in its environment but what is said here.

import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { root } from '../house/root.ts'
import { compiled } from '../support/compiled.ts'

export interface End {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

export interface Product {
  /** Resolves when it says that it runs; rejects with what it said when it ended before. */
  readonly ready: Promise<void>
  readonly ended: Promise<End>
  kill(signal: NodeJS.Signals): void
}

export type Settings = Readonly<Record<string, string>>

const running = new Set<Product>()

export function startProduct(folder: string, settings: Settings): Product {
  const child = spawn(process.execPath, [path.join(root, 'src/main.ts')], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...compiled, HTTP_PORT: '0', SANDBOX_PORT: '0', LOG_LEVEL: 'error', ...settings },
  })
  let stdout = ''
  let stderr = ''
  const ready = Promise.withResolvers<void>()
  const ended = Promise.withResolvers<End>()
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
    if (stdout.includes('Ctrl-C ends it.')) ready.resolve()
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  child.once('close', (code, signal) => {
    running.delete(product)
    ready.reject(new Error(`It ended: ${stderr}${stdout}`))
    ended.resolve({ code, signal, stdout, stderr })
  })
  // Who only waits for the end is not asked whether it began.
  ready.promise.catch(() => {})
  const product: Product = {
    ready: ready.promise,
    ended: ended.promise,
    kill: (signal) => void child.kill(signal),
  }
  running.add(product)
  return product
}

/** Whatever a failed test has left running. */
export async function endAll(): Promise<void> {
  const left = [...running]
  for (const product of left) product.kill('SIGKILL')
  await Promise.all(left.map(({ ended }) => ended))
}

/** A hash of every file below the folder. Lock files hold nothing. */
export function fingerprints(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.lock'))
    .map((entry) => path.join(entry.parentPath, entry.name))
  return Object.fromEntries(
    files.map((file) => [
      path.relative(folder, file),
      createHash('sha256').update(readFileSync(file)).digest('hex'),
    ]),
  )
}
