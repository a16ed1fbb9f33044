import type { FastifyReply } from 'fastify'
import type { ServerResponse } from 'node:http'

const mostStreams = 32
const mostUnreadBytes = 1024 * 1024

/** Open event streams (https://html.spec.whatwg.org/multipage/server-sent-events.html) and what is sent to all of them. */
export class EventStreams implements Disposable {
  readonly #open = new Set<ServerResponse>()

  get size(): number {
    return this.#open.size
  }

  /** Takes the answer over; returns how to send to this reader alone, or `undefined` when there are too many readers. */
  open(reply: FastifyReply): ((event: string, data: string) => void) | undefined {
    if (this.#open.size >= mostStreams) return undefined
    const response = reply.raw
    reply.header('content-type', 'text/event-stream').header('cache-control', 'no-store')
    reply.hijack()
    for (const [name, value] of Object.entries(reply.getHeaders()))
      if (value !== undefined) response.setHeader(name, value)
    response.on('close', () => this.#open.delete(response))
    response.on('error', () => this.#open.delete(response))
    this.#open.add(response)
    response.writeHead(200)
    response.write('retry: 1000\n\n')
    return (event, data) => this.#write(response, frame(event, data))
  }

  send(event: string, data: string): void {
    if (this.#open.size === 0) return
    const text = frame(event, data)
    for (const response of this.#open) this.#write(response, text)
  }

  /** A reader who does not read is cut off: their browser asks again and starts from what is true then. */
  #write(response: ServerResponse, text: string): void {
    if (response.writableLength > mostUnreadBytes) {
      this.#open.delete(response)
      response.destroy()
      return
    }
    response.write(text)
  }

  [Symbol.dispose](): void {
    for (const response of this.#open) response.end()
    this.#open.clear()
  }
}

function frame(event: string, data: string): string {
  const lines = data.split(/\r\n|\r|\n/).map((line) => `data: ${line}\n`)
  return `event: ${event}\n${lines.join('')}\n`
}
