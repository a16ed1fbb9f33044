import type { Database } from './database.ts'
import type { Parts } from './parts.ts'
import type { Write } from './write.ts'

/** So many messages make an album at most, on both platforms: https://core.telegram.org/bots/api#sendmediagroup */
const mostItems = 10

/** One more message of an album, inside the caller's transaction. Says whether the album can grow. */
export function gather(
  parts: Parts,
  { randomId }: Pick<Database, 'randomId'>,
  write: Extract<Write, { kind: 'gather' }>,
  now: number,
): 'open' | 'full' {
  const { room, to, author, platform, album, media, caption, original, replyTo, words } = write
  const before = parts.gathered
    .ofRoom(room)
    .find((gathering) => gathering.author === author && gathering.album === album)
  const message = before?.message ?? randomId()
  const number = (before?.items.at(-1)?.number ?? 0) + 1
  parts.gathered.add(
    { message, number, room, author, to },
    { album, media, caption, replyTo: before ? before.replyTo : replyTo },
    now,
  )
  const place = { message, part: number - 1, holder: author, platform, room, files: [] }
  parts.copies.add({ ...place, original: true, words }, original, now)
  parts.rooms.noteWord(room, now)
  parts.ledger.count(`message-${platform}`, now)
  return number < mostItems ? 'open' : 'full'
}
