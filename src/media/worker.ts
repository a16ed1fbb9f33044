// A worker thread of the media works: one job at a time, bytes in, bytes out. It knows no token, no address and no clock.

import { parentPort } from 'node:worker_threads'
import { must } from '../lib/must.ts'
import type { Job, JobResult } from './job.ts'
import { Refusal } from './job.ts'
import { makeReady } from './make-ready.ts'

// Libraries that look for something of theirs find it here or not at all.
const fetchLocally = globalThis.fetch
globalThis.fetch = async (input, init) => {
  const address = input instanceof Request ? input.url : String(input)
  if (!address.startsWith('data:')) throw new Error('a worker has no network')
  return fetchLocally(input, init)
}

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
