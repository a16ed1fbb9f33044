// Text with entities (https://core.telegram.org/bots/api#messageentity) as a tree, and what people type as entities.

const kinds = {
  bold: 'bold',
  italic: 'italic',
  underline: 'underline',
  strikethrough: 'strike',
  spoiler: 'spoiler',
  code: 'code',
  pre: 'pre',
  blockquote: 'quote',
  expandable_blockquote: 'quote',
  text_link: 'link',
  url: 'link',
  bot_command: 'command',
  mention: 'accent',
  text_mention: 'accent',
  hashtag: 'accent',
  cashtag: 'accent',
  email: 'accent',
  phone_number: 'accent',
}

export function telegramTree(text, entities) {
  const sorted = entities
    .map((entity) => ({ ...entity, start: entity.offset, end: entity.offset + entity.length }))
    .filter((entity) => entity.end > entity.start && entity.start < text.length)
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
  return nest(text, 0, text.length, sorted)
}

/** Entities that cross the end of an outer one are cut there. */
function nest(text, start, end, entities) {
  const nodes = []
  let at = start
  let rest = entities
  while (rest.length > 0) {
    const [first, ...others] = rest
    const from = Math.max(first.start, at)
    const to = Math.min(first.end, end)
    rest = others.filter((other) => other.start >= to)
    if (from >= to) continue
    if (from > at) nodes.push(text.slice(at, from))
    const children = nest(
      text,
      from,
      to,
      others.filter((other) => other.start < to),
    )
    nodes.push(nodeOf(first, text.slice(from, to), children))
    // A block ends its line by itself.
    at = isBlock(first) && text[to] === '\n' && to < end ? to + 1 : to
  }
  if (at < end) nodes.push(text.slice(at, end))
  return nodes
}

const isBlock = ({ type }) => kinds[type] === 'quote' || kinds[type] === 'pre'

function nodeOf({ type, url, language }, text, children) {
  const kind = kinds[type] ?? 'plain'
  if (kind !== 'link') return { kind, children, language }
  const address = url ?? text
  return {
    kind,
    children,
    url: /^[a-z][a-z\d+.-]*:/i.test(address) ? address : `https://${address}`,
  }
}

const marks = { '**': 'bold', __: 'italic', '~~': 'strikethrough', '||': 'spoiler' }
const marked = /```(?:([\w+-]+)\n)?([\s\S]+?)```|`([^`\n]+)`|(\*\*|__|~~|\|\|)(?=\S)([\s\S]*?\S)\4/

/** The marks that Telegram's own apps turn into formatting when a message is sent. */
export function readTelegramMarkup(source) {
  const entities = []
  let text = ''
  function add(type, write, language) {
    const offset = text.length
    write()
    const length = text.length - offset
    if (length > 0) entities.push({ type, offset, length, ...(language && { language }) })
  }
  function walk(part) {
    let rest = part
    for (let found = marked.exec(rest); found !== null; found = marked.exec(rest)) {
      const [all, language, block, code, mark, inner] = found
      text += rest.slice(0, found.index)
      if (block !== undefined) add('pre', () => (text += block), language)
      else if (code !== undefined) add('code', () => (text += code))
      else add(marks[mark], () => walk(inner))
      rest = rest.slice(found.index + all.length)
    }
    text += rest
  }
  walk(source)
  return { text, entities: entities.toSorted((a, b) => a.offset - b.offset || b.length - a.length) }
}
