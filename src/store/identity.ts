import type { UserId } from '../core/room.ts'
import { must } from '../lib/must.ts'
import type { Database } from './database.ts'

/** Reads by which keyed hash a user is recognised, in hexadecimal digits: what stands for them in hashes that outlive their row. */
export function identityReader({ query, prepare }: Database): (user: UserId) => string {
  const find = prepare((a: { user: number }) =>
    query.selectFrom('user').select('identity').where('id', '=', a.user).compile(),
  )
  return (user) => must(find.get({ user }), 'who is paired is a user').identity.toString('hex')
}
