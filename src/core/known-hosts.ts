// Hosts that people are found on, as patterns for a folded text.

const hosts = [
  'telegram{dot}(?:me|org|dog)',
  't{dot}me',
  'wa{dot}me',
  'm{dot}me(?=\\s?/)',
  'discord{dot}(?:gg|com|me(?=\\s?/))',
  '(?:dsc|dis){dot}gg',
  '(?:discordapp|instagram|facebook|fb|snapchat|tiktok|youtube|twitter|vk|x|onlyfans){dot}com',
  'youtu{dot}be',
  'linktr{dot}ee',
]

const withDots = (all: readonly string[], dot: string): string =>
  `(?:${all.join('|').replaceAll('{dot}', dot)})`

/** With or without gaps where the dot is: nobody writes them by chance. */
export const knownHost = withDots(hosts, String.raw`\s{0,2}\.\s{0,2}`)

/** What reads as a dot where a path tells that it is one, as in "t,me/name". A comma with a gap behind it alone is a comma. */
const signs = String.raw`[.。,;*_'’|~\-]`
const disguisedDot = String.raw`(?:${signs}|\s{1,2}${signs}\s{1,2}|\s?[\[({<]\s?[.。,]\s?[\])}>]\s?|\s?(?:dot|точка|punto|نقطة)\s?)`

/** Of the hosts, in the letters of their neighbours too, where a path stands behind. */
export const disguisedHost = withDots([...hosts, 'т{dot}ме'], disguisedDot)
