import { discordTree } from './discord-text.js'
import { el, time } from './dom.js'
import { drawFiles } from './files.js'
import { icon } from './icons.js'
import { kindIcon, kindName } from './kinds.js'
import { fileTools, messageTools } from './message-tools.js'
import { placeCard } from './place.js'
import { reactionRow } from './reactions.js'
import { drawText } from './text-dom.js'

const groupMs = 7 * 60_000

const botFace = () => el('i', { class: 'bot-face', 'aria-hidden': 'true' })
const tree = ({ text }) => discordTree(text)
const badge = () => el('span', { class: 'badge' }, 'APP')

function message(shown, chat) {
  const { previous, target } = chat
  const grouped = previous?.from === shown.from && !target && shown.at - previous.at < groupMs
  const byBot = shown.from === 'bot'
  const author = chat.authorOf(shown)
  return el(
    'li',
    { class: `message ${byBot ? 'theirs' : 'mine'} ${grouped ? 'grouped' : ''}` },
    target &&
      el(
        'button',
        { type: 'button', class: 'quoted', onclick: () => chat.show(target.id) },
        el('strong', {}, chat.authorOf(target)),
        el('span', { dir: 'auto' }, chat.excerptOf(target)),
      ),
    !grouped &&
      (byBot ? botFace() : el('i', { class: 'face', 'aria-hidden': 'true' }, author.slice(0, 1))),
    !grouped &&
      el('p', { class: 'by' }, el('strong', {}, author), byBot && badge(), time(shown.at)),
    (shown.text !== '' || shown.edited) &&
      el(
        'div',
        { class: 'text', dir: 'auto' },
        drawText(tree(shown), chat.command),
        shown.edited && el('small', { class: 'edited' }, ' (edited)'),
      ),
    content(shown, chat),
    shown.reactions.length > 0 && reactionRow(shown, chat.react, (from) => String(from.length)),
    shown.buttons.map((row, index) =>
      el(
        'div',
        { class: 'keyboard' },
        row.map((button, column) => key(button, chat, index + column === 0)),
      ),
    ),
    messageTools(shown, chat),
  )
}

function content(shown, chat) {
  if (shown.files.length > 0)
    return drawFiles(shown.files, { kept: chat.kept, tools: (index) => fileTools(chat, index) })
  if (shown.place !== undefined) return placeCard(shown.place)
  return shown.kind === 'text'
    ? undefined
    : el('div', { class: 'media' }, icon(kindIcon(shown.kind)), kindName(shown.kind))
}

function key(button, chat, first) {
  const properties = {
    type: 'button',
    dir: 'auto',
    class: first ? 'primary' : 'secondary',
    onclick: (event) => chat.tap(button, event.currentTarget),
  }
  return el('button', properties, button.label)
}

/** How Discord's apps look. */
export const discordSkin = {
  oneReaction: false,
  startButton: false,
  idleStatus: '',
  typingStatus: 'Passerby is typing …',
  /** https://docs.discord.com/developers/resources/channel#trigger-typing-indicator */
  typingShownMs: 10_000,
  tree,
  message,
  frame: (status, chat, foot) => [
    el('header', { class: 'app-header' }, botFace(), el('strong', {}, 'Passerby'), badge()),
    chat,
    foot,
    status,
  ],
  empty: () =>
    el(
      'div',
      { class: 'empty' },
      botFace(),
      el('strong', {}, 'Passerby'),
      el('p', {}, 'This is the beginning of your direct message history with Passerby.'),
      el('p', {}, 'Say hi, or type /start.'),
    ),
  blockedFoot: (wideButton, unblock) => [
    el('p', {}, 'You cannot send messages to an app that you have blocked.'),
    wideButton('Unblock', unblock),
  ],
}
