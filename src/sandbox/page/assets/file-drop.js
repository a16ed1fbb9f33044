import { el } from './dom.js'

/** Lets files be dropped on an element. */
export function takeDrops(element, take) {
  const veil = el('p', { class: 'drop-veil', 'aria-hidden': 'true' }, 'Drop to send')
  element.append(veil)
  let inside = 0
  const carriesFiles = ({ dataTransfer }) => dataTransfer?.types.includes('Files')
  const show = (change) => {
    inside = Math.max(0, inside + change)
    element.classList.toggle('dropping', inside > 0)
  }
  element.addEventListener('dragenter', (event) => carriesFiles(event) && show(1))
  element.addEventListener('dragleave', (event) => carriesFiles(event) && show(-1))
  element.addEventListener('dragover', (event) => carriesFiles(event) && event.preventDefault())
  element.addEventListener('drop', (event) => {
    if (!carriesFiles(event)) return
    event.preventDefault()
    show(-inside)
    take([...event.dataTransfer.files])
  })
}
