import { el, time } from './dom.js'
import { drawFiles, isBare, isSeen } from './files.js'
import { icon } from './icons.js'
import { kindIcon, kindName } from './kinds.js'
import { telegramTree } from './telegram-text.js'
import { fileTools, messageTools } from './message-tools.js'
import { placeCard } from './place.js'
import { reactionRow } from './reactions.js'
import { drawText } from './text-dom.js'

const tree = ({ text, entities }) => telegramTree(text, entities)

function message(shown, chat) {
  const mine = shown.from === 'person'
  const last = chat.next?.from !== shown.from
  const { target, caption } = chat
  const files = chat.members.flatMap((member) => member.files)
  const meta = el(
    'span',
    { class: 'meta' },
    chat.members.some(({ edited }) => edited) && 'edited ',
    time(shown.at),
    mine && icon('ticks'),
  )
  return el(
    'li',
    { class: `message ${mine ? 'mine' : 'theirs'} ${last ? 'last' : ''}` },
    el(
      'div',
      { class: `bubble ${shapeOf(shown, files, caption)}` },
      target &&
        el(
          'button',
          { type: 'button', class: 'quoted', onclick: () => chat.show(target.id) },
          el('strong', {}, chat.authorOf(target)),
          el('span', { dir: 'auto' }, chat.excerptOf(target)),
        ),
      content(shown, files, chat),
      caption.text !== '' &&
        el('div', { class: 'text', dir: 'auto' }, drawText(tree(caption), chat.command)),
      shown.reactions.length === 0
        ? meta
        : el(
            'div',
            { class: 'under' },
            reactionRow(shown, chat.react, (from) => from.map((side) => face(side, chat.person))),
            meta,
          ),
      messageTools(shown, chat),
    ),
    shown.buttons.length > 0 &&
      el(
        'div',
        { class: 'keyboard' },
        shown.buttons.map((row) =>
          el(
            'div',
            {},
            row.map((button) => key(button, chat)),
          ),
        ),
      ),
  )
}

function content(shown, files, chat) {
  if (files.length > 0)
    return drawFiles(files, { kept: chat.kept, tools: (index) => fileTools(chat, index) })
  if (shown.place !== undefined) return placeCard(shown.place)
  return shown.kind === 'text'
    ? undefined
    : el('div', { class: 'media' }, icon(kindIcon(shown.kind)), kindName(shown.kind))
}

/** Pictures and maps fill their bubble to its edges; stickers and faces have none. */
function shapeOf({ place, reactions }, files, { text }) {
  if (files.some(isBare)) return 'bare'
  if (!files.some(isSeen) && place === undefined) return files.length > 0 ? 'filed' : ''
  const onPicture = text === '' && place === undefined && reactions.length === 0
  return onPicture ? 'pictured meta-over' : 'pictured'
}

function face(side, { name }) {
  return side === 'bot'
    ? el('i', { class: 'bot-face', title: 'Passerby' })
    : el('i', { class: 'face', title: name }, name.slice(0, 1))
}

function key(button, chat) {
  return el(
    'button',
    { type: 'button', dir: 'auto', onclick: (event) => chat.tap(button, event.currentTarget) },
    button.label,
  )
}

/** How Telegram's apps look. */
export const telegramSkin = {
  /** Without Premium: https://core.telegram.org/api/config#client-configuration */
  oneReaction: true,
  startButton: true,
  idleStatus: 'bot',
  typingStatus: 'typing',
  /** A chat action lasts 5 seconds or until a message arrives: https://core.telegram.org/bots/api#sendchataction */
  typingShownMs: 5000,
  tree,
  message,
  frame: (status, chat, foot) => [
    el(
      'header',
      { class: 'app-header' },
      el('i', { class: 'bot-face', 'aria-hidden': 'true' }),
      el('p', {}, el('strong', {}, 'Passerby'), status),
    ),
    chat,
    foot,
  ],
  empty: () =>
    el(
      'div',
      { class: 'empty' },
      el('strong', {}, 'What can this bot do?'),
      el('p', {}, 'Passerby pairs you with a stranger for an anonymous chat.'),
      el('p', {}, 'Press Start.'),
    ),
  blockedFoot: (wideButton, unblock) => [wideButton('Unblock', unblock)],
}
