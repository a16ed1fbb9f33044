import { el } from './dom.js'
import { inRows } from './file-grid.js'
import { endingOf, sizeText } from './file-words.js'
import { icon } from './icons.js'
import { loop, sizes, videoNote } from './moving.js'
import { musicPlayer, voicePlayer } from './player.js'
import { view } from './viewer.js'

const seen = new Set(['photo', 'video', 'animation'])
/** Whether it stands in a grid with others. */
export const isSeen = ({ kind, type }) => seen.has(kind) && /^(?:image|video)\//.test(type)

/** Kinds that are shown without a bubble around them. */
export const isBare = ({ kind }) => kind === 'sticker' || kind === 'video-note'

/**
 * The files of a message or an album: what is seen in a grid, the others below each other. `tools` gives the buttons on each
 * file, by its place; `kept` is what was drawn before.
 */
export function drawFiles(files, { kept, tools }) {
  const drawn = (file) => kept.take(file, () => hidden(file, drawFile(file)))
  const places = files.map((file, index) => ({ file, index }))
  const cell = ({ file, index }) =>
    el('div', { class: `file ${file.kind}` }, drawn(file), tools(index))
  const pictures = places.filter(({ file }) => isSeen(file))
  const others = places.filter(({ file }) => !isSeen(file))
  return [
    pictures.length > 0 && grid(pictures, cell),
    others.length > 0 && el('div', { class: 'file-list' }, others.map(cell)),
  ]
}

function grid(pictures, cell) {
  if (pictures.length === 1) return el('div', { class: 'grid alone' }, pictures.map(cell))
  return el(
    'div',
    { class: 'grid' },
    inRows(pictures).map((row) => el('div', { class: `grid-row of-${row.length}` }, row.map(cell))),
  )
}

function drawFile(file) {
  switch (seen.has(file.kind) && !isSeen(file) ? 'document' : file.kind) {
    case 'photo':
      return photo(file)
    case 'video':
      return el('video', {
        src: file.address,
        controls: true,
        preload: 'metadata',
        playsinline: true,
        'aria-label': file.name ?? 'Video',
        ...sizes(file),
      })
    case 'animation':
      return isFilm(file) ? loop(file, 'GIF') : picture(file, 'GIF')
    case 'audio':
      return musicPlayer(file)
    case 'voice':
      return voicePlayer(file)
    case 'video-note':
      return videoNote(file)
    case 'sticker':
      return sticker(file)
    default:
      return fileCard(file)
  }
}

const isFilm = ({ type }) => type.startsWith('video/')

function photo(file) {
  const label = `Look at ${file.name ?? 'the photo'}`
  const properties = { type: 'button', class: 'photo-button', 'aria-label': label }
  const button = el('button', { ...properties, onclick: () => view(file) }, picture(file, ''))
  // Not every picture that people have is one that browsers know.
  button.firstChild.addEventListener('error', () => button.replaceWith(fileCard(file)))
  return button
}

function picture(file, alt) {
  return el('img', { src: file.address, alt, ...sizes(file) })
}

/** Browsers draw no Lottie. */
function sticker(file) {
  if (isFilm(file)) return loop(file, 'sticker')
  if (file.type.startsWith('image/')) return picture(file, 'Sticker')
  return el('div', { class: 'sticker-card' }, icon('sticker'), 'Animated sticker')
}

function fileCard(file) {
  const name = file.name ?? 'File'
  return el(
    'a',
    { class: 'file-card', href: file.address, download: name, title: `Save ${name}` },
    el('span', { class: 'ending', 'aria-hidden': 'true' }, endingOf(file)),
    el(
      'span',
      { class: 'file-about' },
      el('strong', {}, name),
      el('small', {}, `${sizeText(file.size)} · ${file.type}`),
    ),
  )
}

/** A spoiler stays blurred, and out of reach, until it is clicked. */
function hidden(file, element) {
  if (!file.spoiler) return element
  element.setAttribute('inert', '')
  const cover = el('button', {
    type: 'button',
    class: 'spoiler-cover',
    'aria-label': 'Hidden by a spoiler, click to reveal',
    onclick: () => {
      element.removeAttribute('inert')
      wrapper.classList.remove('covered')
      cover.remove()
    },
  })
  cover.append(el('span', {}, 'Spoiler'))
  const wrapper = el('div', { class: 'covered' }, element, cover)
  return wrapper
}
