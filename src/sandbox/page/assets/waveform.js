// Loudness over time, as a row of bars between 0 and 1.

const quietest = 0.12

/** Discord's waveforms: one byte for each moment, in base64. https://docs.discord.com/developers/resources/message#voice-messages */
export function givenBars(base64, count) {
  try {
    return resample(
      Array.from(atob(base64), (character) => character.charCodeAt(0) / 255),
      count,
    )
  } catch {
    return flatBars(count)
  }
}

/** From samples between -1 and 1. The loudest moment fills its bar. */
export function measuredBars(samples, count) {
  const span = Math.max(1, Math.ceil(samples.length / count))
  const peaks = Array.from({ length: count }, (_, bar) => {
    let peak = 0
    const end = Math.min(samples.length, (bar + 1) * span)
    for (let at = bar * span; at < end; at += 1) peak = Math.max(peak, Math.abs(samples[at]))
    return peak
  })
  const loudest = Math.max(...peaks)
  return peaks.map((peak) => audible(loudest === 0 ? 0 : peak / loudest))
}

export function flatBars(count) {
  return Array.from({ length: count }, () => quietest)
}

function resample(levels, count) {
  if (levels.length === 0) return flatBars(count)
  return Array.from({ length: count }, (_, bar) => {
    const start = Math.floor((bar * levels.length) / count)
    const end = Math.max(start + 1, Math.floor(((bar + 1) * levels.length) / count))
    return audible(Math.max(...levels.slice(start, end)))
  })
}

const audible = (level) => Math.max(quietest, Math.min(1, level))
