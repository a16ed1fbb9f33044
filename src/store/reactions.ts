import type { MessageId, UserId } from '../core/room.ts'
import type { Database } from './database.ts'

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
    of(message: MessageId, part: number, holder: UserId): readonly string[] {
      const row = get.get({ message, part, holder })
      // What `set` wrote, unchanged: its seal says so.
      return row ? (JSON.parse(keyring.open(row.emoji)) as string[]) : []
    },
    set(
      at: { readonly message: MessageId; readonly part: number; readonly holder: UserId },
      emoji: readonly string[],
    ): void {
      if (emoji.length === 0) forget.run(at)
      else set.run({ ...at, emoji: keyring.seal(JSON.stringify(emoji)) })
    },
  }
}
