/** https://docs.discord.com/developers/reference#locales */
const documented =
  'id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko'

/** Those in which a command can be described. */
export const commandLanguages: ReadonlySet<string> = new Set(documented.split(' '))

/** Those that somebody's app can be set to are two more: https://github.com/discord/discord-api-spec, AvailableLocalesEnum. */
export const appLanguages: ReadonlySet<string> = new Set([...commandLanguages, 'ar', 'he'])
