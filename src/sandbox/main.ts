import { createSandboxPage } from './page/sandbox-page.ts'
import { createSandbox } from './sandbox.ts'

// The made-up platforms alone, for a Passerby that is started elsewhere with these settings.

await using sandbox = await createSandbox({ now: () => Date.now() })
await using page = await createSandboxPage({
  servers: [sandbox.telegram, sandbox.discord],
  host: '127.0.0.1',
  port: 0,
})
const { telegram, discord } = sandbox
process.stdout.write(
  `${[
    'The sandbox is running. Start Passerby beside it with:',
    `  TELEGRAM_API_ROOT=${telegram.apiRoot} TELEGRAM_TOKEN=${telegram.token}`,
    `  DISCORD_API_ROOT=${discord.apiRoot} DISCORD_TOKEN=${discord.token}`,
    `Chat as anybody: ${page.url}`,
  ].join('\n')}\n`,
)
await new Promise<void>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve())
})
