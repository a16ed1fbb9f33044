import { el } from './dom.js'
import { icon } from './icons.js'

/** The line above the box: which message the next one answers, or which one is being edited. */
export class ContextBar {
  #end
  element = el('div', { class: 'context-bar', hidden: true })

  get isOpen() {
    return !this.element.hidden
  }

  /** `end` is called once, whoever closes the bar. */
  open({ sign, title, excerpt, endTitle }, end) {
    this.close()
    this.#end = end
    this.element.hidden = false
    this.element.replaceChildren(
      icon(sign),
      el('p', {}, el('strong', {}, title), el('span', { dir: 'auto' }, excerpt)),
      el('button', { type: 'button', title: endTitle, onclick: () => this.close() }, icon('close')),
    )
  }

  close() {
    if (!this.isOpen) return
    this.element.hidden = true
    this.#end()
  }
}
