// What files Telegram carries. Sizes: https://core.telegram.org/bots/api#sending-files

import type { FormCapability, MediaCapability } from '../../src/core/capabilities.ts'
import type { MediaKind } from '../../src/core/media.ts'
import { textOfAtMost } from './text-capability.ts'

/** Where the documentation leaves open which megabyte it means, the smaller one is safe. */
const megabytes = 1_000_000

type Forms = Readonly<Record<MediaKind, FormCapability>>

const formsOfAtMost = (mostBytes: number): Forms => ({
  // https://core.telegram.org/bots/api#sendphoto: "must be at most 10 MB in size", on any server
  photo: {
    kind: 'own',
    mostBytes: 10 * megabytes,
    types: ['image/jpeg', 'image/png'],
    album: 'visual',
    hasCaption: true,
    hasSpoiler: true,
  },
  // https://core.telegram.org/bots/api#sendvideo: "clients support MPEG4 videos (other formats may be sent as Document)"
  video: {
    kind: 'own',
    mostBytes,
    types: ['video/mp4'],
    album: 'visual',
    hasCaption: true,
    hasSpoiler: true,
  },
  // https://core.telegram.org/bots/api#sendanimation: "GIF or H.264/MPEG-4 AVC video without sound"; no album takes them
  animation: {
    kind: 'own',
    mostBytes,
    types: ['video/mp4', 'image/gif'],
    album: undefined,
    hasCaption: true,
    hasSpoiler: true,
  },
  // https://core.telegram.org/bots/api#sendaudio: "in the .MP3 or .M4A format"
  audio: {
    kind: 'own',
    mostBytes,
    types: ['audio/mpeg', 'audio/mp4'],
    album: 'audio',
    hasCaption: true,
    hasSpoiler: false,
  },
  // https://core.telegram.org/bots/api#sendvoice: "in an .OGG file encoded with OPUS"
  voice: {
    kind: 'own',
    mostBytes,
    types: ['audio/ogg'],
    album: undefined,
    hasCaption: true,
    hasSpoiler: false,
  },
  // https://core.telegram.org/bots/api#sendvideonote: "a rounded square MPEG4 video of up to 1 minute long"
  'video-note': {
    kind: 'own',
    mostBytes,
    types: ['video/mp4'],
    album: undefined,
    hasCaption: false,
    hasSpoiler: false,
  },
  // https://core.telegram.org/bots/api#sendsticker; 512 KB is the most of a still one (https://core.telegram.org/stickers), others are smaller
  sticker: {
    kind: 'own',
    mostBytes: 512_000,
    types: ['image/webp', 'application/x-tgsticker', 'video/webm'],
    album: undefined,
    hasCaption: false,
    hasSpoiler: false,
  },
  // https://core.telegram.org/bots/api#senddocument: "files of any type"
  document: {
    kind: 'own',
    mostBytes,
    types: 'any',
    album: 'document',
    hasCaption: true,
    hasSpoiler: false,
  },
})

/** Captions: "0-1024 characters after entities parsing". Albums: "must include 2-10 items", each a message (https://core.telegram.org/bots/api#sendmediagroup). */
const everywhere = {
  album: { most: 10, isOneMessage: false },
  caption: textOfAtMost(1024),
  // What Telegram has itself made of the sender's file, and shows without a name. Everything else keeps its file name or its tags.
  byReference: new Set(['photo', 'voice', 'video-note'] as const),
  // https://core.telegram.org/bots/api#sendlocation, https://core.telegram.org/bots/api#sendvenue
  hasPlaces: true,
} as const

export const hostedMedia: MediaCapability = {
  ...everywhere,
  forms: formsOfAtMost(50 * megabytes),
  // https://core.telegram.org/bots/api#getfile: "files of up to 20MB"; its server counts in powers of two
  mostFromPeople: 20 * 1024 * 1024,
  mostInRequest: 50 * megabytes,
}

/** "Download files without a size limit. Upload files up to 2000 MB": https://core.telegram.org/bots/api#using-a-local-bot-api-server */
export const localMedia: MediaCapability = {
  ...everywhere,
  forms: formsOfAtMost(2000 * megabytes),
  mostFromPeople: Number.POSITIVE_INFINITY,
  mostInRequest: 2000 * megabytes,
}
