import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs'

/** About what SQLite appends to its log for one page: https://sqlite.org/fileformat2.html#wal_file_format */
const frameBytes = 4120
const frames = 256

/** How often in a second the disk takes one frame in a file that is already there. */
export function measureFsyncRate(path: string, durationMs: number): number {
  const file = openSync(path, 'w', 0o600)
  const frame = Buffer.alloc(frameBytes, 1)
  try {
    for (let at = 0; at < frames; at += 1) writeSync(file, frame, 0, frameBytes, at * frameBytes)
    fdatasyncSync(file)
    const start = performance.now()
    let count = 0
    while (performance.now() - start < durationMs) {
      writeSync(file, frame, 0, frameBytes, (count % frames) * frameBytes)
      fdatasyncSync(file)
      count += 1
    }
    return (count * 1000) / (performance.now() - start)
  } finally {
    closeSync(file)
  }
}
