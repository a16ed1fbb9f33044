import type { MessageId, UserId } from '../core/room.ts'
import type { KnownMessage } from '../core/situation.ts'
import type { Database } from './database.ts'

/** What is not shown is stored as such. */
type Stored = readonly string[] | { readonly hidden: readonly string[] }

export type Reactions = ReturnType<typeof createReactions>

/** What people have put under messages of open rooms, sealed: the newest last. A row goes with the copy that it stands under. */
export function createReactions({ query, prepare, keyring }: Database) {
  const get = prepare((a: { message: number; part: number; holder: number }) =>
    query
      .selectFrom('reaction')
      .select('emoji')
      .where('message_id', '=', a.message)
      .where('part', '=', a.part)
      .where('holder', '=', a.holder)
      .compile(),
  )
  const set = prepare((a: { message: number; part: number; holder: number; emoji: Buffer }) =>
    query
      .insertInto('reaction')
      .values({
        message_id: a.message,
        part: a.part,
        holder: a.holder,
        emoji: a.emoji,
      })
      .onConflict((clash) => clash.doUpdateSet({ emoji: a.emoji }))
      .compile(),
  )
  const forget = prepare((a: { message: number; part: number; holder: number }) =>
    query
      .deleteFrom('reaction')
      .where('message_id', '=', a.message)
      .where('part', '=', a.part)
      .where('holder', '=', a.holder)
      .compile(),
  )

  return {
    of(
      message: MessageId,
      part: number,
      holder: UserId,
    ): Pick<KnownMessage, 'reactions' | 'shown'> {
      const row = get.get({ message, part, holder })
      // What `set` wrote, unchanged: its seal says so.
      const stored = row ? (JSON.parse(keyring.open(row.emoji)) as Stored) : []
      return 'hidden' in stored
        ? { reactions: stored.hidden, shown: [] }
        : { reactions: stored, shown: stored }
    },
    set(
      at: { readonly message: MessageId; readonly part: number; readonly holder: UserId },
      emoji: readonly string[],
      isShown: boolean,
    ): void {
      if (emoji.length === 0) {
        forget.run(at)
        return
      }
      const stored: Stored = isShown ? emoji : { hidden: emoji }
      set.run({ ...at, emoji: keyring.seal(JSON.stringify(stored)) })
    },
  }
}
