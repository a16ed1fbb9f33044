import { createTelegramAdapter } from '../../../adapters/telegram/main.ts'
import type { Adapter } from '../../../src/adapter.ts'
import { silentLog } from '../../../src/log.ts'
import { ManualClock } from './manual-clock.ts'
import { RecordingHost } from './recording-host.ts'
import { ScriptedBotApi, token } from './scripted-bot-api.ts'

export interface Setting extends AsyncDisposable {
  readonly api: ScriptedBotApi
  readonly clock: ManualClock
  readonly host: RecordingHost
  readonly adapter: Adapter
}

export const commands = [{ command: 'find', description: 'Find somebody' }] as const
export const profile = { description: 'Long words', shortDescription: 'Short' }

/** An adapter that has not started, before a Bot API that answers calmly. */
export async function createSetting(): Promise<Setting> {
  const api = await ScriptedBotApi.open()
  const clock = new ManualClock()
  const adapter = createTelegramAdapter({
    token,
    apiRoot: `${api.root}/`,
    clock,
    log: silentLog,
    commands,
    profile,
  })
  return {
    api,
    clock,
    host: new RecordingHost(),
    adapter,
    async [Symbol.asyncDispose]() {
      api.script = () => false
      await adapter[Symbol.asyncDispose]()
      await api[Symbol.asyncDispose]()
    },
  }
}
