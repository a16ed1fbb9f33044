import type { Action, CaptionedFile } from '../core/action.ts'
import type { MediaKind } from '../core/media.ts'
import { plain } from '../core/rich-text.ts'
import { unreachable } from '../lib/must.ts'

/** What a platform refuses for its form, as plainly as it can be said; `undefined` where it is plain already. */
export function simplified(action: Action, isNotice: boolean): Action | undefined {
  switch (action.kind) {
    case 'send': {
      const hasForm = action.text.ranges.length > 0 || action.replyTo !== undefined
      return hasForm ? { ...action, text: plain(action.text.text), replyTo: undefined } : undefined
    }
    case 'edit':
      // The message that was to be replaced is gone: a notice comes as a new one.
      if (isNotice)
        return { kind: 'send', text: action.text, buttons: action.buttons, replyTo: undefined }
      return action.text.ranges.length > 0
        ? { ...action, text: plain(action.text.text) }
        : undefined
    case 'send-files': {
      const plainer = action.files.map(plainerFile)
      const hasForm =
        action.replyTo !== undefined || plainer.some((file, i) => file !== action.files[i])
      return hasForm ? { ...action, files: plainer, replyTo: undefined } : undefined
    }
    case 'send-place':
      return action.replyTo === undefined ? undefined : { ...action, replyTo: undefined }
    case 'edit-files': {
      const { text } = action
      const files = action.files.map(plainerFile)
      const isPlain = files.every((file, i) => file === action.files[i])
      if (isPlain && (text === undefined || text.ranges.length === 0)) return undefined
      return { ...action, files, text: text && plain(text.text) }
    }
    case 'delete':
    case 'react':
      return undefined
    default:
      return unreachable(action)
  }
}

/** Some people let nobody send them voice and video messages: sound and video are taken. What is refused by reference is uploaded. */
function plainerFile(file: CaptionedFile): CaptionedFile {
  const form = plainerForms[file.form]
  const isPlain = form === undefined && file.caption.ranges.length === 0 && !file.isByReference
  if (isPlain) return file
  const caption = plain(file.caption.text)
  return { ...file, form: form ?? file.form, caption, isByReference: false }
}

const plainerForms: Partial<Readonly<Record<MediaKind, MediaKind>>> = {
  voice: 'audio',
  'video-note': 'video',
}
