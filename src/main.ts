import { systemClock } from './clock.ts'
import { ConfigError, readConfig } from './config.ts'
import { createLog } from './log.ts'

/** Errors with these names say in one sentence what the operator can do; a stack would only hide it. */
const plain = new Set([
  'ConfigError',
  'StoreError',
  'KeyFileError',
  'StartError',
  'PortTakenError',
  'HostRefusedError',
])

/** Longer than everything that the goodbye itself gives up waiting for. */
const longestGoodbyeMs = 20_000

const stop = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    stop.abort()
    // The next start goes on where a goodbye is cut off.
    setTimeout(() => process.exit(1), longestGoodbyeMs).unref()
  })
}

try {
  const config = readConfig()
  const log = createLog(config.logLevel)
  // Only now: what is wrong with the settings is told before everything is loaded.
  const { serve } = await import('./serve.ts')
  const problem = await serve(config, { clock: systemClock, log }, stop.signal)
  if (problem !== undefined) fail(problem)
} catch (error) {
  fail(explain(error))
}
// What does not end by itself after everything is closed is not worth waiting for.
setTimeout(() => process.exit(), longestGoodbyeMs).unref()

function fail(message: string): void {
  process.stderr.write(`${message}\n`)
  process.exitCode = 1
}

function explain(error: unknown): string {
  if (error instanceof ConfigError) {
    const [problem, ...others] = error.problems
    if (others.length === 0) return `Passerby cannot start: ${problem}`
    return [
      'Passerby cannot start with these settings:',
      ...error.problems.map((line) => `  - ${line}`),
    ].join('\n')
  }
  if (!(error instanceof Error)) return `Passerby stopped: ${String(error)}`
  return plain.has(error.name) ? error.message : `Passerby stopped: ${error.stack ?? error.message}`
}
