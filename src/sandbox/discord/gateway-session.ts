import { WebSocket } from 'ws'

interface SentEvent {
  readonly seq: number
  readonly frame: string
}

/** How long a session outlives its socket. Discord says "a few minutes", bots tell of less than one. */
const resumableMs = 60_000

/** One session: numbers its events and keeps those that the client has not confirmed. */
export class GatewaySession {
  readonly id: string
  readonly intents: number
  readonly #now: () => number
  readonly #kept: SentEvent[] = []
  #seq = 0
  #socket: WebSocket | undefined
  #lostAt: number | undefined
  #isDead = false

  constructor(id: string, intents: number, now: () => number) {
    this.id = id
    this.intents = intents
    this.#now = now
  }

  get seq(): number {
    return this.#seq
  }

  get socket(): WebSocket | undefined {
    return this.#socket
  }

  get isAlive(): boolean {
    return !this.#isDead && (this.#lostAt === undefined || this.#now() - this.#lostAt < resumableMs)
  }

  attach(socket: WebSocket): void {
    this.#socket = socket
    this.#lostAt = undefined
  }

  /** A client that says goodbye with 1000 or 1001 ends its session: https://docs.discord.com/developers/events/gateway#disconnecting */
  detach(code: number): void {
    this.#socket = undefined
    this.#lostAt = this.#now()
    if (code === 1000 || code === 1001) this.end()
  }

  end(): void {
    this.#isDead = true
    this.#kept.length = 0
  }

  /** `json` is the event's data, written once for all sessions. */
  dispatch(event: string, json: string): void {
    this.#seq += 1
    const frame = `{"op":0,"s":${this.#seq},"t":"${event}","d":${json}}`
    this.#kept.push({ seq: this.#seq, frame })
    this.#write(frame)
  }

  /** The client has everything up to `seq`. */
  confirm(seq: number): void {
    const first = this.#kept[0]
    if (first !== undefined) this.#kept.splice(0, seq - first.seq + 1)
  }

  /** Whether all that came after `seq` is still kept. */
  canReplay(seq: number): boolean {
    return seq >= this.#seq - this.#kept.length
  }

  /** Sends again what came after `seq`. */
  replay(seq: number): void {
    for (const event of this.#kept) if (event.seq > seq) this.#write(event.frame)
  }

  #write(frame: string): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(frame)
  }
}
