import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** Files in memory, where there is such a folder: a process that is killed loses nothing of them, and nobody waits for the disk. */
const memory = '/dev/shm'

export default defineConfig(({ mode }) => ({
  test: {
    include: ['test/**/*.test.ts'],
    // A lone `.only` would pass for the whole suite.
    allowOnly: false,
    // A process each: SQLite's locks and the SDKs' globals are per process.
    pool: 'forks',
    // Files one after the other share it, or starting takes longer than testing; none leaves anything behind.
    isolate: false,
    // They wait for sockets and processes as much as for the processor.
    maxWorkers: Math.max(3, availableParallelism() - 1),
    env: {
      ...(existsSync(memory) ? { TMPDIR: memory } : {}),
      ...(mode === 'searches' ? { WHOLE_SEARCHES: 'true' } : {}),
    },
    testTimeout: 20_000,
    hookTimeout: 20_000,
    unstubEnvs: true,
    restoreMocks: true,
  },
}))
