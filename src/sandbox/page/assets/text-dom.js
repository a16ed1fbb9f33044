import { el, isWebAddress } from './dom.js'

const tags = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 's',
  code: 'code',
  quote: 'blockquote',
  heading: 'h3',
  subtext: 'small',
  accent: 'span',
}

/**
 * Nodes are strings or `{ kind, children }`, as telegram-text.js and discord-text.js make them.
 * `onCommand` is called when a command in the text is tapped.
 */
export function drawText(nodes, onCommand) {
  return nodes.map((node) => (typeof node === 'string' ? node : drawNode(node, onCommand)))
}

function drawNode(node, onCommand) {
  const children = drawText(node.children, onCommand)
  switch (node.kind) {
    case 'spoiler':
      return spoiler(children)
    case 'pre':
      return el('pre', { 'data-language': node.language }, el('code', {}, children))
    case 'link':
      if (!isWebAddress(node.url)) return el('span', {}, children)
      return el('a', { href: node.url, target: '_blank', rel: 'noopener noreferrer' }, children)
    case 'command': {
      const name = node.children.join('').replace(/^\/|@.*$/g, '')
      return el(
        'button',
        { type: 'button', class: 'command', onclick: () => onCommand(name) },
        children,
      )
    }
    case 'item':
      return el('span', { class: 'item' }, children)
    default:
      return el(tags[node.kind] ?? 'span', { class: node.kind }, children)
  }
}

function spoiler(children) {
  const cover = el(
    'span',
    { class: 'spoiler', role: 'button', tabindex: '0', 'aria-label': 'Hidden text, tap to reveal' },
    children,
  )
  const reveal = () => {
    cover.classList.add('revealed')
    cover.removeAttribute('aria-label')
  }
  cover.addEventListener('click', reveal)
  cover.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === ' ') reveal()
  })
  return cover
}

const longestExcerpt = 120

/** The text in one short line, hidden parts still hidden. */
export function excerpt(nodes) {
  const flat = (node) => {
    if (typeof node === 'string') return node
    return node.kind === 'spoiler' ? '▒▒▒' : node.children.map(flat).join('')
  }
  return nodes.map(flat).join('').replace(/\s+/g, ' ').slice(0, longestExcerpt)
}
