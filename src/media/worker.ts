// A worker thread of the media works: one job at a time, bytes in, bytes out. It knows no token, no address and no clock.

import { parentPort } from 'node:worker_threads'
import sharp from 'sharp'
import { must } from '../lib/must.ts'
import type { Job, JobResult } from './job.ts'
import { Refusal } from './job.ts'
import { makeReady } from './make-ready.ts'

// Two workers on the machine's threads are enough, and what was somebody's file is not kept.
sharp.concurrency(1)
sharp.cache(false)

const port = must(parentPort, 'a worker has somebody to work for')

port.on('message', (job: Job) => void work(job))

async function work(job: Job): Promise<void> {
  const result = await attempt(job)
  port.postMessage(result, result.kind === 'ready' ? [result.file.bytes.buffer] : [])
}

async function attempt(job: Job): Promise<JobResult> {
  try {
    return await makeReady(job)
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refused', reason: error.reason }
    // The libraries fail at what they cannot read in ways that nobody can list.
    return { kind: 'refused', reason: { why: 'unreadable' } }
  }
}
