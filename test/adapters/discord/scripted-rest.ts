import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { finished } from 'node:stream/promises'

/** How a request is answered: with nothing (204) unless the script says so. */
export interface ScriptedAnswer {
  readonly status: number
  readonly body: object | string
  readonly headers?: Readonly<Record<string, string>>
}

type Script = (request: string) => ScriptedAnswer | 'cut' | 'hang' | undefined

/** What came with a request. */
export interface ReceivedBody {
  readonly json: unknown
  readonly files: readonly ReceivedFile[]
}

export interface ReceivedFile {
  readonly part: string
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}

/** Discord's REST API as far as the test scripts it. */
export class ScriptedRest implements AsyncDisposable {
  /** Such as `DELETE /v10/channels/1/messages/2`, in the order of arrival. */
  readonly requests: string[] = []
  /** Of those requests that came to their end, in the order in which they did. */
  readonly bodies: ReceivedBody[] = []
  /** Of each request. */
  readonly headers: IncomingMessage['headers'][] = []
  script: Script = () => undefined
  readonly #server = createServer((request, response) => {
    // A request that was cut has nobody to answer.
    this.#answer(request, response).catch(() => response.destroy())
  })

  static async open(): Promise<ScriptedRest> {
    const rest = new ScriptedRest()
    await new Promise<void>((resolve) => rest.#server.listen(0, '127.0.0.1', resolve))
    return rest
  }

  get root(): string {
    // Listening on a port and not on a pipe, it has an address with one.
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  async #answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method, url, headers } = incoming
    const request = `${method} ${url}`
    this.requests.push(request)
    this.headers.push(headers)
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    await finished(incoming)
    this.bodies.push(await readBody(headers['content-type'] ?? '', Buffer.concat(chunks)))
    const answer = this.script(request)
    if (answer === 'cut') response.destroy()
    else if (answer === undefined) response.writeHead(204).end()
    else if (answer !== 'hang') write(response, answer)
  }
}

function write(response: ServerResponse, { status, body, headers }: ScriptedAnswer): void {
  if (body instanceof Uint8Array || typeof body === 'string')
    response.writeHead(status, { ...headers }).end(body)
  else
    response
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end(JSON.stringify(body))
}

async function readBody(type: string, bytes: Buffer<ArrayBuffer>): Promise<ReceivedBody> {
  if (!type.startsWith('multipart/'))
    return { json: bytes.length === 0 ? undefined : JSON.parse(bytes.toString()), files: [] }
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData()
  const files: ReceivedFile[] = []
  let json: unknown
  for (const [part, value] of form) {
    if (typeof value === 'string') json = JSON.parse(value)
    else files.push({ part, name: value.name, type: value.type, bytes: await value.bytes() })
  }
  return { json, files }
}

export const refusal = (status: number, code: number): ScriptedAnswer => ({
  status,
  body: { code, message: 'No' },
})

export const tooMany = (retryAfterS: number): ScriptedAnswer => ({
  status: 429,
  body: { message: 'You are being rate limited.', retry_after: retryAfterS, global: false },
})
