import { el } from './dom.js'

const dialog = el('dialog', { class: 'viewer', 'aria-label': 'Photo' })
dialog.addEventListener('click', () => dialog.close())

/** Shows a photo as large as the window allows; Escape or a click ends it. */
export function view({ address, name }) {
  dialog.replaceChildren(
    el('img', { src: address, alt: name ?? 'Photo' }),
    el('button', { type: 'button', class: 'viewer-close', autofocus: true }, 'Close'),
  )
  if (!dialog.isConnected) document.body.append(dialog)
  dialog.showModal()
}
