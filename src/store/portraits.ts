import type { UserId } from '../core/room.ts'
import { emptyPortrait, type Portrait } from '../core/settings.ts'
import type { Database } from './database.ts'

export type Portraits = ReturnType<typeof createPortraits>

/** What people tell of themselves, sealed as a whole. Who tells nothing, not by their app either, has no row. */
export function createPortraits({ query, prepare, keyring }: Database) {
  const find = prepare((a: { user: number }) =>
    query.selectFrom('portrait').select('body').where('user_id', '=', a.user).compile(),
  )
  const set = prepare((a: { user: number; body: Buffer }) =>
    query
      .insertInto('portrait')
      .values({ user_id: a.user, body: a.body })
      .onConflict((clash) => clash.doUpdateSet({ body: a.body }))
      .compile(),
  )
  return {
    of(user: UserId): Portrait {
      const row = find.get({ user })
      // Written by `set` alone.
      return row ? (JSON.parse(keyring.open(row.body)) as Portrait) : emptyPortrait
    },
    set(user: UserId, portrait: Portrait): void {
      set.run({ user, body: keyring.seal(JSON.stringify(portrait)) })
    },
  }
}
