import { el } from './dom.js'
import { icon } from './icons.js'
import { isReplaceable, takesCaption } from './kinds.js'

/** What can be done with a message, shown while the pointer or the keyboard is on it. */
export function messageTools(message, chat) {
  const own = message.from === 'person'
  const { platform } = chat.person
  const alone = chat.members.length === 1
  return el(
    'div',
    { class: 'tools', role: 'toolbar', 'aria-label': 'Message' },
    tool('smile', 'React', (event) => chat.pick(event.currentTarget)),
    tool('reply', 'Reply', chat.reply),
    own && canEdit(message, platform) && tool('pencil', editTitle(message), chat.edit),
    own &&
      alone &&
      isReplaceable(platform, message) &&
      tool('swap', 'Replace the file', () => chat.replaceFile(message)),
    own && tool('bin', alone ? 'Delete' : 'Delete the album', chat.remove),
  )
}

/** The buttons on one file of several. */
export function fileTools(chat, index) {
  const { person, members } = chat
  const [message] = members
  if (message.from !== 'person') return undefined
  if (person.platform === 'discord') {
    if (!takesCaption('discord', message.kind)) return undefined
    return corner(tool('close', 'Remove this file', () => chat.removeFile(message, index)))
  }
  if (members.length === 1) return undefined
  const member = members[index]
  return corner(
    tool('swap', 'Replace this file', () => chat.replaceFile(member)),
    tool('close', 'Delete this one', () => chat.removeOne(member)),
  )
}

export function canEdit({ kind, files }, platform) {
  return kind === 'text' || (files.length > 0 && takesCaption(platform, kind))
}

const editTitle = ({ kind }) => (kind === 'text' ? 'Edit' : 'Edit the caption')

function corner(...buttons) {
  return el('div', { class: 'file-tools', role: 'toolbar', 'aria-label': 'File' }, buttons)
}

function tool(name, title, onclick) {
  return el('button', { type: 'button', title, onclick }, icon(name))
}
