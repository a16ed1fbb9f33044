import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { must } from '../../../src/lib/must.ts'
import type { DiscordPerson } from '../../../src/sandbox/discord/discord-person.ts'
import { createDiscordSandbox } from '../../../src/sandbox/discord/discord-sandbox.ts'
import type { DiscordSandbox } from '../../../src/sandbox/discord/discord-sandbox.ts'
import { sampleFile } from '../../../src/sandbox/samples/sample-files.ts'
import type { Fault } from '../../../src/sandbox/server.ts'
import { connectClient } from './connect-client.ts'
import { fetchFile } from './fetch-file.ts'
import { channelOf, restCall } from './rest-call.ts'

let now: number
let sandbox: DiscordSandbox
let alice: DiscordPerson
let message: string

beforeEach(async () => {
  now = Date.parse('2026-03-01T12:00:00Z')
  sandbox = await createDiscordSandbox({ now: () => now })
  alice = sandbox.addPerson()
  const sent = alice.sendFiles('photo', [photo])
  message = `/channels/${await channelOf(sandbox, alice.id)}/messages/${sent[0]?.id}`
})
afterEach(() => sandbox[Symbol.asyncDispose]())

const photo = sampleFile('photo.jpg')
const bytes = new Uint8Array(photo.bytes)
const size = bytes.byteLength
const day = 24 * 60 * 60 * 1000
const gone = { status: 404, type: 'text/plain;charset=UTF-8' }

/** The address of the photo, as the message tells it now. */
async function address(): Promise<string> {
  const { body } = await restCall(sandbox, 'GET', message)
  return must(body.attachments[0], 'the message has a file').url
}
const inject = (fault: Fault) => sandbox.inject({ method: 'GET file', fault })
const files = () => sandbox.requests.filter(({ method }) => method === 'GET file')

describe('the address of an attachment', () => {
  test('is good for a day, and the message tells another one then', async () => {
    const old = await address()
    now += day - 1
    expect((await fetchFile(old)).status).toBe(200)
    now += 1
    const expired = await fetchFile(old)
    expect(expired).toMatchObject(gone)
    expect(Buffer.from(expired.bytes).toString()).toBe('This content is no longer available.')
    const fresh = await address()
    expect(fresh).not.toBe(old)
    expect((await fetchFile(fresh)).bytes).toEqual(bytes)
  })

  test('is fresh in pages of the history, in replies and in edits as well', async () => {
    const reply = alice.say('this one', { replyTo: alice.chat[0]?.id ?? '' })
    now += day
    const page = await restCall(sandbox, 'GET', message.replace(/\/\d+$/, ''))
    const [answer, original] = page.list
    expect(answer?.id).toBe(reply.id)
    const urls = [original, answer?.referenced_message].map((each) => each?.attachments[0]?.url)
    await using bot = await connectClient(sandbox)
    alice.edit(original?.id ?? '', 'look')
    await sandbox.flushed()
    urls.push(bot.of('MESSAGE_UPDATE')[0]?.attachments[0]?.url)
    for (const url of urls) expect((await fetchFile(url)).status).toBe(200)
  })

  test('says when it expires, and is good for nothing when changed', async () => {
    const url = new URL(await address())
    expect(Number.parseInt(url.searchParams.get('ex') ?? '', 16) * 1000).toBe(now + day)
    expect(Number.parseInt(url.searchParams.get('is') ?? '', 16) * 1000).toBe(now)
    expect(await fetchFile(url.origin + url.pathname)).toMatchObject(gone)
    url.searchParams.set('ex', 'ffffffff')
    expect(await fetchFile(url.href)).toMatchObject(gone)
    expect(await fetchFile(`${url.origin}/attachments/1/2/x.jpg`)).toMatchObject(gone)
  })
})

test('stickers and films of GIF links do not expire', async () => {
  const { origin } = new URL(sandbox.apiRoot)
  const messages = message.replace(/\/\d+$/, '')
  const sticker = alice.send('sticker-gif')
  const gif = alice.send('gifv-at-once')
  now += 30 * day
  const told = (await restCall(sandbox, 'GET', `${messages}/${sticker.id}`)).body
  const url = `${origin}/stickers/${told.sticker_items[0]?.id}.gif`
  expect((await fetchFile(url)).status).toBe(200)
  const [embed] = (await restCall(sandbox, 'GET', `${messages}/${gif.id}`)).body.embeds
  expect(await fetchFile(embed?.video.proxy_url)).toMatchObject({ status: 200, type: 'video/mp4' })
  expect(await fetchFile(`${origin}/stickers/1.png`)).toMatchObject(gone)
})

