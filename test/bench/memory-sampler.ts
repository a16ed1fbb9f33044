// The thread that watches the memory of its process.

import { workerData } from 'node:worker_threads'

const everyMs = 20

const peakKiB: unknown = workerData
if (!(peakKiB instanceof Int32Array)) throw new Error('There is nowhere to write the peak')
setInterval(() => {
  const now = Math.round(process.memoryUsage.rss() / 1024)
  if (now > Atomics.load(peakKiB, 0)) Atomics.store(peakKiB, 0, now)
}, everyMs)
