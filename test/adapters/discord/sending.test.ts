import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import type { Action } from '../../../src/core/action.ts'
import { address, ref, type Address } from '../../../src/core/address.ts'
import { DeliveryError, type Failure } from '../../../src/core/delivery-error.ts'
import type { Fault } from '../../../src/sandbox/server.ts'
import { addressOf, createSetting, notAborted, send, type Setting } from './setting.ts'

let setting: Setting
let to: Address
beforeEach(async () => {
  setting = await createSetting({ requestTimeoutMs: 300 })
  await setting.adapter.start(setting.host)
  to = await addressOf(setting, setting.ann)
})
afterEach(() => setting[Symbol.asyncDispose]())

const perform = (action: Action, key = 'key-1', signal = notAborted()) =>
  setting.adapter.perform({ to, key, action }, [], signal)

async function failureOf(work: Promise<unknown>): Promise<DeliveryError> {
  try {
    await work
  } catch (error) {
    if (error instanceof DeliveryError) return error
    throw error
  }
  throw new Error('It did not fail.')
}

const posts = () => setting.sandbox.requests.filter(({ method }) => method === 'POST message')
const secret = 'a secret of somebody'

describe('a message', () => {
  it('arrives with its buttons, its reply and nothing active', async () => {
    const { ann } = setting
    const said = ann.chat[0]
    const buttons = [
      [
        { label: 'Go', data: 'go', style: 'primary' },
        { label: 'No', data: 'no', style: 'plain' },
        { label: 'End', data: 'end', style: 'danger' },
      ],
    ] as const
    const receipt = await perform(send('*hi* @everyone', { buttons, replyTo: ref(said?.id ?? '') }))
    expect(ann.chat.at(-1)).toMatchObject({
      id: receipt.refs[0],
      from: 'bot',
      text: '\\*hi\\* @everyone',
      replyTo: said?.id,
      buttons: [[{ label: 'Go' }, { label: 'No' }, { label: 'End' }]],
    })
    expect(posts()[0]?.body).toMatchObject({
      nonce: 'key-1',
      enforce_nonce: true,
      flags: 4,
      allowed_mentions: { parse: [], replied_user: false },
      message_reference: { fail_if_not_exists: false },
      components: [{ components: [{ style: 1 }, { style: 2 }, { style: 4 }] }],
    })
  })

  it('arrives without the mark when what it answers is gone', async () => {
    const { ann } = setting
    ann.remove(ann.chat[0]?.id ?? '')
    await perform(send('an answer', { replyTo: ref(setting.host.taken[0]?.position ?? '') }))
    expect(ann.chat.at(-1)).toMatchObject({ text: 'an answer', replyTo: undefined })
  })

  it('is changed with its buttons, again with nothing active', async () => {
    const { ann, sandbox } = setting
    const buttons = [[{ label: 'Go', data: 'go', style: 'primary' }]] as const
    const { refs } = await perform(send('before', { buttons }))
    const receipt = await perform({
      kind: 'edit',
      ref: refs[0] ?? ref(''),
      text: send('_after_').text,
      buttons: [],
    })
    expect(receipt).toEqual({ refs: [] })
    expect(ann.chat.at(-1)).toMatchObject({ text: '\\_after\\_', buttons: [], edited: true })
    const edit = sandbox.requests.find(({ method }) => method === 'PATCH message')
    expect(edit?.body).toMatchObject({ flags: 4, allowed_mentions: { parse: [] } })
  })

  it('with the same key arrives once', async () => {
    const { ann } = setting
    setting.sandbox.inject({ fault: { kind: 'cut-after' } })
    const failure = await failureOf(perform(send('once')))
    expect(failure.failure).toEqual({ kind: 'unknown' })
    const receipt = await perform(send('once'))
    expect(ann.chat.filter(({ text }) => text === 'once').map(({ id }) => id)).toEqual(receipt.refs)
  })

  it('lets the person see that somebody types', async () => {
    const { ann, adapter } = setting
    const seen = Promise.withResolvers<void>()
    ann.onChange(() => ann.typingSeen > 0 && seen.resolve())
    adapter.showTyping(to)
    await seen.promise
    expect(ann.typingSeen).toBe(1)
  })

  it('does not mind when typing cannot be shown', async () => {
    const { adapter, sandbox, ann } = setting
    sandbox.inject({ method: 'POST typing', fault: { kind: 'unauthorized' } })
    adapter.showTyping(to)
    await perform(send('still here'))
    expect(ann.chat.at(-1)?.text).toBe('still here')
  })
})

