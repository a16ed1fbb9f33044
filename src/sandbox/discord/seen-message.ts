import type { SeenButton, SeenMessage } from '../person.ts'
import type { FileStore } from './file-store.ts'
import { seenReactions } from './reactions.ts'
import type { Reaction } from './reactions.ts'
import { seenFiles } from './seen-files.ts'
import type { WireButton, WireMessage } from './wire-message.ts'

export interface Showing {
  readonly wire: WireMessage
  /** `text` for what is told by its files. */
  readonly kind: string
  readonly reactions: readonly Reaction[]
  readonly botId: string
  readonly files: FileStore
}

/** What the person's app shows of a message. */
export function seenMessage({ wire, kind, reactions, botId, files }: Showing): SeenMessage {
  const shown = seenFiles(wire, files)
  return {
    id: wire.id,
    from: wire.author.id === botId ? 'bot' : 'person',
    at: Date.parse(wire.timestamp),
    text: wire.content,
    entities: [],
    kind: kind === 'text' ? (shown[0]?.kind ?? 'text') : kind,
    files: shown,
    place: undefined,
    album: undefined,
    buttons: wire.components.map((row) => row.components.map(seenButton)),
    replyTo: wire.message_reference?.type === 0 ? wire.message_reference.message_id : undefined,
    edited: wire.edited_timestamp !== null,
    reactions: seenReactions(reactions),
  }
}

function seenButton(button: WireButton): SeenButton {
  return { label: button.label ?? '', data: button.custom_id ?? button.url ?? '' }
}
