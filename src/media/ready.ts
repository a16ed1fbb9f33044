import type { MediaKind, PreparedFile } from '../core/media.ts'
import type { RefusedFile } from '../core/refused-file.ts'
import { Refusal } from './job.ts'
import type { CleanFile, Job, JobResult } from './job.ts'
import { neutralName } from './neutral-name.ts'
import { ownForms, takes } from './own-form.ts'
import type { OwnForm } from './own-form.ts'

/** Makes the file for one form; `undefined` where it is nothing that this form shows. */
type Make = (form: OwnForm) => CleanFile | undefined | Promise<CleanFile | undefined>

/**
 * The file in the first of the forms in which the platform takes it. Refuses with the largest limit that it is above, or because no form
 * takes what it is.
 */
export async function firstFitting(
  job: Job,
  names: readonly MediaKind[],
  make: Make,
): Promise<PreparedFile> {
  let reason: RefusedFile = { why: 'cannot-be-cleaned' }
  for (const form of ownForms(job.forms, names)) {
    const file = await make(form)
    if (!file || !takes(form, file.type)) continue
    if (file.bytes.length <= form.mostBytes) return prepared(job, form.form, file)
    const largest: number = reason.why === 'too-large' ? reason.limitBytes : 0
    reason = { why: 'too-large', limitBytes: Math.max(largest, form.mostBytes) }
  }
  throw new Refusal(reason)
}

export const ready = (file: PreparedFile, isDrawn = false): JobResult => ({
  kind: 'ready',
  file,
  isDrawn,
})

function prepared({ number }: Job, form: MediaKind, file: CleanFile): PreparedFile {
  const { bytes, type, width, height, durationMs, waveform } = file
  return {
    form,
    bytes,
    name: neutralName(form, number, type),
    type,
    width,
    height,
    durationMs,
    standIn: undefined,
    waveform: form === 'voice' ? waveform : undefined,
  }
}
