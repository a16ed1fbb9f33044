// Loaded before the bot: tells the parent how much memory the process holds, and the most since it was asked last.

import { isMainThread, Worker } from 'node:worker_threads'

// Threads of the bot inherit what is loaded before it.
if (isMainThread) {
  const peakKiB = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  // A thread of its own: the peaks come just when the main one has no time to look.
  const sampler = new Worker(new URL('memory-sampler.ts', import.meta.url), {
    workerData: peakKiB,
    execArgv: [],
  })
  sampler.unref()
  process.on('message', (question) => {
    if (question !== 'memory') return
    const bytes = process.memoryUsage.rss()
    const peakBytes = Math.max(bytes, Atomics.exchange(peakKiB, 0, 0) * 1024)
    process.send?.({ bytes, peakBytes })
  })
  process.channel?.unref()
}
