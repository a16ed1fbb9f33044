import { el } from './dom.js'
import { durationText } from './file-words.js'
import { icon } from './icons.js'
import { flatBars, givenBars, measuredBars } from './waveform.js'

const barCount = 44
/** Longer ones are not worth decoding for a picture. */
const mostBytesToMeasure = 4_000_000
let playing

/** A voice message: a button, its waveform, how long it is. */
export function voicePlayer(file) {
  const bars = Array.from({ length: barCount }, () => el('i'))
  const fill = (levels) =>
    bars.forEach((bar, index) => (bar.style.height = `${Math.round(levels[index] * 100)}%`))
  if (file.waveform === undefined) {
    fill(flatBars(barCount))
    void measure(file).then((levels) => levels && fill(levels))
  } else fill(givenBars(file.waveform, barCount))
  const wave = el('span', { class: 'wave', 'aria-hidden': 'true' }, bars)
  return player(file, 'voice', 'voice message', [wave], (part) =>
    bars.forEach((bar, index) => bar.classList.toggle('played', index < part * barCount)),
  )
}

export function musicPlayer(file) {
  const name = file.name ?? 'Music'
  const title = el('strong', { class: 'track', title: name }, name)
  return player(file, 'music', name, [title], () => {})
}

/** Silent until measured, and for good if the browser cannot. */
async function measure({ address, size }) {
  if (size > mostBytesToMeasure) return undefined
  try {
    const bytes = await (await fetch(address)).arrayBuffer()
    const sound = await new OfflineAudioContext(1, 1, 8000).decodeAudioData(bytes)
    return measuredBars(sound.getChannelData(0), barCount)
  } catch {
    return undefined
  }
}

/** The slider lies over the waveform, and shows itself where there is none. */
function player(file, className, label, shown, showPart) {
  const audio = el('audio', { src: file.address, preload: 'metadata' })
  const clock = el('small', { class: 'clock' }, durationText(file.durationS))
  const button = el('button', { type: 'button', class: 'play' })
  const slider = el('input', {
    type: 'range',
    min: '0',
    max: '1000',
    value: '0',
    'aria-label': `Position in the ${label}`,
  })
  const length = () => (Number.isFinite(audio.duration) ? audio.duration : (file.durationS ?? 0))
  const sign = () => {
    button.title = `${audio.paused ? 'Play' : 'Pause'} the ${label}`
    button.replaceChildren(icon(audio.paused ? 'play' : 'pause'))
  }
  const follow = () => {
    const part = length() === 0 ? 0 : Math.min(1, audio.currentTime / length())
    slider.value = String(Math.round(part * 1000))
    slider.setAttribute('aria-valuetext', durationText(audio.currentTime))
    showPart(part)
    clock.textContent = durationText(audio.currentTime > 0 ? audio.currentTime : length())
  }
  button.addEventListener('click', () => (audio.paused ? void start(audio) : audio.pause()))
  slider.addEventListener('input', () => {
    audio.currentTime = (Number(slider.value) / 1000) * length()
    follow()
  })
  for (const event of ['play', 'pause', 'ended']) audio.addEventListener(event, sign)
  for (const event of ['timeupdate', 'loadedmetadata']) audio.addEventListener(event, follow)
  audio.addEventListener('ended', () => (audio.currentTime = 0))
  sign()
  return el(
    'div',
    { class: `player ${className}` },
    audio,
    button,
    el('div', { class: 'track-box' }, shown, slider),
    clock,
  )
}

/** One thing is heard at a time. */
export async function start(media) {
  if (playing !== media) playing?.pause()
  playing = media
  try {
    await media.play()
  } catch {
    // The browser cannot play it, and says so by doing nothing.
  }
}
