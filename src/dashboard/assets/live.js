// Keeps the page current: the server renders, this puts it in place. The markup comes from our own origin, escaped there.

const live = document.getElementById('live')
const connection = document.getElementById('connection')
const longestSilenceMs = 25_000

let source
let silence
let shown

function show(label, tone) {
  connection.textContent = label
  connection.className = `pill ${tone}`
}

function heard() {
  clearTimeout(silence)
  silence = setTimeout(open, longestSilenceMs)
}

function open() {
  source?.close()
  source = new EventSource(live.dataset.events)
  source.addEventListener('open', () => show('Live', 'ok'))
  source.addEventListener('page', (event) => {
    heard()
    if (event.data === shown) return
    shown = event.data
    live.innerHTML = shown
  })
  source.addEventListener('error', () => show('Reconnecting', 'warn'))
  heard()
}

open()
