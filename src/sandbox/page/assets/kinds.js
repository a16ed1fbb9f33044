// Content other than text that people can send, and how a chat names it.

const names = {
  photo: 'Photo',
  album: 'Album',
  video: 'Video',
  animation: 'GIF',
  gifv: 'GIF of the picker',
  audio: 'Music',
  voice: 'Voice message',
  'video-note': 'Video message',
  sticker: 'Sticker',
  'sticker-tgs': 'Animated sticker',
  'sticker-webm': 'Video sticker',
  'sticker-gif': 'GIF sticker',
  'sticker-lottie': 'Lottie sticker',
  document: 'File',
  location: 'Location',
  place: 'Location',
  venue: 'Venue',
  contact: 'Contact',
  poll: 'Poll',
  dice: 'Dice',
  forward: 'Forward',
}

/** What is there to send without a file of one's own. */
export const samplesOf = {
  telegram: [
    'photo',
    'album',
    'video',
    'animation',
    'audio',
    'voice',
    'video-note',
    'document',
    'sticker',
    'sticker-tgs',
    'sticker-webm',
    'location',
    'venue',
    'contact',
    'poll',
    'dice',
  ],
  discord: [
    'photo',
    'album',
    'video',
    'animation',
    'gifv',
    'audio',
    'voice',
    'document',
    'sticker',
    'sticker-gif',
    'sticker-lottie',
    'poll',
    'forward',
  ],
}

const captioned = {
  telegram: ['photo', 'album', 'video', 'animation', 'audio', 'voice', 'document'],
  discord: ['photo', 'album', 'video', 'animation', 'audio', 'document'],
}
const replaceable = ['photo', 'video', 'animation', 'audio', 'document']

export function takesCaption(platform, kind) {
  return captioned[platform].includes(kind)
}

/** Telegram's app puts other media in the place of what was sent; Discord's does not. */
export function isReplaceable(platform, { kind, files }) {
  return platform === 'telegram' && files.length === 1 && replaceable.includes(kind)
}

export function kindName(kind) {
  return names[kind] ?? kind
}

export function kindIcon(kind) {
  if (kind.startsWith('sticker')) return 'sticker'
  return { gifv: 'animation', place: 'location', venue: 'location' }[kind] ?? kind
}
