import { createTelegramAdapter } from '../../../adapters/telegram/main.ts'
import type { Adapter } from '../../../src/adapter.ts'
import { silentLog } from '../../../src/log.ts'
import { described } from '../described.ts'
import { ManualClock } from './manual-clock.ts'
import { RecordingHost } from './recording-host.ts'
import { ScriptedBotApi, token } from './scripted-bot-api.ts'

export interface Setting extends AsyncDisposable {
  readonly api: ScriptedBotApi
  readonly clock: ManualClock
  readonly host: RecordingHost
  readonly adapter: Adapter
}

export const commands = [
  described('find', 'Find somebody', {
    es: 'Busca a alguien',
    ru: 'Найти собеседника',
    ar: 'ابحث عن شخص',
  }),
]
export const profile = {
  en: { description: 'Long words', shortDescription: 'Short' },
  es: { description: 'Palabras largas', shortDescription: 'Corto' },
  ru: { description: 'Длинные слова', shortDescription: 'Коротко' },
  ar: { description: 'كلمات طويلة', shortDescription: 'قصير' },
}

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
