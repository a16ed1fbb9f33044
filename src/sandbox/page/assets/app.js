import { addPerson } from './api.js'
import { Pane } from './pane.js'

const people = document.getElementById('people')
const away = document.getElementById('away')
const panes = new Map()

const keyOf = ({ platform, id }) => `${platform} ${id}`

function update(person) {
  const key = keyOf(person)
  let pane = panes.get(key)
  if (pane === undefined) {
    pane = new Pane(person)
    panes.set(key, pane)
    people.append(pane.element)
    if (everybodyMet)
      pane.element.scrollIntoView({ behavior: 'smooth', block: 'nearest', inline: 'end' })
  }
  pane.update(person)
}

let everybodyMet = false
/** Who was told of on this connection: whoever else is shown belongs to a sandbox that is gone. */
let told = new Set()

function connect() {
  const source = new EventSource('/events')
  source.addEventListener('open', () => {
    away.hidden = true
    told = new Set()
  })
  source.addEventListener('person', (event) => {
    const person = JSON.parse(event.data)
    told.add(keyOf(person))
    update(person)
  })
  source.addEventListener('everybody', () => {
    everybodyMet = true
    for (const [key, pane] of panes) {
      if (told.has(key)) continue
      pane.element.remove()
      panes.delete(key)
    }
  })
  source.addEventListener('error', () => {
    away.hidden = false
    if (source.readyState !== EventSource.CLOSED) return
    setTimeout(connect, 1000)
  })
}

for (const button of document.querySelectorAll('[data-add]')) {
  button.addEventListener('click', () => addPerson(button.dataset.add))
}
connect()
