// Discord's own notations that name people, places and files by id become plain words, so that no id reaches a partner.

/** What stands at one place of a text, and how much of the source it took. */
export interface Reading {
  readonly length: number
  readonly text: string
}

type Reader = readonly [pattern: RegExp, words: (match: RegExpExecArray) => string | undefined]

/** https://docs.discord.com/developers/reference#message-formatting */
const notations: readonly Reader[] = [
  [/<@!?\d+>/y, () => '@someone'],
  [/<@&\d+>/y, () => '@role'],
  [/<#\d+>/y, () => '#channel'],
  [/<\/([^<>:\n]+):\d+>/y, (match) => `/${match[1]}`],
  [/<a?:(\w+):\d+>/y, (match) => `:${match[1]}:`],
  [/<t:(-?\d{1,13})(?::[a-zA-Z])?>/y, (match) => moment(Number(match[1]))],
  [/<id:([\w-]+)(?::\d+)?>/y, (match) => `#${match[1]}`],
  [/<sound:\d+:\d+>/y, () => '(a sound)'],
]

/** Undefined where the text merely has a `<`. */
export function readNotation(source: string, at: number): Reading | undefined {
  for (const [pattern, words] of notations) {
    pattern.lastIndex = at
    const match = pattern.exec(source)
    const text = match === null ? undefined : words(match)
    if (match !== null && text !== undefined) return { length: match[0].length, text }
  }
  return undefined
}

/** Readable in every time zone alike. */
function moment(seconds: number): string | undefined {
  const date = new Date(seconds * 1000)
  if (Number.isNaN(date.getTime())) return undefined
  return `${date.toISOString().slice(0, -8).replace('T', ' ')} UTC`
}

const discordSite =
  /^https?:\/\/(?:[\w-]+\.)*discord(?:app)?\.com\/(channels|users|invite)(?:\/|$)/i
const discordFiles = /^https?:\/\/(?:[\w-]+\.)*(?:discordapp\.(?:com|net)|discord\.media)\//i

/** What to say instead of an address that holds ids; undefined for every other address. */
export function wordsForAddress(url: string): string | undefined {
  const place = discordSite.exec(url)?.[1]?.toLowerCase()
  if (place === 'channels') {
    return /\/channels\/[^/]+\/\d+\/\d+/i.test(url)
      ? '(link to a Discord message)'
      : '(link to a Discord channel)'
  }
  if (place === 'users') return '(link to a Discord profile)'
  return place === undefined && discordFiles.test(url) ? '(link to a Discord file)' : undefined
}

/** What looks like a real id (https://docs.discord.com/developers/reference#snowflakes) and not like a short example of one. */
const realNotation = /<(?:@[!&]?|#|a?:\w+:|\/[^<>:\n]+:|id:[\w-]+:|sound:\d+:)\d{15,}>/gy

/** The notation at this place, if it holds a real id: even where it is shown as it was typed, the id is not passed on. */
export function readRealNotation(source: string, at: number): Reading | undefined {
  realNotation.lastIndex = at
  return realNotation.test(source) ? readNotation(source, at) : undefined
}

/** For code, where Discord shows notations and addresses as they were typed. */
export function withoutIds(code: string): string {
  return code
    .replace(/<[^<>\n]{15,}>/g, (found) => readRealNotation(found, 0)?.text ?? found)
    .replace(/https?:\/\/[^\s<>]+/gi, (found) => wordsForAddress(found) ?? found)
}
