import type { Database } from './database.ts'
import type { Parts } from './parts.ts'
import type { Write } from './write.ts'

/** What somebody says goes into their partner's lane, and where they said it is remembered, inside the caller's transaction. */
export function say(
  parts: Parts,
  { randomId }: Pick<Database, 'randomId'>,
  { to, laid, message }: Extract<Write, { kind: 'say' }>,
  now: number,
): void {
  const { room, author, platform, origin } = message
  const id = origin.kind === 'album' ? origin.message : randomId()
  for (const { part, action } of laid) {
    parts.outbox.add(to, action, { author, room, message: id, part, purpose: 'send' }, now)
  }
  if (origin.kind === 'album') {
    parts.gathered.finish(id)
    return
  }
  const { ref, words } = origin
  const place = { message: id, part: 0, holder: author, platform, room, files: [] }
  parts.copies.add({ ...place, original: true, words }, ref, now)
  parts.rooms.noteWord(room, now)
  parts.ledger.count(`message-${platform}`, now)
}
