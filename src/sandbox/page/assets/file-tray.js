import { upload } from './api.js'
import { el } from './dom.js'
import { endingOf, sizeText } from './file-words.js'
import { icon } from './icons.js'
import { kindName } from './kinds.js'
import { naturalKind, otherKinds, parcels } from './outgoing.js'

/** A picture of a larger one would take the browser long to make. */
const mostBytesToShow = 12_000_000

/** Files that wait above the box for their caption and for Send. */
export class FileTray {
  #person
  #files = []
  #list = el('ul', { 'aria-label': 'Files to send' })
  #as = el('select', { 'aria-label': 'Send as', onchange: () => this.#draw() })
  #spoiler = el('input', { type: 'checkbox', role: 'switch' })
  #spoilerSwitch = el('label', { class: 'switch' }, this.#spoiler, 'Spoiler')
  #changed
  element

  constructor(person, changed) {
    this.#person = person
    this.#changed = changed
    this.element = el(
      'div',
      { class: 'tray', role: 'group', 'aria-label': 'Files to send', hidden: true },
      this.#list,
      el('p', { class: 'tray-options' }, this.#as, this.#spoilerSwitch),
    )
  }

  get isEmpty() {
    return this.#files.length === 0
  }

  add(files, kind) {
    if (files.length === 0) return
    this.#put([...this.#files, ...files], kind ?? this.#as.value)
  }

  /** Sends everything with the caption under the first; what did not go out is back in the tray. Resolves to whether all did. */
  async send({ caption, entities, replyTo }) {
    const spoiler = this.#spoiler.checked
    const kind = this.#as.value || undefined
    const waiting = parcels(this.#person.platform, this.#files, kind)
    this.#spoiler.checked = false
    this.#put([], '')
    for (const [index, parcel] of waiting.entries()) {
      const words = index > 0 || caption === '' ? {} : { caption, ...(entities && { entities }) }
      const about = { do: 'send', kind: parcel.kind, ...words, ...(replyTo && { replyTo }) }
      const sent = await upload(this.#person, spoiler ? { ...about, spoiler } : about, parcel.files)
      if (sent) continue
      this.#spoiler.checked = spoiler
      const kept = waiting.slice(index).flatMap(({ files }) => files)
      this.#put([...kept, ...this.#files], kind ?? '')
      return false
    }
    return true
  }

  #put(files, kind) {
    this.#files = files
    const kinds = files.length === 0 ? [] : otherKinds(this.#person.platform, files)
    this.#as.replaceChildren(
      el('option', { value: '' }, this.#naturalName()),
      ...kinds.map((each) => el('option', { value: each }, `As ${kindName(each).toLowerCase()}`)),
    )
    this.#as.value = kinds.includes(kind) ? kind : ''
    this.#draw()
    this.#changed()
  }

  #naturalName() {
    const kinds = new Set(this.#files.map(naturalKind))
    return kinds.size === 1 ? `As ${kindName([...kinds][0]).toLowerCase()}` : 'As they are'
  }

  #draw() {
    this.element.hidden = this.isEmpty
    this.#as.hidden = this.#as.options.length < 2
    const kinds = this.#files.map((file) => this.#as.value || naturalKind(file))
    this.#spoilerSwitch.hidden =
      this.#person.platform === 'telegram' &&
      !kinds.some((kind) => ['photo', 'video', 'animation'].includes(kind))
    this.#list.replaceChildren(...this.#files.map((file) => this.#chip(file)))
  }

  #chip(file) {
    const remove = () =>
      this.#put(
        this.#files.filter((each) => each !== file),
        this.#as.value,
      )
    const title = `Do not send ${file.name}`
    return el(
      'li',
      {},
      thumbnail(file),
      el('span', {}, el('strong', {}, file.name), el('small', {}, sizeText(file.size))),
      el('button', { type: 'button', title, onclick: remove }, icon('close')),
    )
  }
}

function thumbnail(file) {
  if (!file.type.startsWith('image/') || file.size > mostBytesToShow)
    return el('i', { class: 'ending', 'aria-hidden': 'true' }, endingOf(file))
  const image = el('img', { alt: '' })
  const reader = new FileReader()
  reader.addEventListener('load', () => (image.src = reader.result))
  reader.readAsDataURL(file)
  return image
}
