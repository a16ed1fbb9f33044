import { el } from './dom.js'

const buttons = {
  telegram: [
    ['B', 'Bold', '**', 'b'],
    ['I', 'Italic', '__', 'i'],
    ['S', 'Strikethrough', '~~', 'x'],
    ['▒', 'Spoiler', '||', 'p'],
    ['</>', 'Code', '`', 'm'],
  ],
  discord: [
    ['B', 'Bold', '**', 'b'],
    ['I', 'Italic', '*', 'i'],
    ['U', 'Underline', '__', 'u'],
    ['S', 'Strikethrough', '~~', 'x'],
    ['▒', 'Spoiler', '||', 'p'],
    ['</>', 'Code', '`', 'm'],
  ],
}

/** Buttons that wrap the selected text in the platform's marks; shown while something is selected. */
export class FormatBar {
  #box
  #marks
  element

  constructor(platform, box) {
    this.#box = box
    this.#marks = buttons[platform]
    this.element = el(
      'div',
      { class: 'format-bar', role: 'toolbar', 'aria-label': 'Formatting', hidden: true },
      this.#marks.map(([label, title, mark, key]) =>
        el(
          'button',
          {
            type: 'button',
            class: `format-${title.toLowerCase()}`,
            title: `${title} (Ctrl+${key === 'p' || key === 'x' || key === 'm' ? 'Shift+' : ''}${key.toUpperCase()})`,
            onpointerdown: (event) => event.preventDefault(),
            onclick: () => this.#wrap(mark),
          },
          label,
        ),
      ),
    )
    document.addEventListener('selectionchange', () => {
      this.element.hidden =
        document.activeElement !== box || box.selectionStart === box.selectionEnd
    })
  }

  /** Whether the key was a shortcut. */
  key(event) {
    if (!event.ctrlKey && !event.metaKey) return false
    const found = this.#marks.find(
      ([, , , key]) =>
        key === event.key.toLowerCase() && ['x', 'p', 'm'].includes(key) === event.shiftKey,
    )
    if (found === undefined) return false
    event.preventDefault()
    this.#wrap(found[2])
    return true
  }

  #wrap(mark) {
    const box = this.#box
    const { selectionStart: start, selectionEnd: end } = box
    box.setRangeText(mark + box.value.slice(start, end) + mark, start, end, 'preserve')
    box.setSelectionRange(start + mark.length, end + mark.length)
    box.focus()
    box.dispatchEvent(new Event('input'))
  }
}
