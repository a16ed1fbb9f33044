import type { Wire } from './wire.ts'
import type { DiscordSandbox } from '../../../src/sandbox/discord/discord-sandbox.ts'

export interface RestAnswer {
  readonly status: number
  readonly headers: Headers
  readonly body: Wire
  /** The body where it is a list. */
  readonly list: readonly Wire[]
}

/** A request without a library between, for what discord.js would never say. */
export async function restCall(
  sandbox: DiscordSandbox,
  verb: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<RestAnswer> {
  const answer = await fetch(`${sandbox.apiRoot}/v10${path}`, {
    method: verb,
    headers: {
      authorization: `Bot ${sandbox.token}`,
      'user-agent': 'DiscordBot (sandbox test, 0)',
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  const isJson = answer.headers.get('content-type')?.startsWith('application/json')
  const json = isJson ? JSON.parse(text) : text
  return {
    status: answer.status,
    headers: answer.headers,
    body: json,
    list: Array.isArray(json) ? json : [],
  }
}

/** The id of the channel of a person who has said something, found as a bot finds it. */
export async function channelOf(sandbox: DiscordSandbox, personId: string): Promise<string> {
  const opened = await restCall(sandbox, 'POST', '/users/@me/channels', { recipient_id: personId })
  return opened.body.id
}
