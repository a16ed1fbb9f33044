import { channel } from 'node:diagnostics_channel'
import { IncomingMessage } from 'node:http'

/** `asked` when the head of a request has arrived, `answered` when its answer is with the operating system. */
type Side = 'asked' | 'answered'

const channels = {
  asked: 'http.server.request.start',
  answered: 'http.server.response.finish',
} as const

interface Waiting {
  readonly port: number
  readonly method: string
  readonly side: Side
  readonly resolve: (atMs: number) => void
}

/**
 * When calls arrive at the Bot API servers of this process and are answered, as Node itself tells:
 * https://nodejs.org/api/diagnostics_channel.html#http
 */
export class Traffic implements Disposable {
  #waiting: readonly Waiting[] = []
  readonly #listeners = (['asked', 'answered'] as const).map((side) => ({
    side,
    listener: (message: unknown) => this.#notice(side, message),
  }))

  constructor() {
    for (const { side, listener } of this.#listeners) channel(channels[side]).subscribe(listener)
  }

  /** Resolves with the time of the next such moment. */
  next(port: number, method: string, side: Side): Promise<number> {
    return new Promise((resolve) => {
      this.#waiting = [...this.#waiting, { port, method, side, resolve }]
    })
  }

  #notice(side: Side, message: unknown): void {
    const at = performance.now()
    if (this.#waiting.length === 0) return
    if (typeof message !== 'object' || message === null || !('request' in message)) return
    const { request } = message
    if (!(request instanceof IncomingMessage)) return
    const method = request.url?.split('/').at(-1) ?? ''
    const port = request.socket.localPort
    const isMeant = (one: Waiting): boolean =>
      one.side === side && one.port === port && one.method === method
    const met = this.#waiting.filter(isMeant)
    this.#waiting = this.#waiting.filter((one) => !isMeant(one))
    for (const { resolve } of met) resolve(at)
  }

  [Symbol.dispose](): void {
    for (const { side, listener } of this.#listeners) channel(channels[side]).unsubscribe(listener)
  }
}
