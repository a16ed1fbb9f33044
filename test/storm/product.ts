// The product as operators run it: a process of its own, the real main.ts, settings in its environment. It can be killed.

import { spawn } from 'node:child_process'
import path from 'node:path'
import type { SandboxServer } from '../../src/sandbox/server.ts'
import { compiled } from '../support/compiled.ts'

export interface ProductOptions {
  /** The folder with src/main.ts. */
  readonly root: string
  /** Where its database and keys are. */
  readonly folder: string
  readonly telegram: SandboxServer
  readonly discord: SandboxServer
}

export interface Product {
  /** Resolves when it says that it runs; `false` when it ended before. */
  readonly ready: Promise<boolean>
  /** Resolves with how it ended. */
  readonly ended: Promise<{
    readonly code: number | null
    readonly signal: NodeJS.Signals | null
  }>
  readonly hasEnded: boolean
  /** What it wrote, warnings and errors included. */
  readonly output: string
  /** How much waits to be delivered, by /healthz; `undefined` when that does not answer. */
  outboxDepth(): Promise<number | undefined>
  signal(name: 'SIGKILL' | 'SIGTERM'): void
}

export const databaseIn = (folder: string): string => path.join(folder, 'data', 'passerby.db')

export function startProduct({ root, folder, telegram, discord }: ProductOptions): Product {
  const child = spawn(process.execPath, ['src/main.ts'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      ...compiled,
      TELEGRAM_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.apiRoot,
      DISCORD_TOKEN: discord.token,
      DISCORD_API_ROOT: discord.apiRoot,
      DATABASE_URL: `sqlite:${databaseIn(folder)}`,
      IDENTITY_KEYS_FILE: path.join(folder, 'keys', 'identity-keys.json'),
      CONTENT_KEYS_FILE: path.join(folder, 'keys', 'content-keys.json'),
      OPERATOR_CONTACT: 'nobody',
      HTTP_PORT: '0',
      LOG_LEVEL: 'warn',
    },
  })
  let output = ''
  let hasEnded = false
  const running = Promise.withResolvers<boolean>()
  const ended = Promise.withResolvers<Awaited<Product['ended']>>()
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
      if (output.includes('Ctrl-C ends it.')) running.resolve(true)
    })
  }
  child.once('error', (error) => {
    output += String(error)
  })
  child.once('close', (code, signal) => {
    hasEnded = true
    running.resolve(false)
    ended.resolve({ code, signal })
  })

  return {
    ready: running.promise,
    ended: ended.promise,
    get hasEnded() {
      return hasEnded
    },
    get output() {
      return output
    },
    async outboxDepth() {
      const url = /Dashboard\s+(http\S+)/.exec(output)?.[1]
      if (url === undefined) return undefined
      try {
        const response = await fetch(new URL('/healthz', url))
        const answer: unknown = await response.json()
        return depthIn(answer)
      } catch {
        return undefined
      }
    },
    signal: (name) => void child.kill(name),
  }
}

function depthIn(answer: unknown): number | undefined {
  if (typeof answer !== 'object' || answer === null || !('outbox' in answer)) return undefined
  const { outbox } = answer
  if (typeof outbox !== 'object' || outbox === null || !('depth' in outbox)) return undefined
  return typeof outbox.depth === 'number' ? outbox.depth : undefined
}
