import { el } from './dom.js'

/** A list above the box to type in. Entries are `{ label, hint, icon, pick }`; arrow keys walk, Enter and Tab pick. */
export class Popup {
  #entries = []
  #current = 0
  element = el('div', { class: 'popup', role: 'listbox', hidden: true })

  constructor(name) {
    this.element.setAttribute('aria-label', name)
    document.addEventListener('pointerdown', (event) => {
      if (!this.element.parentElement?.contains(event.target)) this.close()
    })
  }

  get isOpen() {
    return !this.element.hidden
  }

  open(entries, title) {
    this.#entries = entries
    this.#current = 0
    this.element.hidden = entries.length === 0
    this.element.replaceChildren(
      ...(title ? [el('p', { class: 'popup-title' }, title)] : []),
      ...entries.map((entry, index) =>
        el(
          'button',
          {
            type: 'button',
            role: 'option',
            'aria-selected': index === 0 ? 'true' : 'false',
            onpointerenter: () => this.#select(index),
            onclick: () => this.#pick(entry),
          },
          entry.icon,
          el('span', {}, entry.label),
          entry.hint && el('small', { dir: 'auto' }, entry.hint),
        ),
      ),
    )
  }

  close() {
    this.element.hidden = true
  }

  /** Whether the key was meant for the list. */
  key(event) {
    if (!this.isOpen) return false
    const moves = { ArrowDown: 1, ArrowUp: -1 }
    if (event.key in moves) {
      this.#select((this.#current + moves[event.key] + this.#entries.length) % this.#entries.length)
    } else if (event.key === 'Enter' || event.key === 'Tab')
      this.#pick(this.#entries[this.#current])
    else if (event.key === 'Escape') this.close()
    else return false
    event.preventDefault()
    return true
  }

  #select(index) {
    this.#current = index
    for (const [each, option] of this.element.querySelectorAll('[role=option]').entries()) {
      option.setAttribute('aria-selected', each === index ? 'true' : 'false')
      if (each === index) option.scrollIntoView({ block: 'nearest' })
    }
  }

  #pick(entry) {
    this.close()
    entry.pick()
  }
}
