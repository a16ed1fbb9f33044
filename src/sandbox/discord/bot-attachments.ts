// The files of the bot's messages: https://docs.discord.com/developers/reference#uploading-files

import { apiErrors } from './api-error.ts'
import { storeAttachment } from './attachment.ts'
import type { AttachmentDetails } from './attachment.ts'
import type { Dm } from './dm.ts'
import { formError } from './form-error.ts'
import type { AttachmentForm, MessageForm } from './message-form.ts'
import { mostAttachments } from './person-files.ts'
import type { UploadedFile } from './request-body.ts'
import type { WireAttachment } from './wire-message.ts'
import type { World } from './world.ts'

export function newAttachments(
  world: World,
  dm: Dm,
  form: MessageForm,
  files: readonly UploadedFile[],
): readonly WireAttachment[] {
  const listed = form.attachments ?? []
  requireCount(Math.max(files.length, listed.length))
  for (const [index, { id }] of listed.entries()) {
    if (!files.some((file) => file.index === String(id))) throw unknownAttachment(index)
  }
  return files.map((file) => {
    const details = listed.find(({ id }) => String(id) === file.index)
    return storeAttachment(world, dm, named(file, details), detailsOf(details))
  })
}

/**
 * The list names everything that is there after the edit, old and new; without a list what was there stays.
 * https://docs.discord.com/developers/resources/message#edit-message
 */
export function editedAttachments(
  world: World,
  dm: Dm,
  form: MessageForm,
  files: readonly UploadedFile[],
  before: readonly WireAttachment[],
): readonly WireAttachment[] {
  if (form.attachments === undefined) {
    requireCount(before.length + files.length)
    return [...before, ...newAttachments(world, dm, { ...form, attachments: null }, files)]
  }
  const listed = form.attachments ?? []
  requireCount(listed.length)
  const found = listed.map((details, index) => {
    const kept = before.find(({ id }) => id === String(details.id))
    const file = files.find((each) => each.index === String(details.id))
    if (kept === undefined && file === undefined) throw unknownAttachment(index)
    return { details, kept, file }
  })
  return found.flatMap(({ details, kept, file }) => {
    if (kept) return [{ ...kept, ...(details.description && { description: details.description }) }]
    return file ? [storeAttachment(world, dm, named(file, details), detailsOf(details))] : []
  })
}

function requireCount(count: number): void {
  if (count > mostAttachments) throw apiErrors.tooManyAttachments()
}

function unknownAttachment(index: number): Error {
  return formError(
    ['attachments', index, 'id'],
    'BASE_TYPE_CHOICES',
    'There is neither a file nor an attachment of this id.',
  )
}

function named(file: UploadedFile, details: AttachmentForm | undefined): UploadedFile {
  return { ...file, bytes: file.bytes, name: details?.filename ?? file.name }
}

function detailsOf(form: AttachmentForm | undefined): AttachmentDetails {
  if (form === undefined) return {}
  return {
    ...(form.title && { title: form.title }),
    ...(form.description && { description: form.description }),
    ...(typeof form.duration_secs === 'number' && { duration_secs: form.duration_secs }),
    ...(form.waveform && { waveform: form.waveform }),
    isSpoiler: form.is_spoiler === true,
  }
}
