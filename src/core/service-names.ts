// How people name the services on which they are found, and the name that they have there. Patterns for a folded text whose capitals are kept.

const services = String.raw`(?:telegram|telega|tg|discord|insta|instagram|ig|snap|snapchat|whats?app|wasap|viber|skype|kik|wechat|twitter|vk|facebook|fb|tik\s?tok|телеграмм?[еа]?|телег[аеу]|тг|вк|вконтакте|инст[аеу]|инстаграмм?[еа]?|дискорд[еа]?|вотсапе?|ватсапе?|снап(?:чат)?|вайбер|скайп|واتس\s?[اآ]?ب|تلغرام|تلجرام|تيليجرام|تليجرام|تيليغرام|تليغرام|[اإأ]نستا|[اإأ]نستغرام|[اإأ]نستقرام|[اإأ]نستجرام|ديسكورد|سناب|سناب\s?شات)`

/** "my insta", "usuario de telegram": what says nothing without the name. */
const whose = String.raw`(?:(?:my|mi|мой|моя|мое|моё)\s(?:(?:usuario|nombre)\sde\s)?)?`
const name = String.raw`(?:\s(?:name|user|username|handle|nick|nickname|id|tag|account|usuario|nombre|ник|имя|اسمي|يوزر))?`
const is = String.raw`(?:is|es|это|هو)`

/** A full stop and the next sentence rather than a dot within a name: "boring.and slow". */
const nextSentence = String.raw`(?:an?|and|but|so|it|its|is|the|then|that|this|my|we|you|they|he|she|not?|or|also|just|if|in|on|i|y|e|o|pero|no|mi|me|la|los?|las|el|un|una|yo|si|se|es|muy)(?![\p{L}\p{N}_])`

/**
 * What no word looks like: an underscore within; a digit behind letters, but for the short ones ("mp3", "gr8", "ps5"); a dot within; "xx",
 * which is how names are lengthened. "johnx" cannot be told from a word.
 */
const nameLike = String.raw`(?:(?!_+[\p{L}\p{N}]+_+(?![\p{L}\p{N}_]))(?=[\p{L}\p{N}.\-]*_)|(?=[\p{L}\p{N}_]{4})(?!4ever)(?=[\p{L}_]+\p{N})|(?=[a-z][a-z\d]+\.(?!${nextSentence})(?-i:[a-z])[a-z\d]+)|(?=[a-z\d]*xx)(?!x+(?![\p{L}\p{N}_])))`

/** A capital within, but for what writes itself so. */
const capitalWithin = String.raw`(?!(?:tik\s?tok|you\s?tube|whatsapp|facebook|iphone|ipad|linkedin)(?![\p{L}\p{N}_]))(?=(?-i:[a-zA-Z]*[a-z][A-Z]))`

const token = String.raw`(?=[\p{L}\p{N}_])[\p{L}\p{N}_\-]+(?:\.(?-i:[\p{Ll}\p{Lo}\p{N}_])[\p{L}\p{N}_\-]*)*[.,;]?`
const startOfWord = String.raw`(?<![\p{L}\p{N}'’])`

/** "insta: bob", "insta @ bob": whatever stands behind such a sign. */
export const nameBehindSign = String.raw`${startOfWord}${whose}${services}${name}(?:\s${is})?\s?[:=@]\s?\S+`

/** "tg bob_99", "snap is bob99", "ig - bob.smith". */
export const nameBehindService = String.raw`${startOfWord}${whose}${services}${name}(?:(?:\s|\s?\p{Pd}\s?)${nameLike}|\s${is}\s(?:${nameLike}|${capitalWithin}))${token}`
