// Sends files as the product does.

import type { Action, CaptionedFile } from '../../../src/core/action.ts'
import type { Ref } from '../../../src/core/address.ts'
import type { PreparedFile } from '../../../src/core/media.ts'
import { plain } from '../../../src/core/rich-text.ts'
import type { SandboxPerson, SeenMessage } from '../../../src/sandbox/person.ts'
import { captionedFile, preparedFile } from './files.ts'
import { notAborted, type Stage } from './stage.ts'

type SendFiles = Extract<Action, { kind: 'send-files' }>

/** Photos of these captions, or as many as there are. */
export function photos(stage: Stage, ...captions: readonly string[]) {
  const wanted = captions.map((caption, i) =>
    captionedFile(stage, 'photo', { number: i + 1, caption: plain(caption) }),
  )
  const prepared = wanted.map(({ number }) =>
    preparedFile('photo', 'photo.jpg', { name: `photo-${number}.jpg` }),
  )
  return { wanted, prepared }
}

export function sendFiles(
  stage: Stage,
  wanted: readonly CaptionedFile[],
  prepared: readonly PreparedFile[],
  { key = stage.newKey(), replyTo }: { readonly key?: string; readonly replyTo?: Ref } = {},
) {
  const action: SendFiles = { kind: 'send-files', files: wanted, replyTo }
  const delivery = { to: stage.addressOf(stage.ann), key, action }
  return stage.adapter.perform(delivery, prepared, notAborted())
}

export const shown = ({ chat }: SandboxPerson): readonly SeenMessage[] =>
  chat.filter(({ from, files }) => from === 'bot' && files.length > 0)
