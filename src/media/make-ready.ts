import { Refusal } from './job.ts'
import type { Job, JobResult } from './job.ts'
import { inflate } from './inflate.ts'
import { lottieReady } from './lottie-ready.ts'
import { pictureReady } from './picture-ready.ts'
import { firstFitting, ready } from './ready.ts'
import { recordingReady } from './recording-ready.ts'
import { sniff } from './sniff.ts'

/** Everything that happens to one file, from unchecked bytes to what a stranger may see. Fails with a Refusal, or as a library does. */
export async function makeReady(job: Job): Promise<JobResult> {
  const sniffed = await sniff(job.bytes)
  switch (sniffed.kind) {
    case 'picture':
      return ready(await pictureReady(job, sniffed.type))
    case 'recording':
      return recordingReady(job)
    case 'gzip':
      return lottieReady(job, await inflate(job.bytes))
    case 'text':
      // Discord's animated stickers are Lottie without packing.
      return job.form === 'sticker' ? lottieReady(job, job.bytes) : asItIs(job, 'text/plain')
    case 'office':
      return asItIs(job, sniffed.type)
    case 'unknown':
      throw new Refusal('cannot-be-cleaned')
  }
}

/** What is in such a file its sender can read there, or has been asked about. */
async function asItIs(job: Job, type: string): Promise<JobResult> {
  return ready(await firstFitting(job, ['document'], () => ({ bytes: job.bytes, type })))
}