describe('a failure', () => {
  const cases: readonly (readonly [fault: Fault, failure: Failure])[] = [
    [
      { kind: 'rate-limited', retryAfterMs: 1250, scope: 'lane' },
      { kind: 'rate-limited', retryAfterMs: 1250, scope: 'lane' },
    ],
    [
      { kind: 'rate-limited', retryAfterMs: 2500, scope: 'platform' },
      { kind: 'rate-limited', retryAfterMs: 2500, scope: 'platform' },
    ],
    [{ kind: 'rejected' }, { kind: 'rejected' }],
    [{ kind: 'server-error' }, { kind: 'unknown' }],
    [{ kind: 'unauthorized' }, { kind: 'adapter-halted' }],
    [{ kind: 'html' }, { kind: 'adapter-halted' }],
    [{ kind: 'cut-before' }, { kind: 'unknown' }],
    [{ kind: 'cut-after' }, { kind: 'unknown' }],
    [{ kind: 'hang', carriedOut: false }, { kind: 'unknown' }],
  ]
  it.each(cases)(
    'after %j is %j, after one attempt, and says nothing of what was sent',
    async (fault, failure) => {
      setting.sandbox.inject({ fault })
      const error = await failureOf(perform(send(secret)))
      expect(error.failure).toEqual(failure)
      expect(posts()).toHaveLength(1)
      const told = `${error.message} ${String(error.stack)} ${JSON.stringify(error)} ${String(error.cause)}`
      for (const hidden of [secret, setting.sandbox.token, ...to.split('/')])
        expect(told).not.toContain(hidden)
    },
  )

  it.each([
    ['blocked the bot', () => setting.ann.block()],
    ['closed their DMs', () => setting.ann.setReach('dms-closed')],
    ['shares no server any more', () => setting.ann.setReach('no-mutual-guilds')],
    ['deleted the account', () => setting.ann.deleteAccount()],
  ] as const)('to somebody who %s says that they are gone', async (_what, happen) => {
    happen()
    expect((await failureOf(perform(send('hello?')))).failure).toEqual({ kind: 'recipient-gone' })
  })

  it('to a channel that never was says that nobody is there', async () => {
    to = address('1100000000000000001/1100000000000000002')
    expect((await failureOf(perform(send('hello?')))).failure).toEqual({ kind: 'recipient-gone' })
  })

  it('to change what is gone is definite', async () => {
    const edit = {
      kind: 'edit',
      ref: ref('1100000000000000003'),
      text: send('x').text,
      buttons: [],
    } as const
    expect((await failureOf(perform(edit))).failure).toEqual({ kind: 'rejected' })
  })

  it('to connect says that nothing was sent', async () => {
    const { apiRoot } = setting.sandbox
    const adapter = setting.another({ apiRoot: apiRoot.replace(/:\d+/, ':1') })
    const error = await failureOf(
      adapter.perform({ to, key: 'k', action: send(secret) }, [], notAborted()),
    )
    expect(error.failure).toEqual({ kind: 'not-sent' })
  })

  it('by our own signal leaves open whether it arrived, and sends nothing once it is aborted', async () => {
    const giveUp = new AbortController()
    setting.sandbox.inject({ fault: { kind: 'hang', carriedOut: true } })
    const sending = failureOf(perform(send('x'), 'k', giveUp.signal))
    await setting.sandbox.flushed()
    giveUp.abort()
    expect(['unknown', 'not-sent']).toContain((await sending).failure.kind)
    expect((await failureOf(perform(send('x'), 'k', giveUp.signal))).failure).toEqual({
      kind: 'not-sent',
    })
  })

  it('of the token is not remembered: the next request is made', async () => {
    setting.sandbox.inject({ fault: { kind: 'unauthorized' } })
    await failureOf(perform(send('x')))
    expect((await perform(send('y'))).refs).toHaveLength(1)
  })
})

describe('looking for what may have arrived', () => {
  it('finds it, and nothing else', async () => {
    const { adapter, ann, sandbox } = setting
    const since = Date.now()
    await perform(send('alike'), 'another')
    const delivery = { to, key: 'lost', action: send('alike') }
    expect(await adapter.find(delivery, since, notAborted())).toBeUndefined()
    sandbox.inject({ fault: { kind: 'cut-after' } })
    await failureOf(perform(send('alike'), 'lost'))
    expect(await adapter.find(delivery, since, notAborted())).toEqual({
      refs: [ann.chat.at(-1)?.id],
    })
  })

  it('does not look further back', async () => {
    const { adapter } = setting
    await perform(send('old'), 'lost')
    const delivery = { to, key: 'lost', action: send('old') }
    expect(await adapter.find(delivery, Date.now() + 120_000, notAborted())).toBeUndefined()
  })

  it('fails like sending does', async () => {
    setting.sandbox.inject({ method: 'GET messages', fault: { kind: 'server-error' } })
    const finding = setting.adapter.find(
      { to, key: 'k', action: send('x') },
      Date.now(),
      notAborted(),
    )
    expect((await failureOf(finding)).failure).toEqual({ kind: 'unknown' })
  })
})
