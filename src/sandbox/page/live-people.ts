import type { FastifyReply } from 'fastify'
import { EventStreams } from '../../lib/event-streams.ts'
import type { SandboxPerson } from '../person.ts'
import type { SandboxServer } from '../server.ts'
import { personSnapshot } from './person-snapshot.ts'

/** Tells every open page what has changed; changes of one turn of the event loop are told together. */
export class LivePeople implements Disposable {
  readonly #streams = new EventStreams()
  readonly #servers: readonly SandboxServer[]
  readonly #known = new Map<SandboxPerson, () => void>()
  readonly #changed = new Set<SandboxPerson>()
  readonly #stops: (() => void)[]
  #scheduled: NodeJS.Immediate | undefined

  constructor(servers: readonly SandboxServer[]) {
    this.#servers = servers
    this.#stops = servers.map((server) => server.onChange(() => this.#meetNewcomers()))
    this.#meetNewcomers()
  }

  /** Answers with an event stream that begins with everything; false when there are too many readers. */
  open(reply: FastifyReply): boolean {
    const send = this.#streams.open(reply)
    if (send === undefined) return false
    for (const person of this.#known.keys()) send('person', JSON.stringify(personSnapshot(person)))
    send('everybody', '')
    return true
  }

  #meetNewcomers(): void {
    for (const person of this.#servers.flatMap((server) => server.people)) {
      if (this.#known.has(person)) continue
      this.#known.set(
        person,
        person.onChange(() => this.#change(person)),
      )
      this.#change(person)
    }
    this.#schedule()
  }

  #change(person: SandboxPerson): void {
    this.#changed.add(person)
    this.#schedule()
  }

  #schedule(): void {
    this.#scheduled ??= setImmediate(() => this.#tell())
  }

  #tell(): void {
    this.#scheduled = undefined
    for (const person of this.#changed)
      this.#streams.send('person', JSON.stringify(personSnapshot(person)))
    this.#changed.clear()
  }

  [Symbol.dispose](): void {
    if (this.#scheduled !== undefined) clearImmediate(this.#scheduled)
    for (const stop of [...this.#stops, ...this.#known.values()]) stop()
    this.#streams[Symbol.dispose]()
  }
}
