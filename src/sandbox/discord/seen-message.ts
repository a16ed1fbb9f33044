import type { SeenButton, SeenMessage } from '../person.ts'
import { seenReactions } from './reactions.ts'
import type { Reaction } from './reactions.ts'
import type { WireButton, WireMessage } from './wire-message.ts'

/** What the person's app shows of a message. */
export function seenMessage(
  wire: WireMessage,
  kind: string,
  reactions: readonly Reaction[],
  botId: string,
): SeenMessage {
  return {
    id: wire.id,
    from: wire.author.id === botId ? 'bot' : 'person',
    at: Date.parse(wire.timestamp),
    text: kind === 'text' ? wire.content : '',
    entities: [],
    kind,
    buttons: wire.components.map((row) => row.components.map(seenButton)),
    replyTo: wire.message_reference?.type === 0 ? wire.message_reference.message_id : undefined,
    edited: wire.edited_timestamp !== null,
    reactions: seenReactions(reactions),
  }
}

function seenButton(button: WireButton): SeenButton {
  return { label: button.label ?? '', data: button.custom_id ?? button.url ?? '' }
}
