import { z } from 'zod'
import type { Platform } from '../../src/core/platform.ts'
import type { SandboxFile, SandboxPerson } from '../../src/sandbox/person.ts'
import type { Carriage } from './carriage.ts'
import type { FileStage, Pair } from './file-stage.ts'

/** One kind of file and the way that it goes. */
export interface FileRoute {
  readonly name: string
  readonly kind: Carriage['form']
  readonly file: SandboxFile
  readonly from: Platform
  readonly to: Platform
}

/** What the bare loop has to do to carry what the first of the senders has sent already, to each of the partners. */
export async function carriagesOf(
  stage: FileStage,
  route: FileRoute,
  pairs: readonly Pair[],
): Promise<readonly Carriage[]> {
  const [first] = pairs
  if (!first) throw new Error('A route without people')
  const from = await sourceOf(stage, route, first[route.from])
  return Promise.all(
    pairs.map(async (pair) => ({
      form: route.kind,
      from,
      to:
        route.to === 'telegram'
          ? { chat: pair.telegram.id }
          : { channel: await channelOf(stage, pair.discord) },
    })),
  )
}

/** On Telegram updates alone tell what people sent, and they are the product's: the bot posts the same photo itself. */
async function sourceOf(
  stage: FileStage,
  { kind, file, from }: FileRoute,
  sender: SandboxPerson,
): Promise<Carriage['from']> {
  if (from === 'discord') {
    const channel = await channelOf(stage, sender)
    const messages = await askDiscord(stage, `channels/${channel}/messages`)
    const [attachment] = attached.parse(messages).flatMap(({ attachments }) => attachments)
    if (!attachment) throw new Error('The sender has sent no file')
    return attachment
  }
  if (kind !== 'photo') throw new Error('From Telegram the bare loop carries photos alone')
  const body = new FormData()
  body.set('chat_id', sender.id)
  body.set('photo', new Blob([new Uint8Array(file.bytes)], { type: file.type }), file.name)
  const { apiRoot, token } = stage.sandbox.telegram
  const response = await fetch(`${apiRoot}/bot${token}/sendPhoto`, { method: 'POST', body })
  const largest = posted.parse(await response.json()).result.photo.at(-1)
  if (!largest) throw new Error('Telegram has no size of a photo')
  return { fileId: largest.file_id }
}

const attached = z.array(z.object({ attachments: z.array(z.object({ url: z.string() })) }))
const posted = z.object({
  result: z.object({ photo: z.array(z.object({ file_id: z.string() })) }),
})
const opened = z.object({ id: z.string() })

async function channelOf(stage: FileStage, person: SandboxPerson): Promise<string> {
  const answer = await askDiscord(stage, 'users/@me/channels', { recipient_id: person.id })
  return opened.parse(answer).id
}

async function askDiscord(stage: FileStage, path: string, body?: object): Promise<unknown> {
  const { apiRoot, token } = stage.sandbox.discord
  const headers = { authorization: `Bot ${token}`, 'content-type': 'application/json' }
  const request = body ? { method: 'POST', body: JSON.stringify(body), headers } : { headers }
  return (await fetch(`${apiRoot}/v10/${path}`, request)).json()
}
