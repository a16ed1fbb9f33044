// What people are found by elsewhere, as it reads in a folded text: links, addresses, names and numbers, also as people disguise them.

/** An ASCII letter among its last letters makes a domain of any word with a dot in it: there are more than a thousand ends. */
const end = String.raw`(?:(?=\p{L}*[a-z])\p{L}{2,}|xn--[a-z\d-]+|рф|рус|укр|бел|орг|ком|сом|сайт|онлайн|москва|дети|中国|公司|网络|香港|台湾|भारत|سوريا|مصر|السعودية|امارات|شبكة|موقع)(?![\p{L}\p{N}])`
const label = String.raw`[\p{L}\p{N}][\p{L}\p{N}_-]*`
/** What comes behind a domain: a port, a path, a query. */
const behind = String.raw`(?:[\/:?#]\S*)?`
const spacedPath = String.raw`(?:\s?\/\s?\S+)*`
const startOfLabel = String.raw`(?<![\p{L}\p{N}])`
const startOfWord = String.raw`(?<![\p{L}\p{N}'’])`
const endOfWord = String.raw`(?![\p{L}\p{N}])`

/** "name dot com": ends that are no words themselves. */
const dotWord = String.raw`(?:dot|точка|punto|نقطة)`
const frankEnds = `(?:com|net|org|gg|io|ru|xyz|tv|info|app|dev|ком|ру|рф)`
const bracketedDot = String.raw`\s?[\[({<]\s?(?:\.|${dotWord})\s?[\])}>]\s?`
const spokenDomain = String.raw`${label}(?:${bracketedDot}(?:${end})|(?:\s${dotWord}\s|\s\.\s?|\.\s(?=\S+\s?\/\s?\S))${frankEnds}|\s(?:dot\s|\.\s?)me)${endOfWord}`

/** With or without gaps where the dot is: nobody writes them by chance. */
const knownHosts = [
  'telegram{dot}(?:me|org|dog)',
  't{dot}me',
  'wa{dot}me',
  'm{dot}me(?=\\s?/)',
  'discord{dot}(?:gg|com|me(?=\\s?/))',
  '(?:dsc|dis){dot}gg',
  '(?:discordapp|instagram|facebook|fb|snapchat|tiktok|youtube|twitter|vk|x|onlyfans){dot}com',
  'youtu{dot}be',
  'linktr{dot}ee',
].join('|')

/** Who says where they are found says by which name, sign or no sign. */
const services = String.raw`(?:telegram|tg|discord|insta|instagram|ig|snap|snapchat|whatsapp|viber|skype|kik|wechat|twitter|vk|телеграмм?|тг|вк|инста|инстаграмм?|дискорд|вотсап|واتساب|تلغرام|تيليجرام|تليجرام|انستا|انستغرام|ديسكورد|سناب)`

const nameSigns = String.raw`\p{L}\p{N}._%+\-`
const digit = String.raw`[\p{Nd}\p{No}]`

const find = (pattern: string): RegExp => new RegExp(pattern, 'gu')

/** Looked for in this order, each in what the one before has left. */
export const traces: readonly RegExp[] = [
  // Links with a scheme, whatever it is.
  find(String.raw`(?<![\p{L}\p{N}+.-])[\p{L}\p{N}+.-]*\s?:\s?\/\s?\/\s*\S*`),
  find(String.raw`${startOfWord}(?:mailto|tel|sms|steam|magnet|javascript):\S+`),
  find(String.raw`${startOfWord}${services}\s?[:=]\s?\S+`),
  find(String.raw`${startOfWord}www\d?\s?\.\s?\S*`),
  // Mail addresses, plain and disguised.
  find(
    String.raw`(?<![${nameSigns}])[${nameSigns}]+(?:\s?(?:@|[\[({<]\s?(?:@|at|собака|arroba)\s?[\])}>])\s?|\s(?:at|собака|arroba)\s)(?:(?:${label}\.)+${end}|${spokenDomain})`,
  ),
  // Hosts that people are found on.
  find(
    `${startOfWord}(?:${knownHosts.replaceAll('{dot}', String.raw`\s{0,2}\.\s{0,2}`)})${endOfWord}(?:${behind}${spacedPath})`,
  ),
  find(String.raw`${startOfWord}(?:t|wa|discord|dsc|telegram)\s(?:me|gg)\s?\/\s?\S+`),
  // Any other domain, and addresses of machines.
  find(`${startOfLabel}(?:${label}\\.)+${end}${behind}`),
  find(String.raw`(?<![a-z\d])[a-z\d][a-z\d_-]*(?:[.。][a-z\d_-]+)*[.。][a-z]{2,}${behind}`),
  find(`${startOfLabel}${spokenDomain}${behind}${spacedPath}`),
  find(String.raw`\p{Nd}{1,3}(?:\.\p{Nd}{1,3}){3}${behind}`),
  // Names with their sign, or the sign alone.
  find(String.raw`(?<![${nameSigns}])[${nameSigns}]*@[@\s]{0,2}[${nameSigns}]*`),
  find(String.raw`(?<![\p{L}\p{N}_.-])[\p{L}\p{N}_.-]*\s?#\s?\p{Nd}{4}(?!\p{Nd})`),
  // Telephone numbers, and the long numbers by which platforms know people.
  find(String.raw`[+(]*${digit}(?:(?:,|[\s\p{Pd}()\[\].\/\\_*~|+:'"]{0,3})${digit}){6,}`),
]
