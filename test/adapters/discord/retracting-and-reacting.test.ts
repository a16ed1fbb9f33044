// Requests about messages that were said before, and what the answers mean, over real HTTP.

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { createDiscordAdapter } from '../../../adapters/discord/main.ts'
import { asSpelled } from '../../../adapters/discord/own-reactions.ts'
import { allowedReactions } from '../../../adapters/telegram/reactions.ts'
import type { Adapter } from '../../../src/adapter.ts'
import { systemClock } from '../../../src/clock.ts'
import type { Action } from '../../../src/core/action.ts'
import { address, ref } from '../../../src/core/address.ts'
import { DeliveryError, type Failure } from '../../../src/core/delivery-error.ts'
import { silentLog } from '../../../src/log.ts'
import { refusal, ScriptedRest, tooMany } from './scripted-rest.ts'
import { notAborted } from './setting.ts'

const token = `${Buffer.from('1090000000000000001').toString('base64url')}.abcdef.${'x'.repeat(38)}`
const message = '/v10/channels/20/messages/30'
const place = (emoji: string) => `${message}/reactions/${encodeURIComponent(emoji)}/@me`
const put = (emoji: string) => `PUT ${place(emoji)}`
const take = (emoji: string) => `DELETE ${place(emoji)}`

const remove: Action = { kind: 'delete', ref: ref('30') }
const react = (before: readonly string[], emoji: readonly string[]): Action => ({
  kind: 'react',
  ref: ref('30'),
  emoji,
  before,
})

let rest: ScriptedRest
let adapter: Adapter
beforeEach(async () => {
  rest = await ScriptedRest.open()
  adapter = createDiscordAdapter({
    token,
    apiRoot: rest.root,
    clock: systemClock,
    log: silentLog,
    commands: [],
    promptOf: () => undefined,
  })
})
afterEach(async () => {
  await adapter[Symbol.asyncDispose]()
  await rest[Symbol.asyncDispose]()
})

const perform = (action: Action) =>
  adapter.perform({ to: address('10/20'), key: 'k', action }, [], notAborted())

async function failureOf(action: Action): Promise<Failure> {
  const error: unknown = await perform(action).catch((reason: unknown) => reason)
  if (error instanceof DeliveryError) return error.failure
  throw new Error('It did not fail with a DeliveryError.', { cause: error })
}

describe('taking a message back', () => {
  it('is one request', async () => {
    expect(await perform(remove)).toEqual({ refs: [] })
    expect(rest.requests).toEqual([`DELETE ${message}`])
  })

  it('has succeeded when the message is gone already', async () => {
    rest.script = () => refusal(404, 10_008)
    expect(await perform(remove)).toEqual({ refs: [] })
    expect(await perform(remove)).toEqual({ refs: [] })
  })

  it.each<[number, number, Failure['kind']]>([
    [404, 10_003, 'recipient-gone'],
    [403, 50_003, 'rejected'],
    [403, 50_001, 'recipient-gone'],
    [401, 0, 'adapter-halted'],
    [500, 0, 'unknown'],
  ])('after %i with code %i is %s', async (status, code, kind) => {
    rest.script = () => refusal(status, code)
    expect(await failureOf(remove)).toEqual({ kind })
    expect(rest.requests).toHaveLength(1)
  })
})

