import type { Adapter } from '../../../src/adapter.ts'
import type { Clock } from '../../../src/clock.ts'
import type { CommandDescription } from '../../../src/core/command.ts'
import type { Content, RefusedKind } from '../../../src/core/content.ts'
import type { Platform } from '../../../src/core/platform.ts'
import type { Log } from '../../../src/log.ts'
import type { SandboxPerson } from '../../../src/sandbox/person.ts'
import type { SandboxOptions, SandboxServer } from '../../../src/sandbox/server.ts'
import type { SentSample, ShownSample } from './files.ts'

export interface ContractAdapterOptions {
  readonly token: string
  readonly apiRoot: string
  readonly clock: Clock
  readonly log: Log
  readonly commands: readonly CommandDescription[]
  readonly requestTimeoutMs: number
}

/** What the suite has to be told of a platform: how it is made, and the facts in which platforms differ. */
export interface ContractSetup {
  readonly platform: Platform
  createSandbox(options: SandboxOptions): Promise<SandboxServer>
  createAdapter(options: ContractAdapterOptions): Adapter
  /** Has the shape of a token and opens nothing. */
  readonly wrongToken: string
  /** The requests of the bot, as the sandbox names them. */
  readonly methods: {
    readonly send: string
    readonly edit: string
    readonly delete: string
    readonly react: string
    readonly writeMenu: string
  }
  /** What a person's app can send besides text, and how it is refused. */
  readonly refused: Readonly<Record<string, RefusedKind>>
  readonly files: {
    /** Of which its people send each. */
    readonly sent: readonly SentSample[]
    /** As which its people are shown each. */
    readonly shown: readonly ShownSample[]
    /** What people send that is neither a file of theirs nor refused. */
    readonly saidOtherwise: readonly {
      readonly sent: string
      readonly content: { readonly kind: Content['kind']; readonly [fact: string]: unknown }
    }[]
    /** The names of requests that send files. */
    readonly sending: RegExp
  }
  /** Whether several files come as several messages of one group. */
  readonly hasAlbums: boolean
  /** Whether it says that a person types, and that they block and unblock the bot. */
  readonly tells: { readonly typing: boolean; readonly blocking: boolean }
  /** Whether it forgets what was told once, so that events have a position from which history is read. */
  readonly hasPositions: boolean
  /** Its 429 asks to wait a multiple of this, and says (or not) that the whole bot has to. */
  readonly waits: { readonly grainMs: number; readonly tellsPlatformFromLane: boolean }
  /** How a person becomes unreachable. */
  readonly departures: Readonly<Record<string, (person: SandboxPerson) => void>>
}
