import { setImmediate as nextTurn } from 'node:timers/promises'
import { afterEach, beforeEach } from 'vitest'
import type { Adapter } from '../../../src/adapter.ts'
import type { Action, Receipt } from '../../../src/core/action.ts'
import { ref, type Address, type Ref } from '../../../src/core/address.ts'
import type { Inbound } from '../../../src/core/inbound.ts'
import { plain, type RichText } from '../../../src/core/rich-text.ts'
import { must } from '../../../src/lib/must.ts'
import type { SandboxPerson, SeenMessage } from '../../../src/sandbox/person.ts'
import type { RecordedRequest, SandboxServer } from '../../../src/sandbox/server.ts'
import { createManualClock, type ManualClock } from '../../support/manual-clock.ts'
import { until } from '../../support/until.ts'
import { described } from '../described.ts'
import { ContractHost } from './contract-host.ts'
import type { ContractSetup } from './contract-setup.ts'
import { createRecordingLog, expectRules } from './rules.ts'

export const requestTimeoutMs = 15_000

const commands = [described('find', 'Find somebody to talk to'), described('stop', 'End the chat')]

type Sending = Partial<Extract<Action, { kind: 'send' }>> & { readonly key?: string }

export const notAborted = (): AbortSignal => new AbortController().signal

/** A platform, an adapter that has not started, a product that listens, and two people. */
export class Stage implements AsyncDisposable {
  readonly setup: ContractSetup
  readonly clock: ManualClock
  readonly host = new ContractHost()
  readonly ann: SandboxPerson
  readonly bob: SandboxPerson
  readonly adapter: Adapter
  sandbox: SandboxServer
  readonly #log = createRecordingLog()
  readonly #hosts: ContractHost[] = [this.host]
  readonly #adapters: Adapter[] = []
  readonly #heard = new Map<SandboxPerson, number>()
  #keys = 0

  constructor(setup: ContractSetup, clock: ManualClock, sandbox: SandboxServer) {
    this.setup = setup
    this.clock = clock
    this.sandbox = sandbox
    this.ann = sandbox.addPerson({ name: 'Annabel Canary', username: 'annabel_canary' })
    this.bob = sandbox.addPerson({ name: 'Bobolink Canary', username: 'bobolink_canary' })
    this.adapter = this.another()
  }

  /** One more adapter of the same bot, not started. */
  another(options: { readonly token?: string; readonly apiRoot?: string } = {}): Adapter {
    const { token, apiRoot } = this.sandbox
    const { clock } = this
    const common = { token, apiRoot, clock, log: this.#log, commands, requestTimeoutMs }
    const adapter = this.setup.createAdapter({ ...common, ...options })
    this.#adapters.push(adapter)
    return adapter
  }

  /** A product started afresh on the database of the first. */
  nextHost(): ContractHost {
    const host = new ContractHost(this.host)
    this.#hosts.push(host)
    return host
  }

  /** What this person did that was taken in since they were last listened to: so many events, in order. */
  async hears(person: SandboxPerson, count: number): Promise<readonly Inbound[]> {
    const from = this.#heard.get(person) ?? 0
    const heard = () => this.host.taken.filter(({ sender }) => sender.id === person.id).slice(from)
    await until(() => heard().length >= count, `${count} events of ${person.username} are taken in`)
    this.#heard.set(person, from + heard().length)
    return heard()
  }

  /** Resolves when everything that people did has been handed over, as far as commits let it. */
  async rest(): Promise<void> {
    await this.sandbox.flushed()
    for (let turn = 0; turn < 20; turn += 1) await nextTurn()
  }

  /** Lets time pass until it is so, slowly enough that nothing on its way is overdue. */
  passUntil(condition: () => boolean, what: string): Promise<void> {
    return until(() => {
      if (condition()) return true
      this.clock.advance(50)
      return false
    }, what)
  }

  addressOf(person: SandboxPerson): Address {
    const inbound = this.host.taken.find(({ sender }) => sender.id === person.id)
    return must(inbound, 'who is written to has written before').sender.address
  }

  async send(
    person: SandboxPerson,
    text: string | RichText,
    { key = this.newKey(), ...more }: Sending = {},
    adapter = this.adapter,
  ): Promise<Receipt> {
    const words = typeof text === 'string' ? plain(text) : text
    const to = this.addressOf(person)
    const action: Action = {
      kind: 'send',
      text: words,
      buttons: [],
      replyTo: undefined,
      ...more,
    }
    return adapter.perform({ to, key, action }, [], notAborted())
  }

  edit(person: SandboxPerson, change: Omit<Extract<Action, { kind: 'edit' }>, 'kind'>) {
    const to = this.addressOf(person)
    const action: Action = { kind: 'edit', ...change }
    return this.adapter.perform({ to, key: this.newKey(), action }, [], notAborted())
  }

  /** Anything but a message or an edit. */
  async perform(person: SandboxPerson, action: Action): Promise<Receipt> {
    const to = this.addressOf(person)
    return this.adapter.perform({ to, key: this.newKey(), action }, [], notAborted())
  }

  newKey(): string {
    this.#keys += 1
    return `key-${this.#keys}`
  }

  requests(method: string): readonly RecordedRequest[] {
    return this.sandbox.requests.filter((request) => request.method === method)
  }

  get sendings(): readonly RecordedRequest[] {
    return this.requests(this.setup.methods.send)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.sandbox.clearFaults()
    // The newest first: one of the same bot that says goodbye late would disturb the others.
    for (const adapter of this.#adapters.toReversed()) await adapter[Symbol.asyncDispose]()
    await this.sandbox[Symbol.asyncDispose]()
    expectRules(this.setup, this.sandbox, this.#hosts, this.#log)
  }
}

/** The newest message of the bot in this person's chat. */
export function latest(person: SandboxPerson): SeenMessage {
  return must(
    person.chat.findLast(({ from }) => from === 'bot'),
    'the bot has written',
  )
}

export const refOf = ({ refs }: Receipt): Ref => refs[0] ?? ref('')

export const words = (inbounds: readonly Inbound[]): readonly string[] =>
  inbounds.flatMap(({ event }) =>
    event.kind === 'message' && event.content.kind === 'text' ? event.content.text.text : [],
  )

/** A fresh stage for each case of the suite that calls it. Where the adapter is started, both people have been heard. */
export function useStage(setup: ContractSetup, { isStarted = true } = {}): () => Stage {
  let stage: Stage | undefined
  beforeEach(async () => {
    const clock = createManualClock()
    stage = new Stage(setup, clock, await setup.createSandbox({ now: clock.now }))
    if (!isStarted) return
    await stage.adapter.start(stage.host)
    for (const person of [stage.ann, stage.bob]) person.say('knock')
    await stage.hears(stage.ann, 1)
    await stage.hears(stage.bob, 1)
  })
  afterEach(async () => {
    await stage?.[Symbol.asyncDispose]()
    stage = undefined
  })
  return () => must(stage, 'a case runs')
}
