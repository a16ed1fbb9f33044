import type { Platform } from '../core/platform.ts'
import type { Database } from './database.ts'
import { StoreError } from './store-error.ts'

const names: Readonly<Record<Platform, string>> = { telegram: 'Telegram', discord: 'Discord' }
const variables: Readonly<Record<Platform, string>> = {
  telegram: 'TELEGRAM_TOKEN',
  discord: 'DISCORD_TOKEN',
}

/**
 * Ties the database to its keys and its bots, and refuses it to others: with other keys nobody in it would be known again, and with
 * another bot its people cannot be reached.
 */
export function stamp(
  { sqlite, query, prepare, keyring }: Database,
  bots: readonly { readonly platform: Platform; readonly id: string }[],
): void {
  const read = prepare((a: { name: string }) =>
    query.selectFrom('meta').select('value').where('name', '=', a.name).compile(),
  )
  const write = prepare((a: { name: string; value: Buffer }) =>
    query
      .insertInto('meta')
      .values({ name: a.name, value: a.value })
      .onConflict((clash) => clash.column('name').doUpdateSet({ value: a.value }))
      .compile(),
  )
  const keys = keyring.hash('bot', 'keys')
  const found = read.get({ name: 'keys' })?.value
  if (found && !found.equals(keys)) {
    throw new StoreError(
      'The database was written with other identity keys. Point IDENTITY_KEYS_FILE to its own key file, or restore that from your backup.',
    )
  }
  for (const bot of bots) {
    const id = read.get({ name: bot.platform })?.value
    if (id && !id.equals(keyring.hash('bot', `${bot.platform} ${bot.id}`))) {
      throw new StoreError(
        `The database belongs to another ${names[bot.platform]} bot. Set the ${variables[bot.platform]} of that bot, or give this one another DATABASE_URL.`,
      )
    }
  }
  const save = sqlite.transaction(() => {
    write.run({ name: 'keys', value: keys })
    for (const bot of bots) {
      write.run({ name: bot.platform, value: keyring.hash('bot', `${bot.platform} ${bot.id}`) })
    }
  })
  save.immediate()
}
