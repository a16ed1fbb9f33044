import Sqlite from 'better-sqlite3'
import { existsSync } from 'node:fs'

/**
 * Names the sends to Telegram that were on record when the product was killed, and whose outcome it will never hear. It records each one
 * before it makes it, so nothing else may be said twice. Killed again before it has looked, it still has the same ones. What was repeated
 * by then looks the same each time and is told apart by the kill.
 */
export function attemptsOnRecord(databasePath: string, kill: number): readonly string[] {
  // It may have been killed before it had one.
  if (!existsSync(databasePath)) return []
  const database = new Sqlite(databasePath, { readonly: true })
  try {
    if (!database.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'outbox'`).get()) return []
    const attempts = database.prepare<[], { readonly id: number; readonly unknowns: number }>(
      `SELECT outbox.id, unknowns FROM outbox JOIN lane ON lane.id = outbox.lane_id
       WHERE platform = 'telegram' AND in_flight = 1 AND purpose = 'send'`,
    )
    return attempts.all().map(({ id, unknowns }) => (unknowns === 0 ? `${id}` : `${id}, ${kill}`))
  } finally {
    database.close()
  }
}
