import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

const probe = import.meta.resolve('./cpu-probe.ts')

/** A bot in a process of its own, so that its processor time and its memory are its own. */
export class BotProcess implements AsyncDisposable {
  readonly #child: ChildProcess

  private constructor(child: ChildProcess) {
    this.#child = child
  }

  /** `announces`: what it says on its standard output when it is ready. */
  static async start(
    script: string,
    env: Readonly<Record<string, string>>,
    nodeOptions: readonly string[] = [],
    announces?: string,
  ): Promise<BotProcess> {
    const child = spawn(process.execPath, [...nodeOptions, '--import', probe, script], {
      env: { PATH: process.env['PATH'] ?? '', NODE_ENV: 'production', ...env },
      stdio: ['ignore', announces === undefined ? 'ignore' : 'pipe', 'inherit', 'ipc'],
    })
    await (announces === undefined ? once(child, 'spawn') : hear(child, announces))
    return new BotProcess(child)
  }

  /** Microseconds of processor time so far, all threads together. */
  async cpuUs(): Promise<number> {
    const spent = await this.ask('cpu')
    if (typeof spent !== 'number') throw new Error('The bot did not tell its processor time')
    return spent
  }

  /** One question at a time: the next message is taken for the answer. */
  async ask(question: string | object): Promise<unknown> {
    if (this.#hasEnded) throw new Error('The bot ended before its time')
    const ended = new AbortController()
    const end = (): void => ended.abort(new Error('The bot ended before it answered'))
    this.#child.once('exit', end)
    try {
      const answered = once(this.#child, 'message', { signal: ended.signal })
      this.#child.send(question)
      const [answer]: unknown[] = await answered
      return answer
    } finally {
      this.#child.off('exit', end)
    }
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

async function hear(child: ChildProcess, words: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  let heard = ''
  child.stdout?.on('data', (chunk: Buffer) => {
    if (heard.includes(words)) return
    heard += chunk.toString()
    if (heard.includes(words)) resolve()
  })
  child.once('error', reject)
  child.once('exit', () => reject(new Error('The bot ended before it was ready')))
  await promise
}
