// Made-up media of Telegram's kinds. Whatever a sender's device would tell of them is in it, under a name that betrays a leak.

import { randomBytes } from 'node:crypto'

import type { Animation, Document, PhotoSize, Sticker } from 'grammy/types'

import type { SampleMaker } from './sample-message.ts'

export interface SampleFile {
  readonly file_id: string
  readonly file_unique_id: string
  readonly file_size: number
}

function file(file_size: number): SampleFile {
  const unique = randomBytes(9).toString('base64url')
  const id = randomBytes(24).toString('base64url')
  return { file_id: `sandbox_${id}`, file_unique_id: `sb${unique}`, file_size }
}

export function photoSizes(): PhotoSize[] {
  return [
    { ...file(1_400), width: 90, height: 67 },
    { ...file(21_000), width: 320, height: 240 },
    { ...file(164_000), width: 1280, height: 960 },
  ]
}

function stickerOf(username: string): Sticker {
  return {
    ...file(23_000),
    type: 'regular',
    width: 512,
    height: 512,
    is_animated: false,
    is_video: false,
    emoji: '👋',
    set_name: `of_${username}`,
  }
}

function fileName(username: string, extension: string): string {
  return `${username}_${randomBytes(2).toString('hex')}.${extension}`
}

/** Telegram also sets `document`, for old bots: https://core.telegram.org/bots/api#message */
export function animationOf(username: string): { animation: Animation; document: Document } {
  const about = {
    ...file(410_000),
    file_name: fileName(username, 'mp4'),
    mime_type: 'video/mp4',
  }
  return { animation: { ...about, width: 480, height: 270, duration: 3 }, document: about }
}

const duration = 7

export const sampleMedia = {
  photo: () => ({ photo: photoSizes() }),
  video: ({ username }) => ({
    video: {
      ...file(2_300_000),
      width: 1280,
      height: 720,
      duration,
      file_name: fileName(username, 'mp4'),
      mime_type: 'video/mp4',
    },
  }),
  animation: ({ username }) => animationOf(username),
  audio: ({ name, username }) => ({
    audio: {
      ...file(3_100_000),
      duration: 187,
      performer: name,
      title: 'Sandbox song',
      file_name: fileName(username, 'mp3'),
      mime_type: 'audio/mpeg',
    },
  }),
  voice: () => ({ voice: { ...file(18_000), duration, mime_type: 'audio/ogg' } }),
  'video-note': () => ({ video_note: { ...file(520_000), length: 384, duration } }),
  sticker: ({ username }) => ({ sticker: stickerOf(username) }),
  document: ({ username }) => ({
    document: {
      ...file(88_000),
      file_name: fileName(username, 'pdf'),
      mime_type: 'application/pdf',
    },
  }),
  'paid-media': () => ({
    paid_media: { star_count: 5, paid_media: [{ type: 'photo', photo: photoSizes() }] },
  }),
} satisfies Readonly<Record<string, SampleMaker>>
