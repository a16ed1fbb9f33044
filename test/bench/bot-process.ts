import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

const probe = import.meta.resolve('./cpu-probe.ts')

/** A bot in a process of its own, so that its processor time is its own. */
export class BotProcess implements AsyncDisposable {
  readonly #child: ChildProcess

  private constructor(child: ChildProcess) {
    this.#child = child
  }

  static async start(
    script: string,
    env: Readonly<Record<string, string>>,
    nodeOptions: readonly string[] = [],
  ): Promise<BotProcess> {
    const child = spawn(process.execPath, [...nodeOptions, '--import', probe, script], {
      env: { PATH: process.env['PATH'] ?? '', NODE_ENV: 'production', ...env },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    await once(child, 'spawn')
    return new BotProcess(child)
  }

  /** Microseconds of processor time so far, all threads together. */
  async cpuUs(): Promise<number> {
    if (this.#hasEnded) throw new Error('The bot ended before its time')
    const answered = once(this.#child, 'message')
    this.#child.send('cpu')
    const [spent]: unknown[] = await answered
    if (typeof spent !== 'number') throw new Error('The bot did not tell its processor time')
    return spent
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#hasEnded) return
    const ended = once(this.#child, 'exit')
    this.#child.kill('SIGTERM')
    await ended
  }

  get #hasEnded(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null
  }
}
