// The grammar of Discord's markdown as its apps read it: Khan Academy's simple-markdown (https://github.com/Khan/perseus/tree/main/packages/simple-markdown)
// with Discord's changes, and what https://support.discord.com/hc/en-us/articles/210298617 adds.

/** Each is tried at one place of a text: all are sticky. */
export const syntax = {
  shrug: /¯\\_\(ツ\)_\/¯/y,
  escape: /\\([^0-9A-Za-z\s])/uy,
  quoteToEnd: / *>>> +([\s\S]*)/y,
  quote: / *>(?!>>) +[^\n]*(?:\n *>(?!>>) +[^\n]*)*\n?/y,
  heading: / *#{1,3}[^\S\n]+([^\n]+)/y,
  subtext: / *-#[^\S\n]+([^\n]+)/y,
  codeBlock: /```(?:([a-z0-9_+\-.#]+?)\n)?\n*([^\n][^]*?)\n*```/iy,
  code: /(`+)([\s\S]*?[^`])\1(?!`)/y,
  address: /(?:https?|steam):\/\/[^\s<]+[^<.,:;"'\]\s]/y,
  bracketedAddress: /<((?:https?|steam):\/\/[^\s<>]+)>/y,
  maskedLink:
    /\[((?:\\[\s\S]|[^[\]\\])+)\]\(\s*<?(https?:\/\/[^\s<>()]*(?:\([^\s<>()]*\)[^\s<>()]*)*)>?(?:\s+"[^"]*")?\s*\)/y,
  spoiler: /\|\|([\s\S]+?)\|\|/y,
  strike: /~~([\s\S]+?)~~(?!_)/y,
  strong: /\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/y,
  underline: /__((?:\\[\s\S]|[^\\])+?)__(?!_)/y,
  emphasis: /\*(?=\S)((?:\*\*|\\[\s\S]|\s+(?:\\[\s\S]|[^\s*\\]|\*\*)|[^\s*\\])+?)\*(?!\*)/y,
  lowEmphasis: /_((?:__|\\[\s\S]|[^\\_])+?)_\b/y,
  /** Text up to where any other rule may begin. */
  words: /[^\\*_~|`<[\n¯hs]+|[\s\S]/y,
} as const

export function matchAt(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(source)
}
