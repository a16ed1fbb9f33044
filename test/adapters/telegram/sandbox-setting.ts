import { createTelegramAdapter } from '../../../adapters/telegram/main.ts'
import type { Adapter } from '../../../src/adapter.ts'
import { systemClock } from '../../../src/clock.ts'
import type { Action, Receipt } from '../../../src/core/action.ts'
import { address } from '../../../src/core/address.ts'
import type { InboundEvent } from '../../../src/core/inbound.ts'
import type { Media, PreparedFile } from '../../../src/core/media.ts'
import { must } from '../../../src/lib/must.ts'
import { silentLog } from '../../../src/log.ts'
import type { TelegramPerson } from '../../../src/sandbox/telegram/telegram-person.ts'
import {
  createTelegramSandbox,
  type TelegramSandbox,
} from '../../../src/sandbox/telegram/telegram-sandbox.ts'
import { RecordingHost } from './recording-host.ts'
import { commands, profile } from './setting.ts'

/** An adapter before the sandbox's Telegram, with two people who have started the bot. */
export interface SandboxSetting extends AsyncDisposable {
  readonly sandbox: TelegramSandbox
  readonly adapter: Adapter
  readonly host: RecordingHost
  readonly ann: TelegramPerson
  readonly ben: TelegramPerson
  /** What was heard of what people did since they started. */
  events(): readonly InboundEvent[]
  /** For Ann to see. */
  perform(action: Action, files?: readonly PreparedFile[]): Promise<Receipt>
}

export async function createSandboxSetting(isLocal = false): Promise<SandboxSetting> {
  const sandbox = await createTelegramSandbox({ now: () => Date.now(), localMode: isLocal })
  const { token, apiRoot } = sandbox
  const adapter = createTelegramAdapter({
    token,
    apiRoot,
    isLocal,
    clock: systemClock,
    log: silentLog,
    commands,
    profile,
  })
  const host = new RecordingHost()
  const ann = sandbox.addPerson({ name: 'Annabel', username: 'annabel_leigh' })
  const ben = sandbox.addPerson({ name: 'Benedict', username: 'benedict_arnold' })
  for (const person of [ann, ben]) person.command('start')
  await adapter.start(host)
  await sandbox.flushed()
  return {
    sandbox,
    adapter,
    host,
    ann,
    ben,
    events: () =>
      host.offered
        .flat()
        .map(({ event }) => event)
        .slice(2),
    perform: (action, files = []) =>
      adapter.perform(
        { to: address(ann.id), key: 'k', action },
        files,
        new AbortController().signal,
      ),
    async [Symbol.asyncDispose]() {
      await adapter[Symbol.asyncDispose]()
      await sandbox[Symbol.asyncDispose]()
    },
  }
}

/** The file of a message. */
export function mediaOf(event: InboundEvent | undefined): Media {
  if (event?.kind !== 'message' && event?.kind !== 'edited') throw new Error('Nothing was said.')
  if (event.content.kind !== 'media') throw new Error('No file was sent.')
  return must(event.content.files[0], 'media has a file')
}
