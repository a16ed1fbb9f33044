import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { LogLevel } from './log.ts'

// The only reader of the environment. What it returns is complete and checked.

export interface PlatformConfig {
  readonly token: string
  readonly apiRoot: string
}

export interface TelegramConfig extends PlatformConfig {
  /** The Bot API server is the operator's own and runs in local mode. */
  readonly isLocal?: boolean
}

export interface Config {
  /** `sandbox`: no token is set, and made-up platforms on this machine stand in. */
  readonly mode: 'live' | 'sandbox'
  readonly telegram: TelegramConfig | undefined
  readonly discord: PlatformConfig | undefined
  readonly databasePath: string
  readonly identityKeysFile: string
  readonly contentKeysFile: string
  readonly admins: readonly { readonly platform: 'telegram' | 'discord'; readonly id: string }[]
  readonly operatorContact: string
  readonly http: { readonly host: string; readonly port: number }
  readonly sandboxPort: number
  readonly logLevel: LogLevel
}

export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(problems.join('\n'))
    this.problems = problems
  }
}

type Environment = Readonly<Record<string, string | undefined>>

const url = (example: string) =>
  z
    .string()
    .refine((value) => /^https?:\/\//.test(value) && URL.canParse(value), {
      error: `must be an address such as ${example}`,
    })
    .transform((value) => value.replace(/\/+$/, ''))

const port = z
  .string()
  .regex(/^\d{1,5}$/, { error: 'must be a port number from 0 to 65535' })
  .transform(Number)
  .refine((value) => value <= 65_535, { error: 'must be a port number from 0 to 65535' })

const shape = {
  TELEGRAM_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]{20,}$/, { error: 'does not look like a token from @BotFather' })
    .optional(),
  TELEGRAM_API_ROOT: url('https://api.telegram.org').default('https://api.telegram.org'),
  TELEGRAM_LOCAL_MODE: z
    .enum(['true', 'false'], { error: 'must be true or false' })
    .default('false')
    .transform((value) => value === 'true'),
  DISCORD_TOKEN: z
    .string()
    .regex(/^[\w-]{10,}\.[\w-]+\.[\w-]+$/, {
      error: 'does not look like a bot token from the Developer Portal',
    })
    .optional(),
  DISCORD_API_ROOT: url('https://discord.com/api').default('https://discord.com/api'),
  DATABASE_URL: z
    .string()
    .regex(/^sqlite:.+$/, { error: 'must name a file, such as sqlite:./data/passerby.db' })
    .transform((value) => value.slice('sqlite:'.length))
    .optional(),
  IDENTITY_KEYS_FILE: z.string().optional(),
  CONTENT_KEYS_FILE: z.string().optional(),
  ADMINS: z
    .string()
    .default('')
    .transform((value) =>
      value
        .split(',')
        .map((entry) => entry.trim())
        .filter((entry) => entry !== ''),
    )
    .refine((entries) => entries.every((entry) => /^(telegram|discord):\d+$/.test(entry)), {
      error: 'must be a list such as telegram:123,discord:456',
    }),
  OPERATOR_CONTACT: z
    .string()
    .regex(/^[^\p{Cc}\u2028\u2029]{1,255}$/u, {
      error: 'must be one line of at most 255 characters',
    })
    .optional(),
  HTTP_HOST: z.string().default('127.0.0.1'),
  HTTP_PORT: port.default(8080),
  SANDBOX_PORT: port.default(8081),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], {
      error: 'must be one of debug, info, warn, error, silent',
    })
    .optional(),
  NODE_ENV: z
    .enum(['production', 'development', 'test'], {
      error: 'must be production, development or test',
    })
    .optional(),
}

export const variableNames = Object.keys(shape)

/** These may be read from a file named by the same name with _FILE behind it. */
export const secretNames = ['TELEGRAM_TOKEN', 'DISCORD_TOKEN'] as const