describe('reacting', () => {
  it.each<[readonly string[], readonly string[], readonly string[]]>([
    [[], ['👍'], [put('👍')]],
    [['👍'], [], [take('👍')]],
    [['👍'], ['👍', '🔥'], [put('🔥')]],
    [['👍', '🔥'], ['🔥'], [take('👍')]],
    [['👍', '🔥'], ['🔥', '👍'], []],
    [['👍'], ['👍'], []],
    [['👍', '🎉'], ['🔥'], [take('👍'), take('🎉'), put('🔥')]],
  ])('from %j to %j makes the requests for the difference, taking first', async (...row) => {
    const [before, emoji, requests] = row
    expect(await perform(react(before, emoji))).toEqual({ refs: [] })
    expect(rest.requests).toEqual(requests)
  })

  it('spells an emoji as Discord’s apps do, however it comes', async () => {
    await perform(react([], ['❤']))
    await perform(react(['❤'], ['❤\ufe0f']))
    await perform(react(['❤\ufe0f'], []))
    expect(rest.requests).toEqual([put('❤\ufe0f'), take('❤\ufe0f')])
  })

  it.each([
    ['an emoji that Discord does not know', 400, 10_014],
    ['somebody who blocked the bot', 400, 90_001],
    ['a message with twenty reactions', 400, 30_010],
    ['a message that is gone', 404, 10_008],
  ])('with or to %s is rejected', async (_what, status, code) => {
    rest.script = () => refusal(status, code)
    expect(await failureOf(react([], ['👍']))).toEqual({ kind: 'rejected' })
  })

  it.each<[string, ReturnType<ScriptedRest['script']>]>([
    ['a definite no', refusal(400, 30_010)],
    ['a refused token', refusal(401, 0)],
    ['an error of the server', refusal(500, 0)],
    ['a cut connection', 'cut'],
  ])('that %s ends after a part was done is unknown', async (_what, answer) => {
    rest.script = (request) => (request.startsWith('PUT') ? answer : undefined)
    expect(await failureOf(react(['👍'], ['🔥']))).toEqual({ kind: 'unknown' })
  })

  it('goes on where it ended, when it is repeated', async () => {
    rest.script = (request) => (request === put('🔥') ? refusal(500, 0) : undefined)
    const action = react(['👍', '🎉'], ['🔥', '🥰'])
    expect(await failureOf(action)).toEqual({ kind: 'unknown' })
    const before = rest.requests.length
    rest.script = () => undefined
    await perform(action)
    expect(rest.requests.slice(before)).toEqual([put('🔥'), put('🥰')])
  })

  it('waits exactly as long as Discord says, also after a part was done', async () => {
    rest.script = (request) => (request.startsWith('PUT') ? tooMany(0.25) : undefined)
    const action = react(['👍'], ['🔥'])
    const limited = { kind: 'rate-limited', scope: 'lane', retryAfterMs: 250 }
    expect(await failureOf(action)).toEqual(limited)
    expect(await failureOf(action)).toMatchObject({ kind: 'rate-limited' })
    expect(rest.requests.filter((request) => request.startsWith('DELETE'))).toHaveLength(1)
  })

  it('does all of it again when nothing is remembered of an earlier attempt', async () => {
    rest.script = (request) => (request.startsWith('PUT') ? 'cut' : undefined)
    await failureOf(react(['👍'], ['🔥']))
    rest.script = () => undefined
    const { root: apiRoot } = rest
    await using next = createDiscordAdapter({
      token,
      apiRoot,
      clock: systemClock,
      log: silentLog,
      commands: [],
      promptOf: () => undefined,
    })
    const delivery = { to: address('10/20'), key: 'k', action: react(['👍'], ['🔥']) }
    await next.perform(delivery, [], notAborted())
    expect(rest.requests.slice(-2)).toEqual([take('👍'), put('🔥')])
  })

  it('forgets how far it came once all is done', async () => {
    rest.script = (request) => (request.startsWith('PUT') ? refusal(500, 0) : undefined)
    await failureOf(react(['👍'], ['🔥']))
    rest.script = () => undefined
    await perform(react(['👍'], ['🔥']))
    await perform(react(['🔥'], []))
    expect(rest.requests.at(-1)).toBe(take('🔥'))
  })
})

describe('the spelling of an emoji', () => {
  it.each([
    ['☹', '☹\ufe0f'],
    ['👍🏽', '👍🏽'],
    ['🕵🏽\u200d♀', '🕵🏽\u200d♀\ufe0f'],
    ['👁\u200d🗨', '👁\ufe0f\u200d🗨\ufe0f'],
    ['1\u20e3', '1\ufe0f\u20e3'],
    ['🇩🇪', '🇩🇪'],
    ['🏳\u200d🌈', '🏳\ufe0f\u200d🌈'],
  ])('%j becomes %j, and stays that', (emoji, spelled) => {
    expect(asSpelled(emoji)).toBe(spelled)
    expect(asSpelled(spelled)).toBe(spelled)
  })

  it('is one that Unicode recommends for everything that Telegram has', () => {
    for (const emoji of allowedReactions) expect(asSpelled(emoji)).toMatch(/^\p{RGI_Emoji}$/v)
  })
})
