import { el } from './dom.js'
import { chooseFiles } from './choose-files.js'
import { icon } from './icons.js'
import { kindIcon, kindName, samplesOf } from './kinds.js'

const devices = {
  telegram: [
    ['photo', 'Photo or video', 'image/*,video/*', undefined],
    ['document', 'File', '', 'document'],
  ],
  discord: [['upload', 'Upload files', '', undefined]],
}
const moves = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/** What the attach button opens: files from the disk, and a sample of everything that the app can send. */
export class AttachSheet {
  #button
  #spoiler = el('input', { type: 'checkbox', role: 'switch' })
  element

  /** `choose` is called with files and the kind they shall be, if the person said so; `sample` with its name and whether it is a spoiler. */
  constructor(platform, button, { choose, sample }) {
    this.#button = button
    button.setAttribute('aria-expanded', 'false')
    button.setAttribute('aria-haspopup', 'dialog')
    this.element = el(
      'div',
      {
        class: 'sheet',
        role: 'dialog',
        'aria-label': 'Send something else',
        hidden: true,
        onkeydown: (event) => this.#key(event),
      },
      el(
        'div',
        { class: 'sheet-device' },
        devices[platform].map(([sign, label, accept, kind]) =>
          this.#entry(sign, label, async () => choose(await chooseFiles(accept, true), kind)),
        ),
      ),
      el(
        'p',
        { class: 'sheet-title' },
        el('strong', {}, 'Ready samples'),
        el('label', { class: 'switch' }, this.#spoiler, 'Spoiler'),
      ),
      el(
        'div',
        { class: 'sheet-samples' },
        samplesOf[platform].map((what) =>
          this.#entry(kindIcon(what), kindName(what), () => sample(what, this.#takeSpoiler())),
        ),
      ),
    )
    button.addEventListener('click', () => (this.element.hidden ? this.open() : this.close()))
    document.addEventListener('pointerdown', ({ target }) => {
      if (!this.element.contains(target) && !button.contains(target)) this.#hide()
    })
  }

  open() {
    this.element.hidden = false
    this.#button.setAttribute('aria-expanded', 'true')
    this.element.querySelector('button').focus()
  }

  close() {
    const wasOpen = !this.element.hidden
    this.#hide()
    if (wasOpen) this.#button.focus()
  }

  #hide() {
    this.element.hidden = true
    this.#button.setAttribute('aria-expanded', 'false')
  }

  #takeSpoiler() {
    const { checked } = this.#spoiler
    this.#spoiler.checked = false
    return checked
  }

  #entry(sign, label, pick) {
    const onclick = () => {
      this.close()
      void pick()
    }
    return el('button', { type: 'button', onclick }, icon(sign), el('span', {}, label))
  }

  #key(event) {
    if (event.key === 'Escape') this.close()
    const buttons = [...this.element.querySelectorAll('button')]
    const at = buttons.indexOf(document.activeElement)
    if (!(event.key in moves) || at < 0) return
    event.preventDefault()
    buttons[(at + moves[event.key] + buttons.length) % buttons.length].focus()
  }
}
