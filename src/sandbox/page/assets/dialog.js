import { act } from './api.js'
import { el } from './dom.js'
import { icon } from './icons.js'

/** What a bot asks over the chat: covers the app until it is answered or closed. */
export class Dialog {
  #person
  #app
  #source
  #element

  constructor(person, app) {
    this.#person = person
    this.#app = app
  }

  update({ dialog }) {
    const source = JSON.stringify(dialog)
    if (source === this.#source) return
    this.#source = source
    this.#element?.remove()
    this.#element = dialog && this.#draw(dialog)
    // Nothing behind it can be reached while it is open.
    for (const child of this.#app.children) child.inert = this.#element !== undefined
    if (this.#element === undefined) return
    this.#app.append(this.#element)
    // Whoever types in another pane goes on typing there.
    if (this.#app.contains(document.activeElement) || document.activeElement === document.body)
      this.#element.querySelector('.answer').focus({ preventScroll: true })
  }

  #draw(dialog) {
    const box = el(dialog.isParagraph ? 'textarea' : 'input', {
      class: 'answer',
      dir: 'auto',
      placeholder: dialog.placeholder,
      required: dialog.isRequired,
      minlength: dialog.leastLength,
      maxlength: dialog.mostLength,
      rows: dialog.isParagraph && '4',
      autocomplete: 'off',
      oninput: () => count(),
    })
    box.value = dialog.value
    const left = el('small', { class: 'left', 'aria-hidden': 'true' })
    const count = () => (left.textContent = `${dialog.mostLength - box.value.length}`)
    count()
    const close = () => act(this.#person, { kind: 'dismiss-dialog' })
    const send = el('button', { class: 'submit' }, 'Submit')
    const form = el(
      'form',
      {
        onsubmit: async (event) => {
          event.preventDefault()
          send.disabled = true
          await act(this.#person, { kind: 'answer-dialog', text: box.value })
          send.disabled = false
        },
        onkeydown: (event) => event.key === 'Escape' && void close(),
      },
      el(
        'header',
        {},
        el('i', { class: 'bot-face', 'aria-hidden': 'true' }),
        el('strong', { dir: 'auto' }, dialog.title),
        el('button', { type: 'button', title: 'Close', onclick: close }, icon('close')),
      ),
      el(
        'p',
        { class: 'warning' },
        'What you write here goes to Passerby. Do not share passwords or other secrets.',
      ),
      el(
        'label',
        {},
        el(
          'span',
          { dir: 'auto' },
          dialog.label,
          dialog.isRequired && el('b', { 'aria-hidden': 'true' }, ' *'),
        ),
        dialog.description && el('small', { dir: 'auto' }, dialog.description),
        el('span', { class: 'box' }, box, left),
      ),
      el(
        'footer',
        {},
        el('button', { type: 'button', class: 'cancel', onclick: close }, 'Cancel'),
        send,
      ),
    )
    const properties = { class: 'dialog', role: 'dialog', 'aria-modal': 'true' }
    return el('div', { ...properties, 'aria-label': dialog.title }, form)
  }
}
