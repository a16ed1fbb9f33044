import type { Wire } from './wire.ts'
import type { SandboxFile } from '../../../src/sandbox/person.ts'
import type { DiscordSandbox } from '../../../src/sandbox/discord/discord-sandbox.ts'

/** A form with `payload_json` and `files[n]`, without a library between. */
export async function upload(
  sandbox: DiscordSandbox,
  verb: 'POST' | 'PATCH',
  path: string,
  payload: object,
  files: readonly SandboxFile[],
): Promise<{ readonly status: number; readonly body: Wire }> {
  const form = new FormData()
  form.append('payload_json', JSON.stringify(payload))
  for (const [index, { bytes, type, name }] of files.entries()) {
    form.append(`files[${index}]`, new Blob([new Uint8Array(bytes)], { type }), name)
  }
  const answer = await fetch(`${sandbox.apiRoot}/v10${path}`, {
    method: verb,
    headers: { authorization: `Bot ${sandbox.token}` },
    body: form,
  })
  const body = JSON.parse(await answer.text())
  return { status: answer.status, body }
}
