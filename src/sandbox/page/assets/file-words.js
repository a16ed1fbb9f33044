// What a file says of itself in a word or two.

const units = ['B', 'KB', 'MB', 'GB']

export function sizeText(bytes) {
  const power = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3))
  const value = bytes / 1000 ** power
  return `${value < 10 && power > 0 ? value.toFixed(1) : Math.round(value)} ${units[power]}`
}

export function durationText(seconds) {
  if (!Number.isFinite(seconds)) return '0:00'
  const whole = Math.max(0, Math.round(seconds))
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

/** At most four characters for a badge; where the name has no ending, the type has to do. */
export function endingOf({ name, type }) {
  const ending = /\.([a-z0-9]{1,8})$/i.exec(name ?? '')?.[1] ?? type.split('/').at(-1) ?? ''
  return ending.replace(/^x-|;.*$|\+.*$/g, '').slice(0, 4)
}

/** As maps write it: four decimals are eleven metres. */
export function coordinatesText({ latitude, longitude }) {
  const part = (value, positive, negative) =>
    `${Math.abs(value).toFixed(4)}° ${value < 0 ? negative : positive}`
  return `${part(latitude, 'N', 'S')}, ${part(longitude, 'E', 'W')}`
}
