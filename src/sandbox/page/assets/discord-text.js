// Discord's markdown (https://support.discord.com/hc/en-us/articles/210298617) as a tree.

/** Any run in which a backslash takes the next character along. */
const run = String.raw`((?:\\[\s\S]|[^\\])+?)`
const wrapped = (kind) => (found) => ({ kind, children: discordTree(found[1]) })
const literal = (text) => () => text

const lineRules = [
  [/>>> ([\s\S]+)/y, wrapped('quote')],
  [
    /(?:> [^\n]*(?:\n|$))+/y,
    (found) => ({
      kind: 'quote',
      children: discordTree(found[0].replace(/^> /gm, '').replace(/\n$/, '')),
    }),
  ],
  [/#{1,3} +([^\n]+)(?:\n|$)/y, wrapped('heading')],
  [/-# +([^\n]+)(?:\n|$)/y, wrapped('subtext')],
  [/[-*] +([^\n]+)(?:\n|$)/y, wrapped('item')],
]

const rules = [
  [/\\([^0-9A-Za-z\s])/y, (found) => found[1]],
  [
    /```(?:([\w+-]+)\n)?\n*([\s\S]+?)\n*```/y,
    (found) => ({ kind: 'pre', language: found[1], children: [found[2]] }),
  ],
  [/(`+)([\s\S]*?[^`])\1(?!`)/y, (found) => ({ kind: 'code', children: [found[2]] })],
  [new RegExp(String.raw`\*\*${run}\*\*(?!\*)`, 'y'), wrapped('bold')],
  [new RegExp(`__${run}__(?!_)`, 'y'), wrapped('underline')],
  [/\*(?=\S)((?:\*\*|\\[\s\S]|[^*\\])+?)\*(?!\*)/y, wrapped('italic')],
  [/_((?:__|\\[\s\S]|[^_\\])+?)_\b/y, wrapped('italic')],
  [new RegExp(`~~${run}~~`, 'y'), wrapped('strike')],
  [new RegExp(String.raw`\|\|${run}\|\|`, 'y'), wrapped('spoiler')],
  [
    /\[([^\]\n]+)\]\(<?(https?:\/\/[^\s<>)]+)>?\)/y,
    (found) => ({ kind: 'link', url: found[2], children: discordTree(found[1]) }),
  ],
  [/<(https?:\/\/[^\s<>]+)>/y, (found) => ({ kind: 'link', url: found[1], children: [found[1]] })],
  [
    /https?:\/\/[^\s<>]*[^\s<>.,:;"')\]*_~|]/y,
    (found) => ({ kind: 'link', url: found[0], children: [found[0]] }),
  ],
  [/<\/([\w -]+):\d+>/y, (found) => ({ kind: 'command', children: [`/${found[1]}`] })],
  [/<@[!&]?\d+>/y, () => ({ kind: 'accent', children: ['@unknown'] })],
  [/<a?(:\w+:)\d+>/y, (found) => literal(found[1])()],
]

export function discordTree(text) {
  const nodes = []
  let plain = ''
  let at = 0
  while (at < text.length) {
    const startsLine = at === 0 || text[at - 1] === '\n'
    const match = firstMatch(startsLine ? [...lineRules, ...rules] : rules, text, at)
    if (match === undefined) {
      plain += text[at]
      at += 1
      continue
    }
    if (typeof match.node === 'string') plain += match.node
    else {
      if (plain !== '') nodes.push(plain)
      plain = ''
      nodes.push(match.node)
    }
    at += match.length
  }
  if (plain !== '') nodes.push(plain)
  return nodes
}

function firstMatch(candidates, text, at) {
  for (const [pattern, build] of candidates) {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (found !== null) return { node: build(found), length: found[0].length }
  }
  return undefined
}