/** Throws a ConfigError with every problem found, each one plain sentence. */
export function readConfig(environment: Environment = process.env): Config {
  const problems: string[] = []
  const filled = withSecrets(withoutBlanks(environment), problems)
  const isLive = secretNames.some((name) => filled[name] !== undefined)
  const parsed = z.object(shape).safeParse(filled)
  for (const { path, message } of parsed.error?.issues ?? []) {
    problems.push(`${path.join('.')} ${message}.`)
  }
  // What is wrong with a token's file is told already.
  const namesFile = secretNames.some((name) => filled[`${name}_FILE`] !== undefined)
  if (!isLive && !namesFile) problems.push(...reasonsAgainstSandbox(filled))
  if (filled['NODE_ENV'] === 'production' && filled['OPERATOR_CONTACT'] === undefined) {
    problems.push(
      'OPERATOR_CONTACT is missing: say how people reach you, it is shown in /help, /rules and /privacy.',
    )
  }
  const values = parsed.data
  if (values?.TELEGRAM_LOCAL_MODE && filled['TELEGRAM_API_ROOT'] === undefined) {
    problems.push(
      'TELEGRAM_LOCAL_MODE needs TELEGRAM_API_ROOT: say where your own Bot API server is.',
    )
  }
  if (!isLive && values && values.HTTP_PORT === values.SANDBOX_PORT && values.HTTP_PORT !== 0) {
    problems.push('HTTP_PORT and SANDBOX_PORT are the same. Give one of them another port.')
  }
  if (!values || problems.length > 0) throw new ConfigError(problems)

  const folder = isLive ? 'keys' : 'keys/sandbox'
  const telegram = platform(values.TELEGRAM_TOKEN, values.TELEGRAM_API_ROOT)
  return {
    mode: isLive ? 'live' : 'sandbox',
    telegram: telegram && { ...telegram, isLocal: values.TELEGRAM_LOCAL_MODE },
    discord: platform(values.DISCORD_TOKEN, values.DISCORD_API_ROOT),
    databasePath: values.DATABASE_URL ?? (isLive ? './data/passerby.db' : './data/sandbox.db'),
    identityKeysFile: values.IDENTITY_KEYS_FILE ?? `./${folder}/identity-keys.json`,
    contentKeysFile: values.CONTENT_KEYS_FILE ?? `./${folder}/content-keys.json`,
    admins: values.ADMINS.map((entry) => ({
      platform: entry.startsWith('telegram:') ? 'telegram' : 'discord',
      id: entry.slice(entry.indexOf(':') + 1),
    })),
    operatorContact: values.OPERATOR_CONTACT ?? 'whoever runs this bot',
    http: { host: isLive ? values.HTTP_HOST : '127.0.0.1', port: values.HTTP_PORT },
    sandboxPort: values.SANDBOX_PORT,
    logLevel: values.LOG_LEVEL ?? (isLive ? 'info' : 'warn'),
  }
}

const platform = (token: string | undefined, apiRoot: string): PlatformConfig | undefined =>
  token === undefined ? undefined : { token, apiRoot }

/** Blank counts as not set, as people leave it in .env files. */
function withoutBlanks(environment: Environment): Environment {
  const trimmed = Object.entries(environment).map(([name, value]) => [name, value?.trim()] as const)
  return Object.fromEntries(trimmed.filter(([, value]) => value !== undefined && value !== ''))
}

function withSecrets(environment: Environment, problems: string[]): Environment {
  const filled: Record<string, string | undefined> = { ...environment }
  for (const name of secretNames) {
    const file = filled[`${name}_FILE`]
    if (file === undefined) continue
    if (filled[name] !== undefined) {
      problems.push(`${name} and ${name}_FILE are both set. Keep one of them.`)
      continue
    }
    try {
      const secret = readFileSync(file, 'utf8').trim()
      if (secret === '') problems.push(`${name}_FILE names ${file}, which is empty.`)
      else filled[name] = secret
    } catch {
      problems.push(`${name}_FILE names ${file}, which cannot be read.`)
    }
  }
  return filled
}

/** Who sets these means the real platforms; a sandbox would hide the mistake. */
function reasonsAgainstSandbox(filled: Environment): readonly string[] {
  const missing = 'Set TELEGRAM_TOKEN or DISCORD_TOKEN'
  if (filled['NODE_ENV'] === 'production') return [`No token is set. ${missing}.`]
  const lookalike = Object.keys(filled).find((name) => likeToken.test(name))
  if (lookalike !== undefined)
    return [`${lookalike} is set, but no such variable is read. ${missing}.`]
  const meant = ['HTTP_HOST', 'DATABASE_URL'].find((name) => filled[name] !== undefined)
  if (meant !== undefined) {
    return [`${meant} is set, but no token is. ${missing}, or unset ${meant} to try the sandbox.`]
  }
  return []
}

const likeToken =
  /^TOKEN$|(?:TELEGRAM|DISCORD|BOT|(?:^|_)TG_?).*TOK|(?:TELEGRAM|DISCORD).*(?:SECRET|KEY)/i
