import { createDiscordAdapter, type DiscordAdapterOptions } from '../../../adapters/discord/main.ts'
import type { Adapter } from '../../../src/adapter.ts'
import { systemClock } from '../../../src/clock.ts'
import type { Action } from '../../../src/core/action.ts'
import { address, type Address } from '../../../src/core/address.ts'
import { plain } from '../../../src/core/rich-text.ts'
import { silentLog } from '../../../src/log.ts'
import {
  createDiscordSandbox,
  type DiscordSandbox,
} from '../../../src/sandbox/discord/discord-sandbox.ts'
import type { DiscordPerson } from '../../../src/sandbox/discord/discord-person.ts'
import { until } from '../../support/until.ts'
import { described } from '../described.ts'
import { RecordingHost } from './recording-host.ts'

const commands = [described('find', 'Find somebody to talk to'), described('stop', 'End the chat')]

export interface Setting extends AsyncDisposable {
  readonly sandbox: DiscordSandbox
  readonly ann: DiscordPerson
  readonly host: RecordingHost
  readonly adapter: Adapter
  /** Another adapter of the same bot, disposed of with the setting. */
  another(options?: Partial<DiscordAdapterOptions>): Adapter
}

export async function createSetting(
  options: Partial<DiscordAdapterOptions> = {},
  now: () => number = () => Date.now(),
): Promise<Setting> {
  const sandbox = await createDiscordSandbox({ now })
  const adapters: Adapter[] = []
  const another = (more: Partial<DiscordAdapterOptions> = {}): Adapter => {
    const { token, apiRoot } = sandbox
    const adapter = createDiscordAdapter({
      token,
      apiRoot,
      clock: systemClock,
      log: silentLog,
      commands,
      promptOf: () => undefined,
      identifyIntervalMs: 0,
      ...more,
    })
    adapters.push(adapter)
    return adapter
  }
  return {
    sandbox,
    ann: sandbox.addPerson({ name: 'Annabel', username: 'annabel_leigh' }),
    host: new RecordingHost(),
    adapter: another(options),
    another,
    async [Symbol.asyncDispose]() {
      for (const adapter of adapters) await adapter[Symbol.asyncDispose]()
      await sandbox[Symbol.asyncDispose]()
    },
  }
}

/** Where the person is reached, learned as the product learns it. */
export async function addressOf(setting: Setting, person: DiscordPerson): Promise<Address> {
  const { host } = setting
  const known = () => host.taken.find((inbound) => inbound.sender.id === person.id)?.sender.address
  if (known() === undefined) person.say('knock')
  await until(() => known() !== undefined, 'the person is heard')
  return known() ?? address('')
}

type Sending = Extract<Action, { kind: 'send' }>

export function send(text: string, more: Partial<Sending> = {}): Sending {
  return { kind: 'send', text: plain(text), buttons: [], replyTo: undefined, ...more }
}

export const notAborted = (): AbortSignal => new AbortController().signal
