import { createHash } from 'node:crypto'
import type { SandboxPerson, SeenFile, SeenMessage } from '../person.ts'

/** A file that is replaced gets another address, so that no browser shows the old one. */
const versions = new WeakMap<Uint8Array, string>()

export function fileAddress(
  person: SandboxPerson,
  message: SeenMessage,
  index: number,
  file: SeenFile,
): string {
  const place = [person.platform, person.id, message.id, `${index}`]
  return `/files/${place.map(encodeURIComponent).join('/')}?v=${versionOf(file.bytes)}`
}

function versionOf(bytes: Uint8Array): string {
  const known = versions.get(bytes)
  if (known !== undefined) return known
  const version = createHash('sha256').update(bytes).digest('hex').slice(0, 12)
  versions.set(bytes, version)
  return version
}
