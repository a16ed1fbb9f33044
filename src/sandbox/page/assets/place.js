import { el } from './dom.js'
import { coordinatesText } from './file-words.js'
import { icon } from './icons.js'

const roads =
  'M0 92C70 70 96 120 160 96S260 40 320 62M52 0C70 50 40 90 74 150M214 0c-22 52 26 96 8 150M0 34 130 0M150 150 320 112'
const svg = 'http://www.w3.org/2000/svg'

/** Looks like a map, and asks nobody for one. */
export function placeCard(place) {
  const title = place.title ?? 'Location'
  return el(
    'div',
    { class: 'place', role: 'group', 'aria-label': title },
    el('div', { class: 'map', 'aria-hidden': 'true' }, map(), icon('location')),
    el(
      'p',
      {},
      el('strong', {}, title),
      place.address && el('span', {}, place.address),
      el('small', {}, coordinatesText(place)),
    ),
  )
}

function map() {
  const drawing = document.createElementNS(svg, 'svg')
  drawing.setAttribute('viewBox', '0 0 320 150')
  drawing.setAttribute('preserveAspectRatio', 'xMidYMid slice')
  const shape = (name, attributes) => {
    const element = document.createElementNS(svg, name)
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
    drawing.append(element)
  }
  shape('rect', { width: 320, height: 150, class: 'land' })
  shape('path', { d: 'M0 150V118c60-16 96 8 120 32z', class: 'water' })
  shape('path', { d: 'M228 12h70v44l-70 12z', class: 'park' })
  shape('path', { d: roads, class: 'road' })
  return drawing
}
