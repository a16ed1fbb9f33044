export interface FileName {
  readonly filename: string
  /** What the name was, without its ending, where it is another one now. */
  readonly title?: string
}

/**
 * Letters, digits, dots, dashes and underscores stay. https://docs.discord.com/developers/resources/message#attachment-object
 * What the rest was, the title tells: https://github.com/discord/discord-api-docs/pull/6945
 */
export function fileNameOf(given: string): FileName {
  const name = given.replace(/^.*[/\\]/s, '')
  const [, stem = '', ending = ''] = /^(.*?)(\.[A-Za-z0-9]+)?$/s.exec(name) ?? []
  const plain = stem
    .normalize('NFKD')
    .replaceAll(/\s+/g, '_')
    .replaceAll(/[^A-Za-z0-9._-]/g, '')
    .replace(/^\.+/, '')
  if (plain === stem && stem !== '') return { filename: name }
  return { filename: `${plain || 'unknown'}${ending}`, ...(stem && { title: stem }) }
}
