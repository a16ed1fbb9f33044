// Files on their way to Discord: as parts of a request, and as its message tells of them.

import type { RESTAPIAttachment } from 'discord.js'

import type { CaptionedFile } from '../../src/core/action.ts'
import { DeliveryError } from '../../src/core/delivery-error.ts'
import type { PreparedFile } from '../../src/core/media.ts'
import type { ApiFile } from './api.ts'

export interface Upload {
  /** Its number in the message. */
  readonly number: number
  readonly attachment: RESTAPIAttachment
  readonly file: ApiFile
}

/** https://docs.discord.com/developers/reference#uploading-files */
export function uploads(
  wanted: readonly CaptionedFile[],
  prepared: readonly PreparedFile[],
): readonly Upload[] {
  if (wanted.length !== prepared.length)
    throw new DeliveryError({ kind: 'rejected' }, 'Discord upload: a file is missing')
  return prepared.map((file, index) => {
    const { number = index + 1, spoiler = false } = wanted[index] ?? {}
    const name = spoiler ? `${spoilerPrefix}${file.name}` : file.name
    return {
      number,
      attachment: { id: String(index), filename: name, ...(spoiler && { is_spoiler: true }) },
      file: { key: `files[${index}]`, name, data: file.bytes, contentType: file.type },
    }
  })
}

/** Apps from before `is_spoiler` know it by the name. */
const spoilerPrefix = 'SPOILER_'

/** What the name of one of our files says: it ends in the number of the file. Undefined where it is no such name. */
export function readName(
  filename: string,
): { readonly number: number; readonly isSpoiler: boolean } | undefined {
  const match = /^(SPOILER_)?[a-z-]+-(\d{1,2})\.\w+$/.exec(filename)
  if (match === null) return undefined
  return { number: Number(match[2]), isSpoiler: match[1] !== undefined }
}

/**
 * What makes a voice message of a file: https://docs.discord.com/developers/resources/message#voice-messages. Undefined where it lacks
 * what one has to have: then it is a file like others.
 */
export function voiceDetails({
  form,
  durationMs,
  waveform,
}: PreparedFile): { readonly duration_secs: number; readonly waveform: string } | undefined {
  if (form !== 'voice' || durationMs === undefined || waveform === undefined) return undefined
  return { duration_secs: durationMs / 1000, waveform: Buffer.from(waveform).toString('base64') }
}
