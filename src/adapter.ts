import type { Address } from './core/address.ts'
import type { Delivery, Receipt } from './core/action.ts'
import type { Capabilities } from './core/capabilities.ts'
import type { Inbound } from './core/inbound.ts'
import type { PreparedFile, SourceFile } from './core/media.ts'
import type { Platform } from './core/platform.ts'

/** How a platform is doing, as the dashboard and /healthz tell it. */
export type AdapterState = 'starting' | 'connected' | 'reconnecting' | 'halted'

/** A chat that may hold messages we have not heard: read it from `after` (a position once given with an Inbound) on. */
export interface OpenChat {
  readonly address: Address
  readonly after: string | undefined
}

/** What the product gives an adapter. */
export interface AdapterHost {
  /**
   * Takes in what the platform told, in order. Resolves after it is committed: only then may the adapter confirm it to the
   * platform. Rejects when the database failed: nothing was taken in, and the adapter offers the same again after a back-off.
   */
  receive(batch: readonly Inbound[]): Promise<void>
  /** The chats to catch up on after we were away: of everybody who waits, or whose room is open or has ended a moment ago. */
  openChats(): Promise<readonly OpenChat[]>
  /** Called at every change of state. `halted` comes with one sentence that says why and what to do; it ends the process with that sentence. */
  report(state: AdapterState, problem?: string): void
}

/** The bytes of a file as its platform serves them: unchecked, and possibly without end. */
export interface FileStream {
  /** What the platform says; it may be wrong. */
  readonly size: number | undefined
  /** Leaving the loop over them ends the transfer. */
  readonly chunks: AsyncIterable<Uint8Array>
}

/** One platform. It translates both ways and keeps nothing: it never retries, never waits for a rate limit, never decides. */
export interface Adapter extends AsyncDisposable {
  readonly platform: Platform
  readonly capabilities: Capabilities
  /** The bot's own id, read from the token without asking anybody: the database is stamped with it. */
  readonly botId: string

  /**
   * Called once. Resolves when the platform has accepted the token and updates flow, or when the platform cannot be reached (the adapter
   * goes on trying and reports `reconnecting`). Rejects with a StartError when the platform refuses: a wrong token, a second poller.
   * From then on every update goes to `host.receive`, each chat's in the order of the platform. Taps are acknowledged at once.
   */
  start(host: AdapterHost): Promise<void>

  /**
   * One request, one attempt. Called at most once at a time per address. Fails with a DeliveryError and nothing else. `files` are those
   * of the action, in its order, but for the ones that go by reference; they are valid until the promise settles.
   */
  perform(delivery: Delivery, files: readonly PreparedFile[], signal: AbortSignal): Promise<Receipt>

  /**
   * Begins to read a file of this platform: for src/media alone, which checks, counts and gives up. Asks for a fresh address where the
   * one that it knows has expired. Only from the platform's own hosts, and never where a redirect leads. Fails with a DeliveryError:
   * `rejected` where the file is gone or the platform does not hand it out.
   */
  open(file: SourceFile, signal: AbortSignal): Promise<FileStream>

  /**
   * Whether a `send` whose outcome is unknown has arrived: looks in the recipient's chat for what was posted since `sinceMs` with its key.
   * Only called where capabilities say `repeat-by-key`. `undefined` means that it surely did not arrive. Fails like `perform`.
   */
  find(delivery: Delivery, sinceMs: number, signal: AbortSignal): Promise<Receipt | undefined>

  /** Best effort, never fails, never waits. */
  showTyping(to: Address): void

  /** Stops taking updates, lets what is being received be committed, confirms it, closes connections. */
  [Symbol.asyncDispose](): Promise<void>
}

/** The platform refuses to work with this configuration; `message` is one sentence that says what to do. */
export class StartError extends Error {
  override readonly name = 'StartError'
}
