import type { Settings } from '../core/settings.ts'
import type { Schema } from './schema.ts'
import type { Selectable } from 'kysely'

/** How a user wants to chat, as it stands in their row. */
export const settingsColumns = [
  'media_wish',
  'platform_wish',
  'protects',
  'mutes_reactions',
  'mutes_typing',
] as const

export function asSettings(
  row: Pick<Selectable<Schema['user']>, (typeof settingsColumns)[number]>,
): Settings {
  return {
    mediaWish: row.media_wish,
    platformWish: row.platform_wish,
    protects: row.protects === 1,
    mutesReactions: row.mutes_reactions === 1,
    mutesTyping: row.mutes_typing === 1,
  }
}
