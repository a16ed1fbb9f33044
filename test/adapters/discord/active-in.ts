// What an app of Discord's would take for more than words. Written apart from the reader of the product: it knows only what is escaped.
// https://support.discord.com/hc/en-us/articles/210298617

const address = /(?:https?|steam):\/\/(?:[^\s<]{2,}|[^\s<\\])/y
const escape = /\\[^0-9A-Za-z\s]/uy
const lineStart = /\s*(?:>\s|>>>|#{1,3}(?:\s|$)|-#?(?:\s|$)|[*+](?:\s|$)|\d+\.(?:\s|$))/y
const emoji = /:[\w+~-]+:/y
const shrug = /¯\\_\(ツ\)_\/¯/y

/** Each active notation with what follows it. */
export function activeIn(markdown: string): readonly string[] {
  const found: string[] = []
  const lengthOf = (pattern: RegExp, at: number): number => {
    pattern.lastIndex = at
    return pattern.exec(markdown)?.[0].length ?? 0
  }
  for (let at = 0; at < markdown.length;) {
    const starts = at === 0 || markdown[at - 1] === '\n'
    if (starts && lengthOf(lineStart, at) > 0) found.push(markdown.slice(at, at + 20))
    const skipped = lengthOf(shrug, at) || lengthOf(escape, at) || lengthOf(address, at)
    if (skipped === 0 && ('*_~|`<[\\'.includes(markdown.charAt(at)) || lengthOf(emoji, at) > 0))
      found.push(markdown.slice(at, at + 20))
    at += skipped || 1
  }
  return found
}
