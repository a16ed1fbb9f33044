import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { ConfigError, readConfig, secretNames, variableNames } from '../src/config.ts'
import { root } from './house/root.ts'
import { temporaryFolder } from './support/temporary-folder.ts'

// Put together here, so that they look like no secret anywhere.
const telegramToken = ['123456789', 'a'.repeat(35)].join(':')
const discordToken = ['MTA5MDAwMDAwMDAwMDAwMDAwMQ', 'b'.repeat(6), 'c'.repeat(30)].join('.')

function problemsOf(environment: Readonly<Record<string, string>>): readonly string[] {
  try {
    readConfig(environment)
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
  return []
}

function fileWith(text: string): string {
  const file = path.join(temporaryFolder(), 'token')
  writeFileSync(file, text)
  return file
}

test('with nothing set it is the sandbox, with files of its own, on loopback', () => {
  expect(readConfig({})).toEqual({
    mode: 'sandbox',
    telegram: undefined,
    discord: undefined,
    databasePath: './data/sandbox.db',
    identityKeysFile: './keys/sandbox/identity-keys.json',
    contentKeysFile: './keys/sandbox/content-keys.json',
    admins: [],
    operatorContact: 'whoever runs this bot',
    http: { host: '127.0.0.1', port: 8080 },
    sandboxPort: 8081,
    logLevel: 'warn',
  })
})

test('one token alone is enough, and everything else has a default', () => {
  const telegram = readConfig({ TELEGRAM_TOKEN: telegramToken })
  expect(telegram).toMatchObject({
    mode: 'live',
    telegram: { token: telegramToken, apiRoot: 'https://api.telegram.org', isLocal: false },
    discord: undefined,
    databasePath: './data/passerby.db',
    identityKeysFile: './keys/identity-keys.json',
    contentKeysFile: './keys/content-keys.json',
  })
  const discord = readConfig({ DISCORD_TOKEN: discordToken })
  expect(discord).toMatchObject({
    mode: 'live',
    telegram: undefined,
    discord: { token: discordToken, apiRoot: 'https://discord.com/api' },
  })
})

test('what is set is taken, without the blanks around it', () => {
  const config = readConfig({
    TELEGRAM_TOKEN: ` ${telegramToken}\n`,
    TELEGRAM_API_ROOT: 'http://127.0.0.1:8090/',
    TELEGRAM_LOCAL_MODE: 'true',
    DATABASE_URL: 'sqlite:/srv/passerby/people.db',
    IDENTITY_KEYS_FILE: '/etc/passerby/identity.json',
    CONTENT_KEYS_FILE: '/run/passerby/content.json',
    ADMINS: 'telegram:123, discord:456',
    OPERATOR_CONTACT: 'hello@passerby.example',
    HTTP_HOST: '::1',
    HTTP_PORT: '0',
    SANDBOX_PORT: '9',
    LOG_LEVEL: 'debug',
    NODE_ENV: 'production',
  })
  expect(config).toEqual({
    mode: 'live',
    telegram: { token: telegramToken, apiRoot: 'http://127.0.0.1:8090', isLocal: true },
    discord: undefined,
    databasePath: '/srv/passerby/people.db',
    identityKeysFile: '/etc/passerby/identity.json',
    contentKeysFile: '/run/passerby/content.json',
    admins: [
      { platform: 'telegram', id: '123' },
      { platform: 'discord', id: '456' },
    ],
    operatorContact: 'hello@passerby.example',
    http: { host: '::1', port: 0 },
    sandboxPort: 9,
    logLevel: 'debug',
  })
})

test('every problem is told at once, each in a plain sentence that names its variable', () => {
  const problems = problemsOf({
    TELEGRAM_TOKEN: 'hunter2',
    DISCORD_TOKEN: 'hunter3',
    TELEGRAM_API_ROOT: 'api.telegram.org',
    TELEGRAM_LOCAL_MODE: 'yes',
    DISCORD_API_ROOT: 'ftp://discord.com',
    DATABASE_URL: 'postgres://localhost/passerby',
    ADMINS: 'me',
    OPERATOR_CONTACT: 'one\ntwo',
    HTTP_PORT: '65536',
    SANDBOX_PORT: 'eighty',
    LOG_LEVEL: 'loud',
    NODE_ENV: 'staging',
  })
  expect(problems).toEqual([
    'TELEGRAM_TOKEN does not look like a token from @BotFather.',
    'TELEGRAM_API_ROOT must be an address such as https://api.telegram.org.',
    'TELEGRAM_LOCAL_MODE must be true or false.',
    'DISCORD_TOKEN does not look like a bot token from the Developer Portal.',
    'DISCORD_API_ROOT must be an address such as https://discord.com/api.',
    'DATABASE_URL must name a file, such as sqlite:./data/passerby.db.',
    'ADMINS must be a list such as telegram:123,discord:456.',
    'OPERATOR_CONTACT must be one line of at most 255 characters.',
    'HTTP_PORT must be a port number from 0 to 65535.',
    'SANDBOX_PORT must be a port number from 0 to 65535.',
    'LOG_LEVEL must be one of debug, info, warn, error, silent.',
    'NODE_ENV must be production, development or test.',
  ])
  // Somebody's secret may be in the wrong place.
  expect(problems.join()).not.toMatch(/hunter/)
})

test('problems of the whole are told beside those of single variables', () => {
  expect(problemsOf({ NODE_ENV: 'production', LOG_LEVEL: 'loud' })).toEqual([
    'LOG_LEVEL must be one of debug, info, warn, error, silent.',
    'No token is set. Set TELEGRAM_TOKEN or DISCORD_TOKEN.',
    expect.stringMatching(/^OPERATOR_CONTACT is missing: /),
  ])
})

test('blank counts as not set', () => {
  const blank = Object.fromEntries(
    [...variableNames, ...secretNames.map((name) => `${name}_FILE`)].map((name) => [name, ' ']),
  )
  expect(readConfig(blank)).toEqual(readConfig({}))
  expect(readConfig({ TELEGRAM_TOKEN: telegramToken, DISCORD_TOKEN: '' }).discord).toBeUndefined()
})

test('a token may stand in a file', () => {
  const config = readConfig({
    TELEGRAM_TOKEN_FILE: fileWith(`${telegramToken}\n`),
    DISCORD_TOKEN_FILE: fileWith(discordToken),
  })
  expect(config.telegram?.token).toBe(telegramToken)
  expect(config.discord?.token).toBe(discordToken)
})

test('a token and its file together are refused, and so is a file that gives none', () => {
  const file = fileWith(telegramToken)
  expect(problemsOf({ TELEGRAM_TOKEN: telegramToken, TELEGRAM_TOKEN_FILE: file })).toEqual([
    'TELEGRAM_TOKEN and TELEGRAM_TOKEN_FILE are both set. Keep one of them.',
  ])
  expect(problemsOf({ DISCORD_TOKEN_FILE: '/nowhere/token' })).toEqual([
    'DISCORD_TOKEN_FILE names /nowhere/token, which cannot be read.',
  ])
  const empty = fileWith('\n')
  expect(problemsOf({ DISCORD_TOKEN_FILE: empty })).toEqual([
    `DISCORD_TOKEN_FILE names ${empty}, which is empty.`,
  ])
})

test.each([
  { NODE_ENV: 'production', OPERATOR_CONTACT: 'me' },
  { HTTP_HOST: '0.0.0.0' },
  { DATABASE_URL: 'sqlite:./data/passerby.db' },
  { TELEGRAM_BOT_TOKEN: 'x' },
  { BOT_TOKEN: 'x' },
  { DISCORD_BOT_TOKEN_FILE: 'x' },
  { DISCORD_TOKEM: 'x' },
  { discord_token: 'x' },
  { TELEGRAM_API_KEY: 'x' },
  { TG_TOKEN: 'x' },
  { TOKEN: 'x' },
])('a missing token is an error and no sandbox with %o', (environment) => {
  const [problem, ...others] = problemsOf(environment)
  expect(others).toEqual([])
  expect(problem).toContain('Set TELEGRAM_TOKEN or DISCORD_TOKEN')
  expect(problem).toContain(
    'NODE_ENV' in environment ? 'No token is set' : Object.keys(environment)[0],
  )
})

test.each([{ GITHUB_TOKEN: 'x' }, { NPM_TOKEN: 'x' }, { BOTTLE: 'x' }, { NODE_ENV: 'test' }])(
  'the sandbox is not kept from starting by %o',
  (environment) => {
    expect(readConfig(environment).mode).toBe('sandbox')
  },
)

test('the two pages of the sandbox cannot share a port', () => {
  expect(problemsOf({ HTTP_PORT: '9000', SANDBOX_PORT: '9000' })).toEqual([
    'HTTP_PORT and SANDBOX_PORT are the same. Give one of them another port.',
  ])
  expect(problemsOf({ HTTP_PORT: '0', SANDBOX_PORT: '0' })).toEqual([])
})

test("only a Bot API server of one's own can run in local mode", () => {
  const environment = { TELEGRAM_TOKEN: telegramToken, TELEGRAM_LOCAL_MODE: 'true' }
  expect(problemsOf(environment)).toEqual([
    'TELEGRAM_LOCAL_MODE needs TELEGRAM_API_ROOT: say where your own Bot API server is.',
  ])
  expect(problemsOf({ ...environment, TELEGRAM_API_ROOT: 'http://127.0.0.1:8081' })).toEqual([])
})

test('in production people must know how to reach the operator', () => {
  const environment = { TELEGRAM_TOKEN: telegramToken, NODE_ENV: 'production' }
  expect(problemsOf(environment)).toEqual([expect.stringMatching(/^OPERATOR_CONTACT is missing: /)])
  const config = readConfig({ ...environment, OPERATOR_CONTACT: 'é'.repeat(255) })
  expect(config.operatorContact).toHaveLength(255)
  expect(problemsOf({ ...environment, OPERATOR_CONTACT: 'é'.repeat(256) })).toHaveLength(1)
})

test('.env.example has every variable, each after one line that says what it is for', () => {
  const lines = readFileSync(path.join(root, '.env.example'), 'utf8').split('\n')
  const named = lines.flatMap((line, at) => {
    const name = /^#?([A-Z_]+)=/.exec(line)?.[1]
    return name === undefined ? [] : [{ name, comment: lines[at - 1] }]
  })
  const known = [...variableNames, ...secretNames.map((name) => `${name}_FILE`)]
  expect(named.map(({ name }) => name).toSorted()).toEqual(known.toSorted())
  for (const { comment } of named) expect(comment).toMatch(/^# \S.*\.$/)
})

test('.env.example with everything uncommented says what is the default anyway', () => {
  const text = readFileSync(path.join(root, '.env.example'), 'utf8')
  const values: Readonly<Record<string, string>> = Object.fromEntries(
    [...text.matchAll(/^#([A-Z_]+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]),
  )
  const token = { TELEGRAM_TOKEN: telegramToken }
  expect(readConfig({ ...values, ...token })).toEqual(readConfig(token))
})
