// Content other than text that people can send, and how a chat names it.

const names = {
  photo: 'Photo',
  video: 'Video',
  animation: 'GIF',
  audio: 'Music',
  voice: 'Voice message',
  'video-note': 'Video message',
  sticker: 'Sticker',
  document: 'File',
  location: 'Location',
  contact: 'Contact',
  poll: 'Poll',
  dice: 'Dice',
}

export const kindsOf = {
  telegram: [
    'photo',
    'video',
    'voice',
    'video-note',
    'sticker',
    'document',
    'location',
    'contact',
    'poll',
  ],
  discord: ['photo', 'video', 'voice', 'sticker', 'document', 'poll'],
}

export function kindName(kind) {
  return names[kind] ?? kind
}

export function kindIcon(kind) {
  return { 'video-note': 'video', animation: 'video', audio: 'voice' }[kind] ?? kind
}
