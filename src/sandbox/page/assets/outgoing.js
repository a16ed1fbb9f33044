// What chosen files can be sent as.

/** https://core.telegram.org/stickers and https://docs.discord.com/developers/resources/sticker#sticker-object-sticker-format-types */
const stickerTypes = {
  telegram: ['image/webp', 'video/webm'],
  discord: ['image/png', 'image/apng', 'image/gif'],
}

/** What an app makes of a file that nobody said more about. */
export function naturalKind({ type }) {
  if (type === 'image/gif') return 'animation'
  if (/^image\/(?:jpeg|png|webp|apng|avif|bmp)$/.test(type)) return 'photo'
  if (type.startsWith('video/')) return 'video'
  return type.startsWith('audio/') ? 'audio' : 'document'
}

function isSticker({ name, type }, platform) {
  if (/\.tgs$/i.test(name)) return platform === 'telegram'
  if (/\.json$/i.test(name)) return platform === 'discord'
  return stickerTypes[platform].includes(type)
}

/** The kinds to choose from besides what each file is by nature. */
export function otherKinds(platform, files) {
  const [file] = files
  const alone = files.length === 1
  const kinds = []
  if (platform === 'telegram' && files.some((each) => naturalKind(each) !== 'document'))
    kinds.push('document')
  if (platform === 'telegram' && alone && file.type.startsWith('video/'))
    kinds.push('animation', 'video-note')
  // Discord's app records voice messages as Ogg.
  const voices = platform === 'telegram' ? 'audio/' : 'audio/ogg'
  if (alone && file.type.startsWith(voices)) kinds.push('voice')
  if (alone && isSticker(file, platform)) kinds.push('sticker')
  return kinds
}

const inAlbums = ['photo', 'video', 'audio', 'document']
/** https://core.telegram.org/bots/api#sendmediagroup */
const mostInAlbum = 10

/**
 * The messages that the files become. Discord puts everything into one, and shows each file as what it is; on Telegram files of
 * one kind share albums, and what cannot be in one goes alone.
 */
export function parcels(platform, files, chosen) {
  if (platform === 'discord')
    return files.length === 0 ? [] : [{ kind: chosen ?? 'document', files: [...files] }]
  const sent = []
  for (const file of files) {
    const kind = chosen ?? naturalKind(file)
    const last = sent.at(-1)
    const joins = inAlbums.includes(kind) && last?.kind === kind && last.files.length < mostInAlbum
    if (joins) last.files.push(file)
    else sent.push({ kind, files: [file] })
  }
  return sent
}
