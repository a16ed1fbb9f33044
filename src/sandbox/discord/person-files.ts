// What a person's app sends when they pick files.

import type { SandboxFile, SeenFileKind, SendOptions } from '../person.ts'
import { storeAttachment } from './attachment.ts'
import type { Dm } from './dm.ts'
import { readMediaHeader } from './headers/media-header.ts'
import { isOgg } from './headers/sound-header.ts'
import { shownKind } from './seen-files.ts'
import { storeSticker } from './sticker.ts'
import { messageFlag } from './wire-message.ts'
import type { WireMessage } from './wire-message.ts'
import type { World } from './world.ts'

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#json, 30015 */
export const mostAttachments = 10

/** What who pays for it may upload: https://support.discord.com/hc/en-us/articles/25444343291031 */
const mostBytes = 500 * 1024 * 1024

/** The parts that make a message of these files. Throws on what the app would not send. */
export function personFiles(
  world: World,
  dm: Dm,
  kind: SeenFileKind,
  files: readonly SandboxFile[],
  { caption, spoiler = false }: SendOptions = {},
): Partial<WireMessage> {
  if (files.length === 0 || files.length > mostAttachments)
    throw new Error(`The app sends 1 to ${mostAttachments} files, not ${files.length}.`)
  if (files.some(({ bytes }) => bytes.byteLength > mostBytes))
    throw new Error('The app sends no file of more than 500 MiB.')
  const content = (caption ?? '').trim()
  switch (kind) {
    case 'video-note':
      throw new Error(`Discord has no content of the kind ${kind}.`)
    case 'voice':
      return voice(world, dm, onlyFile(files), content)
    case 'sticker': {
      if (spoiler) throw new Error('The app cannot hide stickers.')
      return { content, sticker_items: [storeSticker(world, dm, onlyFile(files))] }
    }
    default:
      for (const file of files) requireKind(kind, file)
      // Apps mark a spoiler by the flag today. A file that is called `SPOILER_` is one as well, by its name alone.
      return {
        content,
        attachments: files.map((file) => storeAttachment(world, dm, file, { isSpoiler: spoiler })),
      }
  }
}

/** https://docs.discord.com/developers/resources/message#voice-messages */
function voice(world: World, dm: Dm, file: SandboxFile, content: string): Partial<WireMessage> {
  if (content !== '') throw new Error('A voice message has no caption.')
  if (!isOgg(file.bytes)) throw new Error('The app records voice messages as OGG.')
  const duration_secs = readMediaHeader(file.bytes)?.durationS ?? 0
  const details = { duration_secs, waveform: waveformOf(file.bytes) }
  const recorded = { bytes: file.bytes, name: 'voice-message.ogg', type: 'audio/ogg' }
  return {
    attachments: [storeAttachment(world, dm, recorded, details)],
    flags: messageFlag.voice,
  }
}

/** No picture of the sound, but one that no other sound has. */
function waveformOf(bytes: Uint8Array): string {
  const points = Math.min(64, bytes.byteLength)
  const step = bytes.byteLength / points
  const picked = Array.from({ length: points }, (_, index) => bytes[Math.floor(index * step)] ?? 0)
  return Buffer.from(picked).toString('base64')
}

function onlyFile(files: readonly SandboxFile[]): SandboxFile {
  const [file] = files
  if (file === undefined || files.length > 1)
    throw new Error('The app sends one of these at a time.')
  return file
}

/** The app does not ask what a file is to be; it shows what it is. Pictures and videos may be mixed. */
function requireKind(kind: SeenFileKind, { type, bytes, name }: SandboxFile): void {
  const shown = shownKind(type, readMediaHeader(bytes)?.isAnimated === true)
  const isMix = [kind, shown].every((each) => each === 'photo' || each === 'video')
  if (kind !== 'document' && kind !== shown && !isMix)
    throw new Error(`The app shows ${name} (${type}) as ${shown}, not as ${kind}.`)
}
