import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** How a request is answered: with nothing (204) unless the script says so. */
export interface ScriptedAnswer {
  readonly status: number
  readonly body: object
  readonly headers?: Readonly<Record<string, string>>
}

type Script = (request: string) => ScriptedAnswer | 'cut' | undefined

/** Discord's REST API as far as the test scripts it. */
export class ScriptedRest implements AsyncDisposable {
  /** Such as `DELETE /v10/channels/1/messages/2`, in the order of arrival. */
  readonly requests: string[] = []
  script: Script = () => undefined
  readonly #server = createServer((request, response) => this.#answer(request, response))

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

  #answer({ method, url }: IncomingMessage, response: ServerResponse): void {
    const request = `${method} ${url}`
    this.requests.push(request)
    const answer = this.script(request)
    if (answer === 'cut') response.destroy()
    else if (answer === undefined) response.writeHead(204).end()
    else
      response
        .writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers })
        .end(JSON.stringify(answer.body))
  }
}

export const refusal = (status: number, code: number): ScriptedAnswer => ({
  status,
  body: { code, message: 'No' },
})

export const tooMany = (retryAfterS: number): ScriptedAnswer => ({
  status: 429,
  body: { message: 'You are being rate limited.', retry_after: retryAfterS, global: false },
})
