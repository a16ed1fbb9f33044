/** How names end, by the type of what they name. */
const extensions: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/apng': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'video/mp4': 'mp4',
  'video/quicktime': 'mov',
  'video/webm': 'webm',
  'audio/ogg': 'oga',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'application/x-tgsticker': 'tgs',
  'application/pdf': 'pdf',
  'application/json': 'json',
  'application/zip': 'zip',
  'text/plain': 'txt',
}

const types = new Map(Object.entries(extensions).map(([type, extension]) => [extension, type]))

export function extensionFor(type: string): string {
  return extensions[type] ?? 'bin'
}

/** Telegram goes by the name, not by what the request says of it. */
export function typeOfName(name: string): string | undefined {
  return types.get(name.slice(name.lastIndexOf('.') + 1).toLowerCase())
}
