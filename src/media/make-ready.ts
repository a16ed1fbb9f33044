import { Refusal } from './job.ts'
import type { Job, JobResult } from './job.ts'
import { inflate } from './inflate.ts'
import { firstFitting, ready } from './ready.ts'
import { sniff } from './sniff.ts'

/**
 * Everything that happens to one file, from unchecked bytes to what a stranger may see. Fails with a Refusal, or as a library does. What
 * knows a format is loaded when the first file of it comes: it takes longer than most files.
 */
export async function makeReady(job: Job): Promise<JobResult> {
  const sniffed = await sniff(job.bytes)
  switch (sniffed.kind) {
    case 'picture':
      return ready(await (await import('./picture-ready.ts')).pictureReady(job, sniffed.type))
    case 'recording':
      return (await import('./recording-ready.ts')).recordingReady(job)
    case 'gzip':
      return lottie(job, await inflate(job.bytes))
    case 'text':
      // Discord's animated stickers are Lottie without packing.
      return job.form === 'sticker' ? lottie(job, job.bytes) : asItIs(job, 'text/plain')
    case 'office':
      if (!job.mayNameSender) throw new Refusal('cannot-be-cleaned')
      return asItIs(job, sniffed.type)
    case 'unknown':
      throw new Refusal('cannot-be-cleaned')
  }
}

async function lottie(job: Job, json: Uint8Array): Promise<JobResult> {
  return (await import('./lottie-ready.ts')).lottieReady(job, json)
}

/** What is in such a file its sender can read there, or has been asked about. */
async function asItIs(job: Job, type: string): Promise<JobResult> {
  return ready(await firstFitting(job, ['document'], () => ({ bytes: job.bytes, type })))
}
