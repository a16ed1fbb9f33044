import { expect, test } from 'vitest'
import { createLog, type Log } from '../src/log.ts'

// Put together here, so that they look like no secret anywhere.
const telegramToken = ['1234567890', 'AAF-x_'.repeat(6).slice(0, 35)].join(':')
const discordToken = ['MTA5MDAwMDAwMDAwMDAwMDAwMQ', 'GaBcDe', 'x-Y_z'.repeat(8).slice(0, 38)].join(
  '.',
)

function recording(): { readonly log: Log; readonly lines: string[] } {
  const lines: string[] = []
  return { log: createLog('debug', { write: (line) => void lines.push(line) }), lines }
}

const lineOf = (error: unknown): string => {
  const { log, lines } = recording()
  log.error({ error }, 'It failed.')
  return lines.join('')
}

test.each([
  ['the token of Telegram', telegramToken],
  ['the token of Discord', discordToken],
  ['the address of a method', `https://api.telegram.org/bot${telegramToken}/sendMessage`],
  ['the address of a file', `https://api.telegram.org/file/bot${telegramToken}/photos/f_1.jpg`],
  ['a header', `Authorization: Bot ${discordToken}`],
])('%s stays out of the log', (_, secret) => {
  for (const error of [
    new Error(`request to ${secret} failed`),
    secret,
    { toString: () => secret },
  ]) {
    const line = lineOf(error)
    expect(line).toContain('[token]')
    expect(line).not.toContain(telegramToken)
    expect(line).not.toContain(discordToken)
    expect(line).not.toContain(telegramToken.split(':')[1])
  }
})

test('an error is its name, message and stack; what else it carries is not logged', () => {
  const error = Object.assign(new TypeError('no answer'), {
    payload: { text: 'hello stranger', chat_id: 4711 },
    cause: new Error('inner: hello stranger'),
    errors: ['hello stranger'],
  })
  const line: unknown = JSON.parse(lineOf(error))
  expect(line).toMatchObject({
    msg: 'It failed.',
    error: {
      name: 'TypeError',
      message: 'no answer',
      stack: expect.stringContaining('log.test.ts'),
    },
  })
  expect(JSON.stringify(line)).not.toMatch(/stranger|4711/)
})

test('the causes of an error are logged by name and code, and nothing else of them', () => {
  const full = Object.assign(new Error('/home/ada: no space left for hello stranger'), {
    code: 'ENOSPC',
    path: '/home/ada',
  })
  const coded = Object.assign(new RangeError('stranger'), { code: 'hello stranger', cause: full })
  const line = lineOf(new Error('The database failed.', { cause: coded }))
  expect(JSON.parse(line)).toMatchObject({
    error: {
      message: 'The database failed.',
      causes: [{ name: 'RangeError' }, { name: 'Error', code: 'ENOSPC' }],
    },
  })
  expect(line).not.toMatch(/stranger|ada/)
})

test('an error that is its own cause is logged all the same', () => {
  const error = new Error('round')
  error.cause = error
  expect(lineOf(error)).toContain('round')
})

test('a line is one JSON object with a time and no name of the machine', () => {
  const { log, lines } = recording()
  log.info({ platform: 'telegram', error: new Error('two\nlines') }, 'Hello.')
  expect(lines).toHaveLength(1)
  expect(lines[0]?.trimEnd()).not.toContain('\n')
  const line: unknown = JSON.parse(lines[0] ?? '')
  expect(Object.keys(line as object).toSorted()).toEqual([
    'error',
    'level',
    'msg',
    'platform',
    'time',
  ])
})

test('nothing below the level is written', () => {
  const lines: string[] = []
  const log = createLog('warn', { write: (line) => void lines.push(line) })
  log.debug({}, 'a')
  log.info({}, 'b')
  log.warn({}, 'c')
  log.error({}, 'd')
  expect(lines).toHaveLength(2)
})
