import { el } from './dom.js'

/** Opens the browser's own dialog; resolves to the chosen files, none if the person thinks better of it. */
export function chooseFiles(accept, multiple) {
  return new Promise((resolve) => {
    const input = el('input', { type: 'file', accept: accept || undefined, multiple })
    input.addEventListener('change', () => resolve([...input.files]))
    input.addEventListener('cancel', () => resolve([]))
    input.click()
  })
}
