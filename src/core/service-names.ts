// How people name the services on which they are found, and the name that they have there. Patterns for a folded text whose capitals are kept.

const startOfWord = String.raw`(?<![\p{L}\p{N}'’])`
const endOfWord = String.raw`(?![\p{L}\p{N}_])`

/** A colon behind one of them is enough. */
const messengers = String.raw`(?:telegram|telega|tg|discord|insta|instagram|ig|snap|snapchat|whats?app|wasap|viber|skype|kik|wechat|twitter|vk|facebook|fb|tik\s?tok|телеграмм?[еа]?|телег[аеу]|тг|вк|вконтакте|инст[аеу]|инстаграмм?[еа]?|дискорд[еа]?|вотсапе?|ватсапе?|снап(?:чат)?|вайбер|скайп|واتس\s?[اآ]?ب|تلغرام|تلجرام|تيليجرام|تليجرام|تيليغرام|تليغرام|[اإأ]نستا|[اإأ]نستغرام|[اإأ]نستقرام|[اإأ]نستجرام|ديسكورد|سنابي?|سناب\s?شات)`
const services = String.raw`(?:${messengers}|twitch|reddit|steam|psn|roblox|signal|onlyfans|youtube)`

/** "my insta", "usuario de telegram": what says nothing without the name. */
const whose = String.raw`(?:(?:my|mi|мой|моя|мое|моё)\s(?:(?:usuario|nombre)\sde\s)?)?`
const name = String.raw`(?:\s(?:name|user|username|handle|nick|nickname|id|tag|account|usuario|nombre|ник|имя|اسمي|يوزر))?`
const is = String.raw`(?:\s(?:is|es|это|هو)|['’]s)`

// Looking ahead goes no further than a name is long, so that the work grows with the text and not with its square.

/** An underscore within, but for emphasis, or a digit behind letters, but for the short ones: "mp3", "gr8", "ps5". No word has them. */
const noWord = String.raw`(?:(?!_{1,3}[\p{L}\p{N}]{1,40}_{1,3}${endOfWord})(?=[\p{L}\p{N}.\-]{0,40}_)|(?=[\p{L}\p{N}_]{4})(?!4ever)(?=[\p{L}_]{1,40}\p{N}))`

/** A full stop and the next sentence rather than a dot within a name: "boring.and slow", "no.1". */
const noDotWithin = String.raw`(?!(?:no|nr|vol|pt|ep|v\d{0,3})\.\d|[a-z\d]{1,40}\.(?:an?|and|but|so|it|its|is|the|then|that|this|my|we|you|they|he|she|not?|or|also|just|if|in|on|i|y|e|o|pero|no|mi|me|la|los?|las|el|un|una|yo|si|se|es|muy)${endOfWord})`

/** Besides a dot within, or "xx", with which names are lengthened. "johnx" cannot be told from a word. */
const hardlyWord = String.raw`(?:${noWord}|${noDotWithin}(?=[a-z][a-z\d]{1,40}\.(?:(?-i:[a-z])[a-z\d]|\d))|(?=[a-z\d]{0,40}xx)(?!x{1,9}${endOfWord}))`

/** A capital within, but for what writes itself so. */
const capitalWithin = String.raw`(?!(?:tiktok|youtube|whatsapp|facebook|iphone|ipad|linkedin)${endOfWord})(?=(?-i:[a-zA-Z]{0,40}[a-z][A-Z]))`

const token = String.raw`(?=[\p{L}\p{N}_])[\p{L}\p{N}_\-]+(?:\.(?-i:[\p{Ll}\p{Lo}\p{N}_])[\p{L}\p{N}_\-]*)*`
const opening = String.raw`["'“”„«(\[<*]?`
const closing = String.raw`["'”»)\]>*]?[.,;]?`

/** "insta: bob", "insta @ bob", "insta -> bob": whatever stands behind such a sign, but for a no. */
export const nameBehindSign = String.raw`${startOfWord}${whose}${messengers}${name}${is}?\s?(?:[\-=:]>|[:=@→➡])\s?(?!(?:no|none|nope|нет|لا)(?![\p{L}\p{N}_]|[.\-][\p{L}\p{N}]))\S+`

/** "tg bob_99", "snap is bob99", "ig - bob.smith", "on insta, bob_99", "insta (bob_99)". */
export const nameBehindService = String.raw`${startOfWord}${whose}${services}${name}(?:(?:\s?[_\/|;\p{Pd}]\s?|\s?${opening}|(?:${is}|\s(?:as|under|como|как))\s${opening})(?<![\p{L}\p{N}])${hardlyWord}|${is}\s${opening}${capitalWithin}|\s?,\s?${noWord})${token}${closing}`

/** "bob_99 on insta". */
export const nameBeforeService = String.raw`(?<![\p{L}\p{N}_.\-])(?!_)(?=[\p{L}\p{N}.\-]*_[\p{L}\p{N}])[\p{L}\p{N}_.\-]+\s(?:on|at|in|en|в|على)\s${services}${endOfWord}`
