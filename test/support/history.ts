// What can be read off the platforms' servers after a storm: each person's chat, in its order, as the events that matter to the checker.

export type Command = 'next' | 'stop' | 'find'

/** The files that were sent together, and when. */
export interface SaidFiles {
  /** What they are, in their order. */
  readonly kinds: string
  readonly count: number
  readonly at: number
}

export type StormEvent =
  /** The person said something, their `number`th, which consists of `pieces` numbered pieces: its files, and then its words. */
  | {
      readonly kind: 'said'
      readonly number: number
      readonly pieces: number
      readonly text: string
      /** It replies to something that was shown before the room of that moment. */
      readonly isOldReply: boolean
      readonly files?: SaidFiles
    }
  | { readonly kind: 'did'; readonly command: Command }
  /** The bot showed pieces of a text of `author`'s. */
  | {
      readonly kind: 'words'
      readonly id: string
      readonly at: number
      readonly author: string
      readonly number: number
      readonly pieces: readonly number[]
      readonly text: string
      /** As what the files among the pieces are shown. */
      readonly kinds?: string
    }
  | {
      readonly kind: 'notice'
      readonly id: string
      readonly at: number
      readonly notice: string
      readonly partner: string | undefined
    }
  /** The bot showed something that nobody can make sense of. */
  | {
      readonly kind: 'strange'
      readonly id: string
      readonly at: number
      readonly text: string
    }

export interface PersonHistory {
  readonly name: string
  readonly platform: 'telegram' | 'discord'
  readonly events: readonly StormEvent[]
}

/** These begin and end what a person sees of a room. */
export const endings: ReadonlySet<string> = new Set([
  'you-left',
  'partner-left',
  'partner-gone',
  'room-expired',
])

/** What the author of a text that nobody heard is told. */
export const answers: ReadonlySet<string> = new Set([
  'nobody-listens',
  'still-waiting-said',
  'room-is-over',
  'reply-to-ended',
])

/** A room as one of the two sees it: from one pairing notice to the notice of its end. */
export interface Stay {
  readonly person: string
  readonly index: number
  readonly partner: string | undefined
  readonly begins: number
  /** Where the events tell of its end; infinite for one that still goes on. */
  readonly ends: number
}

export function staysOf({ name, events }: PersonHistory): readonly Stay[] {
  const stays: Stay[] = []
  for (const [at, event] of events.entries()) {
    if (event.kind !== 'notice') continue
    const open = stays.at(-1)
    if (event.notice === 'paired') {
      if (open?.ends === Infinity) stays[stays.length - 1] = { ...open, ends: at }
      stays.push({
        person: name,
        index: stays.length,
        partner: event.partner,
        begins: at,
        ends: Infinity,
      })
    } else if (endings.has(event.notice) && open?.ends === Infinity) {
      stays[stays.length - 1] = { ...open, ends: at }
    }
  }
  return stays
}
