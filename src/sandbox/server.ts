import type { SandboxPerson } from './person.ts'

/** What happens to a request instead of a plain answer. */
export type Fault =
  /** 429 as the platform phrases it. */
  | {
      readonly kind: 'rate-limited'
      readonly retryAfterMs: number
      readonly scope: 'lane' | 'platform'
    }
  /** A definite refusal of this request. */
  | { readonly kind: 'rejected' }
  | { readonly kind: 'server-error' }
  /** The token is not accepted any more. */
  | { readonly kind: 'unauthorized' }
  /** Not the platform at all: an HTML page with status 200 or 403. */
  | { readonly kind: 'html' }
  /** The connection is cut before the request is carried out. */
  | { readonly kind: 'cut-before' }
  /** The request is carried out, then the connection is cut without an answer. */
  | { readonly kind: 'cut-after' }
  /** Carried out or not, it is never answered. */
  | { readonly kind: 'hang'; readonly carriedOut: boolean }
  /** A file alone: comes so slowly. */
  | { readonly kind: 'trickle'; readonly bytesPerSecond: number }
  /** A file alone: more or less comes than the header says, or than the platform said before. */
  | { readonly kind: 'wrong-length'; readonly says: number }
  /** A file alone: it ends in the middle. */
  | { readonly kind: 'truncated' }
  /** A file alone: another address, which is not to be followed. */
  | { readonly kind: 'redirect'; readonly to: string }
  /** A Telegram album alone: so many of its messages are sent, then the request fails. */
  | { readonly kind: 'partial-album'; readonly sent: number }

export interface FaultRule {
  /** Telegram's method or Discord's route kind, such as `sendMessage` or `POST message`, `GET file` for a file's bytes on both; every sending request when left out. */
  readonly method?: string
  /** Only requests to this person's chat. */
  readonly person?: SandboxPerson
  /** How many requests it hits, 1 unless given. */
  readonly times?: number
  readonly fault: Fault
}

/** One request of the bot, as the server saw it. */
export interface RecordedRequest {
  readonly method: string
  /** The id of the person whose chat it addresses. */
  readonly person: string | undefined
  /** The parsed body. */
  readonly body: unknown
  readonly status: number | undefined
  readonly carriedOut: boolean
}

/** A platform on loopback. Its state lives as long as the object, across any number of bots that connect to it. */
export interface SandboxServer extends AsyncDisposable {
  readonly platform: 'telegram' | 'discord'
  /** What TELEGRAM_API_ROOT or DISCORD_API_ROOT takes. */
  readonly apiRoot: string
  readonly token: string
  readonly people: readonly SandboxPerson[]
  readonly requests: readonly RecordedRequest[]
  addPerson(profile?: { readonly name?: string; readonly username?: string }): SandboxPerson
  inject(rule: FaultRule): void
  clearFaults(): void
  /** Answers take this long, in real milliseconds, drawn for each request. */
  setLatency(drawMs: () => number): void
  /** Closes every open connection of the bot, gateway included, as a network fault does. */
  cutConnections(): void
  /** Resolves when a connected bot has been handed everything that people did so far (Telegram: confirmed by offset; Discord: processed by the gateway client). */
  flushed(): Promise<void>
  /** Called after every change in any chat, and when people are added. */
  onChange(listener: () => void): () => void
}

export interface SandboxOptions {
  /** 0 takes a free port. */
  readonly port?: number
  readonly now: () => number
}
