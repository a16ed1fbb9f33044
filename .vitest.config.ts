import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // A lone `.only` would pass for the whole suite.
    allowOnly: false,
    // A process each: SQLite's locks and the SDKs' globals are per process.
    pool: 'forks',
    testTimeout: 20_000,
    hookTimeout: 20_000,
    unstubEnvs: true,
    restoreMocks: true,
  },
})
