// What a domain ends in, as patterns for a folded text whose capitals are kept. There are more than a thousand ends, and most are words, so
// that a missing space behind a full stop makes a domain of any two words: https://www.iana.org/domains/root/db

/** No word of a sentence: they count in capitals too. */
const frankest = 'com|net|org|xyz|ru|рф'

/** People are found on them, and hardly any sentence begins with one in small letters. No country's end that is a word stands here. */
const frank =
  'gg|io|co|cc|ly|gl|gd|tk|info|biz|edu|gov|app|dev|site|moe|mobi|ком|сом|орг|укр' +
  '|eu|uk|fr|pl|cz|nl|ch|jp|cn|kr|tr|ua|kz|br|mx|cl|au|nz'

/** Apps find a link also where another script follows at once. */
const endsHere = String.raw`(?![\p{Script=Latin}\p{N}])`
const country = String.raw`(?:\.(?-i:[a-z]{2})(?![\p{L}\p{N}]))?`

/** Behind the dot, a capital begins a sentence. */
const noCapital = String.raw`(?!(?-i:\p{Lu}))`

/** Nobody writes a word in letters of two scripts but to deceive. */
const twoScripts = String.raw`(?=\p{L}*[a-z])(?=\p{L}*[\p{Script=Cyrillic}\p{Script=Greek}])\p{L}{2,}|xn--[a-z\d-]+`

/** Of a domain that nothing else tells from two words. */
export const bareEnd = String.raw`(?:(?:${frankest}|${noCapital}(?:${frank}))${endsHere}${country}|(?:${twoScripts})(?![\p{L}\p{N}]))`

/** Of a domain that something else gives away. Two words in other letters stay two words. */
export const anyEnd = String.raw`(?:(?=\p{L}*[a-z])\p{L}{2,}|xn--[a-z\d-]+|рф|рус|укр|бел|орг|ком|сом|сайт|онлайн|москва|дети|中国|公司|网络|香港|台湾|भारत|سوريا|مصر|السعودية|امارات|شبكة|موقع)(?![\p{L}\p{N}])`

/** Behind "dot" and behind a dot with gaps around it. */
export const spokenEnd = String.raw`(?:(?:${frankest})|${noCapital}(?:gg|io|tv|info|app|dev|ком|ру))(?![\p{L}\p{N}])`

/** Words that share a slash where a space is missing in front of them: "tea.and/or", "Alex.they/them", "I sing.Rock/Pop". */
export const slashed = String.raw`(?:and\/or|y\/o|it\/its|(?:s?he|they|him|her|any|[ée]l|ella|elle)\/\p{L}|(?-i:\p{Lu}\p{L}*\/\p{Lu}\p{L}*(?![\p{L}\p{N}_.\/\-])))`
