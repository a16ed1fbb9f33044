// Telegram's Bot API on loopback, as a bot in private chats meets it, and the people who write to that bot.

import type { SandboxFile, SandboxPerson, SeenFileKind } from '../person.ts'
import type { SandboxOptions, SandboxServer } from '../server.ts'
import { createBotApi } from './bot-api.ts'
import { botId, createCloud } from './cloud.ts'
import { Faults } from './faults.ts'
import { createMedium } from './files/medium.ts'
import { createFileDownload } from './file-download.ts'
import { createHttpServer } from './http-server.ts'
import { inventProfile } from './invent-profile.ts'
import { Listeners } from './listeners.ts'
import { RequestLog } from './request-log.ts'
import { type PersonProfile, TelegramPerson } from './telegram-person.ts'

/** Of a real token's shape, and worth nothing anywhere else. */
const token = `${botId}:SANDBOX-not-a-secret-not-a-telegram`

export interface TelegramSandboxOptions extends SandboxOptions {
  /** As a Bot API server of one's own with `--local`: https://core.telegram.org/bots/api#using-a-local-bot-api-server */
  readonly localMode?: boolean
}

export interface TelegramSandbox extends SandboxServer {
  /** A username unless it is given as empty, and the language `en` unless another is given. */
  addPerson(profile?: Partial<PersonProfile>): TelegramPerson
  /** Tells the bot of what nobody here did: an update of this kind, word by word. */
  tell(kind: string, content: object): void
  /** Has the file under an id that such an update names. */
  keepFile(id: string, kind: SeenFileKind, file: SandboxFile): void
}

export async function createTelegramSandbox({
  port = 0,
  now,
  localMode = false,
}: TelegramSandboxOptions): Promise<TelegramSandbox> {
  const cloud = createCloud(now, localMode)
  const faults = new Faults()
  const log = new RequestLog()
  const listeners = new Listeners()
  const people: SandboxPerson[] = []
  const usernames = new Set<string>()
  let drawLatencyMs = (): number => 0
  const options = { cloud, token, faults, log, drawLatencyMs: () => drawLatencyMs() }
  const http = await createHttpServer(port, {
    call: createBotApi(options),
    download: createFileDownload(options),
  })

  return {
    platform: 'telegram',
    apiRoot: http.url,
    token,
    people,
    requests: log.records,
    addPerson(profile = {}) {
      let { name, username } = { ...inventProfile(), ...profile }
      while (usernames.has(username.toLowerCase())) {
        if (profile.username !== undefined) throw new Error(`@${username} is taken`)
        ;({ name, username } = { ...inventProfile(), ...profile })
      }
      if (username !== '') usernames.add(username.toLowerCase())
      const { languageCode = 'en' } = profile
      const person = new TelegramPerson(cloud, { name, username, languageCode })
      people.push(person)
      person.onChange(() => listeners.notify())
      listeners.notify()
      return person
    },
    tell: (kind, content) => cloud.updates.tell({ [kind]: content }),
    keepFile: (id, kind, file) => cloud.files.keep(id, createMedium({ kind, file })),
    inject: (rule) => faults.inject(rule),
    clearFaults: () => faults.clear(),
    setLatency(drawMs) {
      drawLatencyMs = drawMs
    },
    cutConnections: () => http.cutConnections(),
    flushed: () => cloud.updates.flushed(),
    onChange: (listener) => listeners.add(listener),
    async [Symbol.asyncDispose]() {
      cloud.updates.close()
      await http[Symbol.asyncDispose]()
      cloud.files[Symbol.dispose]()
    },
  }
}
