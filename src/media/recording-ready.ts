import type { MediaKind } from '../core/media.ts'
import { drawWebm } from './draw-webm.ts'
import type { Frames } from './frames.ts'
import type { CleanFile, Job, JobResult } from './job.ts'
import { drawn, mostDrawnSide } from './lottie-ready.ts'
import { ownForm, takes } from './own-form.ts'
import { firstFitting, ready } from './ready.ts'
import { openRecording } from './recording.ts'
import type { Recording } from './recording.ts'
import { remux } from './remux.ts'
import { waveformOf } from './waveform.ts'

export async function recordingReady(job: Job): Promise<JobResult> {
  using recording = await openRecording(job.bytes)
  const sticker = ownForm(job.forms, 'sticker')
  if (job.form === 'sticker' && recording.video && !(sticker && takes(sticker, 'video/webm')))
    return await stickerReady(job, recording)
  const clean = await remux(recording)
  const isVoice = job.form === 'voice' && (await isOpus(recording))
  const names = recording.video ? filmForms(job.form) : soundForms(job.form, isVoice)
  const file = isVoice && job.hasWaveform ? await withWaveform(recording, clean) : clean
  return ready(await firstFitting(job, names, () => file))
}

function filmForms(wanted: MediaKind): readonly MediaKind[] {
  switch (wanted) {
    case 'document':
    case 'sticker':
      return wanted === 'sticker' ? ['sticker', 'animation', 'document'] : ['document']
    case 'animation':
    case 'video-note':
      return [wanted, 'video', 'document']
    default:
      return ['video', 'document']
  }
}

function soundForms(wanted: MediaKind, isVoice: boolean): readonly MediaKind[] {
  if (wanted === 'document') return ['document']
  return isVoice ? ['voice', 'audio', 'document'] : ['audio', 'document']
}

async function isOpus({ video, audio }: Recording): Promise<boolean> {
  return video === undefined && (await audio?.getCodec()) === 'opus'
}

async function withWaveform({ audio }: Recording, clean: CleanFile): Promise<CleanFile> {
  return audio ? { ...clean, waveform: await waveformOf(audio, clean.durationMs ?? 0) } : clean
}

/** A sticker that moves as a film does, for a platform whose stickers are pictures. */
async function stickerReady(job: Job, { video }: Recording): Promise<JobResult> {
  let frames: Promise<Frames> | undefined
  try {
    const file = await firstFitting(job, ['sticker', 'animation', 'document'], async (form) => {
      if (!video) return undefined
      const durationMs = (await video.computeDuration()) * 1000
      frames ??= drawWebm(video, durationMs, Math.min(job.sticker.side, mostDrawnSide))
      return drawn(frames, form)
    })
    return ready(file, true)
  } catch {
    return { kind: 'undrawn' }
  }
}
