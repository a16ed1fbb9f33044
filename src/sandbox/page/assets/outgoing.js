// What chosen files can be sent as.

const stickerTypes = ['image/webp', 'image/png', 'image/apng', 'image/gif', 'video/webm']

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
  return stickerTypes.includes(type)
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
  if (alone && file.type.startsWith('audio/')) kinds.push('voice')
  if (alone && isSticker(file, platform)) kinds.push('sticker')
  return kinds
}

const company = { photo: 'seen', video: 'seen', audio: 'heard', document: 'read' }
/** https://core.telegram.org/bots/api#sendmediagroup */
const mostInAlbum = 10

/**
 * The messages that the files become. Discord puts everything into one; on Telegram photos and videos share albums, music and
 * files have their own, and whatever else there is goes alone.
 */
export function parcels(platform, files, chosen) {
  const kindOf = (file) => chosen ?? naturalKind(file)
  if (platform === 'discord')
    return files.length === 0 ? [] : [{ kind: kindOf(files[0]), files: [...files] }]
  const sent = []
  for (const file of files) {
    const kind = kindOf(file)
    const last = sent.at(-1)
    const joins =
      company[kind] !== undefined &&
      last !== undefined &&
      company[last.kind] === company[kind] &&
      last.files.length < mostInAlbum
    if (joins) last.files.push(file)
    else sent.push({ kind, files: [file] })
  }
  return sent
}
