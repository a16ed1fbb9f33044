// Builds elements. Text becomes text nodes and nothing else, so hostile text is only text.

/**
 * `el('p', { class: 'x', title: 'y', onclick: f }, 'text', node)`. Functions become listeners, `true` an empty attribute;
 * `false`, `null` and `undefined` vanish, in properties and in children.
 */
export function el(name, properties = {}, ...children) {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue
    if (typeof value === 'function') element.addEventListener(key.slice(2), value)
    else element.setAttribute(key, value === true ? '' : String(value))
  }
  element.append(
    ...children.flat().filter((child) => child !== undefined && child !== null && child !== false),
  )
  return element
}

/** Only addresses that open a page; everything else stays text. */
export function isWebAddress(url) {
  return /^https?:\/\//i.test(url) && URL.canParse(url)
}

const timeFormat = new Intl.DateTimeFormat([], {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

export function time(at) {
  return el('time', { datetime: new Date(at).toISOString() }, timeFormat.format(at))
}
