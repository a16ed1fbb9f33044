import { rmSync } from 'node:fs'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import { createDashboard } from './dashboard/app.ts'
import { createLoopbackWeb, listenOnLoopback } from './lib/loopback-web.ts'
import type { Log } from './log.ts'
import { type PasserbyConfig, startPasserby } from './passerby.ts'
import { createSandboxPage } from './sandbox/page/sandbox-page.ts'
import { createSandbox } from './sandbox/sandbox.ts'
import { lockDatabase } from './store/lock.ts'

/** Everything that `npm start` runs, until `signal` says stop. Returns the sentence that ended it where a platform did. */
export async function serve(
  config: Config,
  deps: { readonly clock: Clock; readonly log: Log },
  signal: AbortSignal,
): Promise<string | undefined> {
  await using parts = new AsyncDisposableStack()
  // First of all: what waits for this Passerby must not be begun by one that cannot stay.
  lockDatabase(config.databasePath).release()
  await refuseTakenPorts(config)
  let platforms: PasserbyConfig = config
  let servers: Awaited<ReturnType<typeof createSandbox>> | undefined
  if (config.mode === 'sandbox') {
    forgetEarlierSandbox(config.databasePath)
    servers = parts.use(await createSandbox({ now: deps.clock.now }))
    const { telegram, discord } = servers
    platforms = { ...config, telegram, discord }
  }
  const passerby = parts.use(await startPasserby(platforms, deps))
  const dashboard = parts.use(
    await createDashboard({
      overview: () => passerby.overview(),
      changes: (listener) => passerby.onChange(listener),
      ...deps,
      ...config.http,
    }),
  )
  if (servers) {
    const page = parts.use(
      await createSandboxPage({
        servers: [servers.telegram, servers.discord],
        host: '127.0.0.1',
        port: config.sandboxPort,
        dashboardUrl: dashboard.url,
        onError: (error) => deps.log.error({ error }, 'The sandbox page failed.'),
      }),
    )
    say('Passerby runs in the sandbox: a made-up Telegram and Discord, on this machine alone.')
    say(`  Chat as anybody   ${page.url}`)
  } else {
    say('Passerby is running.')
  }
  say(`  Dashboard         ${dashboard.url}`)
  say('Ctrl-C ends it.')

  const stopped = new Promise<undefined>((resolve) => {
    if (signal.aborted) resolve(undefined)
    signal.addEventListener('abort', () => resolve(undefined), { once: true })
  })
  return await Promise.race([stopped, passerby.halted])
}

async function refuseTakenPorts({ mode, http, sandboxPort }: Config): Promise<void> {
  const pages = [{ ...http, variable: 'HTTP_PORT' }]
  if (mode === 'sandbox') pages.push({ ...http, port: sandboxPort, variable: 'SANDBOX_PORT' })
  for (const { host, port, variable } of pages) {
    const page = await createLoopbackWeb({ host, onError: () => {} })
    await listenOnLoopback(page, host, port, `Set ${variable} to a free one.`)
    await page.close()
  }
}

/** Made-up people live as long as the process, so a database that knows earlier ones would wait for ghosts. */
function forgetEarlierSandbox(databasePath: string): void {
  const lock = lockDatabase(databasePath)
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${databasePath}${suffix}`, { force: true })
  lock.release()
}

const say = (line: string): void => void process.stdout.write(`${line}\n`)
