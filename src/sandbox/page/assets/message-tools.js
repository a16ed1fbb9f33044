import { el } from './dom.js'
import { icon } from './icons.js'

/** What can be done with a message, shown while the pointer or the keyboard is on it. */
export function messageTools({ from, kind }, chat) {
  const own = from === 'person'
  return el(
    'div',
    { class: 'tools', role: 'toolbar', 'aria-label': 'Message' },
    tool('smile', 'React', (event) => chat.pick(event.currentTarget)),
    tool('reply', 'Reply', chat.reply),
    own && kind === 'text' && tool('pencil', 'Edit', chat.edit),
    own && tool('bin', 'Delete', chat.remove),
  )
}

function tool(name, title, onclick) {
  return el('button', { type: 'button', title, onclick }, icon(name))
}
