/** What browsers show or play and never run. Markup, scripts and vector images are not among them. */
const media = new Set([
  'image/apng',
  'image/avif',
  'image/bmp',
  'image/gif',
  'image/jpeg',
  'image/png',
  'image/webp',
  'video/mp4',
  'video/ogg',
  'video/quicktime',
  'video/webm',
  'audio/aac',
  'audio/flac',
  'audio/mp3',
  'audio/mp4',
  'audio/mpeg',
  'audio/ogg',
  'audio/opus',
  'audio/wav',
  'audio/webm',
  'audio/x-m4a',
  'audio/x-wav',
])

/** How a file that somebody says is of this type is handed to a browser; what is not surely media is only saved. */
export function servedType(type: string): {
  readonly type: string
  readonly disposition: 'inline' | 'attachment'
} {
  const bare = (type.split(';')[0] ?? '').trim().toLowerCase()
  return media.has(bare)
    ? { type: bare, disposition: 'inline' }
    : { type: 'application/octet-stream', disposition: 'attachment' }
}