test('no token is asked for, and one that is told nevertheless is on record', async () => {
  const url = await address()
  // The name of the file says whose it is, and is left out.
  const path = new URL(url).pathname.replace(`/${photo.name}`, '')
  await fetchFile(url)
  await fetch(url, { headers: { authorization: `Bot ${sandbox.token}` } })
  const common = { method: 'GET file', person: alice.id, status: 200, carriedOut: true }
  expect(files()).toEqual([
    { ...common, body: { path } },
    { ...common, body: { path, authorization: `Bot ${sandbox.token}` } },
  ])
})

describe('a fault of files', () => {
  test.each([
    [{ kind: 'server-error' }, 500],
    [{ kind: 'rejected' }, 403],
    [{ kind: 'html' }, 403],
    [{ kind: 'rate-limited', retryAfterMs: 1500, scope: 'lane' }, 429],
  ] as const)('$kind is answered instead, once', async (fault, status) => {
    inject(fault)
    const url = await address()
    expect(await fetchFile(url)).toMatchObject({ status })
    expect(files()).toMatchObject([{ status, carriedOut: false }])
    expect((await fetchFile(url)).bytes).toEqual(bytes)
  })

  test('redirect names another address', async () => {
    inject({ kind: 'redirect', to: 'http://127.0.0.1:9/secret' })
    const answer = await fetch(await address(), { redirect: 'manual' })
    expect(answer.status).toBe(302)
    expect(answer.headers.get('location')).toBe('http://127.0.0.1:9/secret')
  })

  test('cut-before ends the connection without an answer', async () => {
    inject({ kind: 'cut-before' })
    await expect(fetchFile(await address())).rejects.toThrow('fetch failed')
    expect(files()).toMatchObject([{ status: undefined, carriedOut: false }])
  })

  test('truncated ends in the middle', async () => {
    inject({ kind: 'truncated' })
    const answer = await fetch(await address())
    expect(answer.headers.get('content-length')).toBe(String(size))
    await expect(answer.arrayBuffer()).rejects.toThrow('terminated')
  })

  test('wrong-length says more than comes', async () => {
    inject({ kind: 'wrong-length', says: size + 1 })
    const answer = await fetch(await address())
    expect(answer.headers.get('content-length')).toBe(String(size + 1))
    await expect(answer.arrayBuffer()).rejects.toThrow('terminated')
  })

  test('wrong-length says less than comes', async () => {
    inject({ kind: 'wrong-length', says: 100 })
    const { bytes: got } = await fetchFile(await address())
    expect(got).toEqual(bytes.subarray(0, 100))
  })

  test('trickle brings a little at a time', async () => {
    inject({ kind: 'trickle', bytesPerSecond: 1000 })
    const abort = new AbortController()
    const answer = await fetch(await address(), { signal: abort.signal })
    expect(answer.headers.get('content-length')).toBe(String(size))
    const first: unknown = (await answer.body?.getReader().read())?.value
    expect(first instanceof Uint8Array && first.byteLength).toBeLessThan(1000)
    abort.abort()
  })

  test('trickle brings everything in the end', async () => {
    inject({ kind: 'trickle', bytesPerSecond: 10_000_000 })
    expect((await fetchFile(await address())).bytes).toEqual(bytes)
  })

  test('hang never answers', async () => {
    inject({ kind: 'hang', carriedOut: false })
    const abort = new AbortController()
    const sent = fetch(await address(), { signal: abort.signal })
    await expect.poll(files).toMatchObject([{ status: undefined, carriedOut: false }])
    abort.abort()
    await expect(sent).rejects.toThrow('aborted')
  })

  test('leaves the API alone, and faults of sending leave files alone', async () => {
    sandbox.inject({ fault: { kind: 'truncated' } })
    sandbox.inject({ fault: { kind: 'server-error' } })
    const messages = message.replace(/\/\d+$/, '')
    expect((await restCall(sandbox, 'POST', messages, { content: 'x' })).status).toBe(500)
    await expect(fetchFile(await address())).rejects.toThrow('terminated')
    expect(() => {
      sandbox.inject({ method: 'POST message', fault: { kind: 'truncated' } })
    }).toThrow('for files')
  })

  test('hits the files of the named person', async () => {
    const bob = sandbox.addPerson()
    sandbox.inject({ method: 'GET file', person: bob, fault: { kind: 'server-error' } })
    expect((await fetchFile(await address())).status).toBe(200)
  })
})

test('addresses name the proxy through which the bot comes in', async () => {
  const fileOrigin = 'http://127.0.0.1:9'
  await using proxied = await createDiscordSandbox({ now: () => now, fileOrigin })
  const person = proxied.addPerson()
  const [sent] = person.sendFiles('photo', [photo])
  const place = `/channels/${await channelOf(proxied, person.id)}/messages/${sent?.id}`
  const told = (await restCall(proxied, 'GET', place)).body
  expect(new URL(told.attachments[0]?.url ?? '').origin).toBe(fileOrigin)
})
