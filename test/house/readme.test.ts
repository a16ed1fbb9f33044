// What README.md says of the code is compared with the code.

import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { readConfig, secretNames, variableNames } from '../../src/config.ts'
import { limits } from '../../src/core/limits.ts'
import { contentKeyMaxAgeMs, retention } from '../../src/core/retention.ts'
import { root } from './root.ts'

const readme = readFileSync(join(root, 'README.md'), 'utf8')

interface Manifest {
  readonly scripts: Readonly<Record<string, string>>
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
}
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest

function section(title: string): string {
  const start = readme.search(new RegExp(`^##+ ${title}$`, 'm'))
  expect(start, `a section "${title}"`).toBeGreaterThan(-1)
  const rest = readme.slice(readme.indexOf('\n', start))
  const end = rest.search(/^##+ /m)
  return end === -1 ? rest : rest.slice(0, end)
}

/** The cells of each row of the section's tables, without the heads. */
const rows = (title: string): readonly (readonly string[])[] =>
  section(title)
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(1)
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    )

const quoted = (text: string): readonly string[] =>
  [...text.matchAll(/`([^`\n]+)`/g)].map(([, code]) => code ?? '')

it('lists every variable, and no other', () => {
  const named = rows('Configuration').map(([name = '']) => name.replaceAll('`', ''))
  const known = [...variableNames, ...secretNames.map((name) => `${name}_FILE`)]
  expect(named.toSorted()).toEqual(known.toSorted())
})

it('tells the defaults that the code has', () => {
  const told = Object.fromEntries(
    rows('Configuration').flatMap(([name = '', value = '']) =>
      value === '' ? [] : [[name.replaceAll('`', ''), value.replaceAll('`', '')]],
    ),
  )
  const token = { TELEGRAM_TOKEN: ['1', 'x'.repeat(35)].join(':'), DISCORD_TOKEN: 'abcdefghij.x.x' }
  const config = readConfig(token)
  expect(told).toEqual({
    TELEGRAM_API_ROOT: config.telegram?.apiRoot,
    DISCORD_API_ROOT: config.discord?.apiRoot,
    DATABASE_URL: `sqlite:${config.databasePath}`,
    IDENTITY_KEYS_FILE: config.identityKeysFile,
    CONTENT_KEYS_FILE: config.contentKeysFile,
    HTTP_HOST: config.http.host,
    HTTP_PORT: String(config.http.port),
    SANDBOX_PORT: String(config.sandboxPort),
    LOG_LEVEL: config.logLevel,
  })
  const sandbox = readConfig({})
  expect(section('Configuration')).toContain(sandbox.databasePath)
  expect(section('Configuration')).toContain(`${dirname(sandbox.identityKeysFile)}/`)
})

it('names scripts that exist, and every script', () => {
  const lifecycle = new Set(['start', 'test'])
  const named = [...readme.matchAll(/npm (?:run )?([a-z]+)/g)]
    .map(([, name]) => name ?? '')
    .filter((name) => name !== 'ci')
  for (const name of named) expect(Object.keys(manifest.scripts)).toContain(name)
  for (const name of Object.keys(manifest.scripts)) {
    expect(readme).toContain(lifecycle.has(name) ? `npm ${name}` : `npm run ${name}`)
  }
})

it('opens with the two commands', () => {
  const firstBlock = /```sh\n([^]*?)```/.exec(readme)?.[1]?.trim().split('\n')
  expect(firstBlock?.map((line) => line.replace(/ *#.*/, ''))).toEqual([
    'npm ci && npm start',
    'npm ci && npm test',
  ])
})

it('names files and folders that exist', () => {
  const paths = quoted(readme).filter((code) =>
    /^(?:src|test|adapters|migrations|\.oxlint|\.node24|\.ci)(?:\/\S*)?$/.test(code),
  )
  expect(paths.length).toBeGreaterThan(30)
  for (const path of paths) expect([path, existsSync(join(root, path))]).toEqual([path, true])
})

it('links to what is there, and to tests by their names', () => {
  const links = [...readme.matchAll(/\[([^\]]+)\]\(([^)]+)\)/g)]
    .map(([, text = '', target = '']) => ({ text, target }))
    .filter(({ target }) => !target.startsWith('https://'))
  for (const { target } of links)
    expect([target, existsSync(join(root, target))]).toEqual([target, true])
  const tests = links.filter(({ target }) => target.endsWith('.test.ts'))
  expect(tests.length).toBeGreaterThan(10)
  for (const { text, target } of tests)
    expect(readFileSync(join(root, target), 'utf8'), target).toContain(text)
})

it('says of each table what is kept and how long, as the code has it', () => {
  expect(rows('What is kept, and how long')).toEqual(
    Object.entries(retention).map(([table, { columns, until }]) => {
      const classes = new Set(Object.values<string>(columns))
      const said = [...classes].filter((name) => name !== 'technical')
      return [`\`${table}\``, said.length > 0 ? said.join(', ') : 'technical', until]
    }),
  )
  const hours = contentKeyMaxAgeMs / 3_600_000
  expect(section('What is kept, and how long')).toContain(`Content keys: ${hours} hours`)
})

it('says ages in words that are the numbers of the code', () => {
  const minute = 60_000
  const hour = 60 * minute
  const day = 24 * hour
  expect(limits).toMatchObject({
    roomRemembersMs: 15 * minute,
    minorRemembersMs: day,
    deliveryExpiresMs: day,
    copyExpiresMs: 2 * day,
    seenMs: 8 * day,
    counterMs: 2 * day,
    activityMs: 30 * day,
    roomExpiresMs: day,
  })
  expect(retention.room.until).toContain('15 minutes')
  expect(retention.copy.until).toContain('two days')
  expect(retention.seen.until).toContain('8 days')
  expect(retention.counter.until).toContain('2 days')
  expect(retention.activity.until).toContain('30 days')
})

it('gives each dependency its sentence, and no other', () => {
  const named = rows('Dependencies').flatMap(([name = '']) => quoted(name))
  const present = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.devDependencies)]
  expect(named.toSorted()).toEqual(present.toSorted())
})
