// The WebSocket side: who is connected, with which session, and whether they have heard everything.
// https://docs.discord.com/developers/events/gateway

import type { Server } from 'node:http'
import { WebSocketServer } from 'ws'
import type { WebSocket } from 'ws'
import { FlushWaiters } from './flush-waiters.ts'
import { hears, privilegedIntents } from './gateway-event.ts'
import type { GatewayEvent } from './gateway-event.ts'
import { parseGatewayFrame } from './gateway-frame.ts'
import type { GatewayFrame } from './gateway-frame.ts'
import { GatewaySession } from './gateway-session.ts'

export interface GatewayOptions {
  readonly server: Server
  readonly token: string
  readonly now: () => number
  /** What READY says beside the session's own fields. */
  readonly ready: () => object
  readonly url: () => string
}

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway */
const op = { heartbeat: 1, invalidSession: 9, hello: 10, heartbeatAck: 11 } as const
const close = {
  decodeError: 4002,
  notAuthenticated: 4003,
  authenticationFailed: 4004,
  alreadyAuthenticated: 4005,
  invalidSeq: 4007,
  disallowedIntents: 4014,
}

const heartbeatIntervalMs = 41_250

export class Gateway {
  readonly #options: GatewayOptions
  readonly #sockets: WebSocketServer
  readonly #sessions = new Map<string, GatewaySession>()
  readonly #bySocket = new Map<WebSocket, GatewaySession>()
  readonly #waiters = new FlushWaiters()
  /** The one that identified or resumed last: a bot that was killed leaves older ones behind. */
  #current: GatewaySession | undefined
  #sessionCount = 0

  constructor(options: GatewayOptions) {
    this.#options = options
    this.#sockets = new WebSocketServer({ server: options.server })
    this.#sockets.on('connection', (socket) => this.#connected(socket))
  }

  dispatch(event: GatewayEvent, data: object): void {
    const json = JSON.stringify(data)
    for (const session of this.#sessions.values()) {
      if (!session.isAlive) this.#sessions.delete(session.id)
      else if (hears(session.intents, event)) session.dispatch(event, json)
    }
  }

  /** Ends every session; who is connected is told to identify afresh. */
  invalidate(): void {
    for (const session of this.#sessions.values()) {
      session.end()
      if (session.socket) this.#refuseSession(session.socket)
    }
    this.#sessions.clear()
    this.#bySocket.clear()
    this.#current = undefined
  }

  cut(): void {
    for (const socket of this.#sockets.clients) socket.terminate()
  }

  flushed(): Promise<void> {
    const done = this.#waiters.add(this.#current?.isAlive ? this.#current : undefined)
    this.#askForHeartbeat()
    return done
  }

  async close(): Promise<void> {
    this.#waiters.fail(new Error('The sandbox is closed.'))
    this.cut()
    await new Promise<void>((resolve) => this.#sockets.close(() => resolve()))
  }

  #connected(socket: WebSocket): void {
    socket.on('message', (data) =>
      this.#received(socket, parseGatewayFrame(Buffer.isBuffer(data) ? data.toString() : '')),
    )
    socket.on('close', (code) => {
      this.#bySocket.get(socket)?.detach(code)
      this.#bySocket.delete(socket)
    })
    socket.on('error', () => socket.terminate())
    send(socket, op.hello, { heartbeat_interval: heartbeatIntervalMs })
  }

  #received(socket: WebSocket, frame: GatewayFrame | undefined): void {
    if (frame === undefined) return socket.close(close.decodeError, 'Error while decoding payload.')
    switch (frame.kind) {
      case 'heartbeat':
        return this.#heartbeat(socket, frame.seq)
      case 'identify':
        return this.#identify(socket, frame)
      case 'resume':
        return this.#resume(socket, frame)
      case 'other':
        if (!this.#bySocket.has(socket)) socket.close(close.notAuthenticated, 'Not authenticated.')
    }
  }

  #heartbeat(socket: WebSocket, seq: number | null): void {
    send(socket, op.heartbeatAck, undefined)
    const session = this.#bySocket.get(socket)
    if (session === undefined || seq === null) return
    session.confirm(seq)
    if (session !== this.#current) return
    this.#waiters.heard(session, seq)
    this.#askForHeartbeat()
  }

  #identify(socket: WebSocket, frame: GatewayFrame & { readonly kind: 'identify' }): void {
    if (this.#bySocket.has(socket))
      return socket.close(close.alreadyAuthenticated, 'Already authenticated.')
    if (frame.token !== this.#options.token)
      return socket.close(close.authenticationFailed, 'Authentication failed.')
    if (frame.intents & privilegedIntents)
      return socket.close(close.disallowedIntents, 'Disallowed intent(s).')
    this.#sessionCount += 1
    const session = new GatewaySession(
      `sandbox-session-${this.#sessionCount}`,
      frame.intents,
      this.#options.now,
    )
    this.#sessions.set(session.id, session)
    this.#attach(session, socket)
    const ready = {
      ...this.#options.ready(),
      session_id: session.id,
      resume_gateway_url: this.#options.url(),
      shard: [0, 1],
    }
    session.dispatch('READY', JSON.stringify(ready))
    this.#takeOver(session)
  }

  #resume(socket: WebSocket, frame: GatewayFrame & { readonly kind: 'resume' }): void {
    if (this.#bySocket.has(socket))
      return socket.close(close.alreadyAuthenticated, 'Already authenticated.')
    if (frame.token !== this.#options.token)
      return socket.close(close.authenticationFailed, 'Authentication failed.')
    const session = this.#sessions.get(frame.sessionId)
    if (!session?.isAlive || !session.canReplay(frame.seq)) return this.#refuseSession(socket)
    if (frame.seq > session.seq) return socket.close(close.invalidSeq, 'Invalid seq.')
    // The server may not have noticed yet that the former socket is gone.
    if (session.socket) {
      this.#bySocket.delete(session.socket)
      session.socket.terminate()
    }
    this.#attach(session, socket)
    session.replay(frame.seq)
    session.dispatch('RESUMED', '{}')
    this.#takeOver(session)
  }

  #attach(session: GatewaySession, socket: WebSocket): void {
    session.attach(socket)
    this.#bySocket.set(socket, session)
  }

  #takeOver(session: GatewaySession): void {
    this.#current = session
    this.#waiters.moveTo(session)
    this.#askForHeartbeat()
  }

  #refuseSession(socket: WebSocket): void {
    this.#bySocket.delete(socket)
    send(socket, op.invalidSession, false)
  }

  /** A client answers a heartbeat request at once, with the last seq it has taken in. */
  #askForHeartbeat(): void {
    const socket = this.#current?.socket
    if (socket && this.#waiters.size > 0) send(socket, op.heartbeat, null)
  }
}

function send(socket: WebSocket, opcode: number, data: unknown): void {
  if (socket.readyState === socket.OPEN)
    socket.send(JSON.stringify({ op: opcode, d: data, s: null, t: null }))
}
