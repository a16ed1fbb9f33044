import { createDiscordSandbox } from './discord/discord-sandbox.ts'
import type { SandboxOptions, SandboxServer } from './server.ts'
import { createTelegramSandbox } from './telegram/telegram-sandbox.ts'

export interface Sandbox extends AsyncDisposable {
  readonly telegram: SandboxServer
  readonly discord: SandboxServer
}

/** Both made-up platforms on free ports. */
export async function createSandbox(options: SandboxOptions): Promise<Sandbox> {
  await using parts = new AsyncDisposableStack()
  const telegram = parts.use(await createTelegramSandbox(options))
  const discord = parts.use(await createDiscordSandbox(options))
  const both = parts.move()
  return { telegram, discord, [Symbol.asyncDispose]: () => both.disposeAsync() }
}
