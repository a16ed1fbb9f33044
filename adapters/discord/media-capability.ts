import type {
  FormCapability,
  MediaCapability,
  TextCapability,
} from '../../src/core/capabilities.ts'

const MiB = 1024 * 1024

/** All files but voice messages can be in one message: https://docs.discord.com/developers/reference#uploading-files */
function own(types: 'any' | readonly string[]): FormCapability {
  return {
    kind: 'own',
    // For every file of a bot's, whoever gets it: https://docs.discord.com/developers/reference#uploading-files
    mostBytes: 10 * MiB,
    types,
    album: 'any',
    hasCaption: true,
    // https://docs.discord.com/developers/resources/message#attachment-object-attachment-request-structure: any attachment has `is_spoiler`.
    hasSpoiler: true,
  }
}

export function mediaCapability(caption: TextCapability): MediaCapability {
  return {
    forms: {
      photo: own(['image/jpeg', 'image/png', 'image/webp']),
      video: own(['video/mp4', 'video/webm', 'video/quicktime']),
      animation: own(['image/gif', 'image/webp', 'video/mp4']),
      audio: own(['audio/mpeg', 'audio/ogg', 'audio/wav', 'audio/flac', 'audio/mp4']),
      // Alone and without words: https://docs.discord.com/developers/resources/message#voice-messages
      voice: {
        kind: 'own',
        mostBytes: 10 * MiB,
        types: ['audio/ogg'],
        album: undefined,
        hasCaption: false,
        hasSpoiler: false,
      },
      'video-note': { kind: 'as', form: 'video' },
      // A bot can send the stickers of its servers alone: https://docs.discord.com/developers/resources/message#create-message
      sticker: { kind: 'as', form: 'animation' },
      document: own('any'),
    },
    // Of Nitro; the way down has no limit of its own. https://support.discord.com/hc/en-us/articles/115000435108
    mostFromPeople: 500 * MiB,
    // 25 MiB with everything around the files: https://docs.discord.com/developers/resources/message#create-message
    mostInRequest: 25 * MiB - 64 * 1024,
    // https://docs.discord.com/developers/topics/opcodes-and-status-codes#json-json-error-codes, 30015
    album: { most: 10, isOneMessage: true },
    caption,
    byReference: new Set(),
    hasPlaces: false,
  }
}
