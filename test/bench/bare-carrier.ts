// The bare minimum of a bot that carries files: reads each to its end and posts it, looks at nothing and changes nothing.

import { z } from 'zod'
import { type Carriage, carriages } from './carriage.ts'

const setting = (name: string): string => process.env[name] ?? ''
const telegram = { root: setting('TELEGRAM_API_ROOT'), token: setting('TELEGRAM_TOKEN') }
const discord = { root: setting('DISCORD_API_ROOT'), token: setting('DISCORD_TOKEN') }

async function carry({ form, from, to }: Carriage): Promise<void> {
  const file = await (await fetch('url' in from ? from.url : await addressOf(from.fileId))).blob()
  const body = new FormData()
  if ('chat' in to) {
    body.set('chat_id', to.chat)
    body.set(form, file, form)
    await asked(fetch(`${telegram.root}/bot${telegram.token}/send${methods[form]}`, post(body)))
  } else {
    const attachments = [{ id: 0, filename: `${form}.jpg` }]
    body.set('payload_json', JSON.stringify({ attachments }))
    body.set('files[0]', file, `${form}.jpg`)
    const headers = { authorization: `Bot ${discord.token}` }
    const address = `${discord.root}/v10/channels/${to.channel}/messages`
    await asked(fetch(address, { ...post(body), headers }))
  }
}

const found = z.object({ result: z.object({ file_path: z.string() }) })

const methods = { photo: 'Photo', video: 'Video' } as const

const post = (body: FormData) => ({ method: 'POST', body })

async function addressOf(fileId: string): Promise<string> {
  const answer = await asked(
    fetch(`${telegram.root}/bot${telegram.token}/getFile?file_id=${fileId}`),
  )
  const { result } = found.parse(JSON.parse(answer))
  return `${telegram.root}/file/bot${telegram.token}/${result.file_path}`
}

async function asked(request: Promise<Response>): Promise<string> {
  const response = await request
  const answer = await response.text()
  if (!response.ok) throw new Error(`The bare loop was answered ${response.status}: ${answer}`)
  return answer
}

process.on('message', (message) => {
  const jobs = carriages.safeParse(message)
  if (jobs.success)
    void Promise.all(jobs.data.map((job) => carry(job))).then(() => process.send?.('carried'))
})
// The probes leave it to the bot what it lives for.
process.channel?.ref()
process.once('SIGTERM', () => process.disconnect())
process.stdout.write('ready\n')
