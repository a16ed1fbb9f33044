import { el } from './dom.js'
import { durationText } from './file-words.js'
import { icon } from './icons.js'
import { start } from './player.js'

const keepsStill = () => matchMedia('(prefers-reduced-motion: reduce)').matches

/** A silent loop that starts by itself, unless the person wants no motion, and that a click stops. */
export function loop(file, label) {
  const video = el('video', { src: file.address, loop: true, playsinline: true, ...sizes(file) })
  // The attribute counts only for what a parser makes: https://html.spec.whatwg.org/multipage/media.html#attr-media-muted
  video.muted = true
  video.autoplay = !keepsStill()
  const button = el(
    'button',
    {
      type: 'button',
      class: 'loop',
      onclick: () => (video.paused ? void start(video) : video.pause()),
    },
    video,
    el('span', { class: 'big-play', 'aria-hidden': 'true' }, icon('play')),
  )
  const sign = () => {
    button.classList.toggle('paused', video.paused)
    button.setAttribute('aria-label', `${video.paused ? 'Play' : 'Stop'} the ${label}`)
  }
  for (const event of ['play', 'pause']) video.addEventListener(event, sign)
  sign()
  return button
}

/** A round film of somebody's face. */
export function videoNote(file) {
  const video = el('video', { src: file.address, preload: 'metadata', playsinline: true })
  const clock = el('small', { class: 'pill clock' }, durationText(file.durationS))
  const button = el(
    'button',
    {
      type: 'button',
      class: 'video-note paused',
      onclick: () => (video.paused ? void start(video) : video.pause()),
    },
    video,
    el('span', { class: 'big-play', 'aria-hidden': 'true' }, icon('play')),
    clock,
  )
  const sign = () => {
    button.classList.toggle('paused', video.paused)
    button.setAttribute('aria-label', `${video.paused ? 'Play' : 'Pause'} the video message`)
  }
  for (const event of ['play', 'pause', 'ended']) video.addEventListener(event, sign)
  for (const event of ['timeupdate', 'loadedmetadata'])
    video.addEventListener(event, () => {
      const at = video.currentTime > 0 ? video.currentTime : (file.durationS ?? video.duration)
      clock.textContent = durationText(at)
    })
  sign()
  return button
}

/** Room is kept before the file is there. */
export function sizes({ width, height }) {
  return { width, height }
}
