import { apiErrors } from './api-error.ts'
import { formError } from './form-error.ts'
import { isOgg } from './headers/sound-header.ts'
import type { MessageForm } from './message-form.ts'
import type { UploadedFile } from './request-body.ts'

const mostPoints = 256

/**
 * One sound, how long it is and how loud, and nothing else: https://docs.discord.com/developers/resources/message#voice-messages
 * What is called something else than a sound is refused whatever it is: https://github.com/mautrix/discord/pull/230
 */
export function requireVoice(form: MessageForm, files: readonly UploadedFile[]): void {
  if (form.content || form.components?.length) throw apiErrors.voiceWithContent()
  const [file] = files
  const isSound = file?.type.startsWith('audio/') && isOgg(file.bytes)
  if (file === undefined || files.length > 1 || !isSound) throw apiErrors.voiceWithoutSound()
  const details = form.attachments?.find(({ id }) => String(id) === file.index)
  if (!details?.waveform || typeof details.duration_secs !== 'number')
    throw apiErrors.voiceWithoutMetadata()
  const points = Buffer.from(details.waveform, 'base64')
  if (points.length > mostPoints || points.toString('base64') !== details.waveform) {
    throw formError(['attachments', 0], 'BASE_TYPE_CHOICES', 'Attachment metadata is invalid')
  }
}
