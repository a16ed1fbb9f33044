import { readFile } from 'node:fs/promises'

import { describe, expect, it } from 'vitest'

import { must } from '../../../src/lib/must.ts'
import type { Fault, RecordedRequest } from '../../../src/sandbox/server.ts'
import { openSandbox, refusal, type TestSandbox } from './sandbox.ts'

const megabyte = 1024 * 1024

/** A document of Anna's with these bytes; its id. */
async function sendDocument({ anna, api }: TestSandbox, bytes: Uint8Array): Promise<string> {
  anna.sendFiles('document', [{ bytes, name: 'anything.bin', type: 'application/octet-stream' }])
  const [update] = await api.getUpdates({ offset: -1 })
  return must(update?.message?.document?.file_id, 'a document was sent')
}

const bytes = Uint8Array.from({ length: 10_000 }, (_, at) => at % 251)

function lastRequest({ server }: TestSandbox): RecordedRequest | undefined {
  return server.requests.at(-1)
}

describe('getFile', () => {
  it('names path and size of a file, and the bytes are there', async () => {
    await using sandbox = await openSandbox()
    const { api } = sandbox
    const id = await sendDocument(sandbox, bytes)
    const file = await api.getFile(id)
    expect(file).toMatchObject({ file_id: id, file_size: 10_000 })
    expect(file.file_path).toMatch(/^documents\/file_\d+\.bin$/)
    const response = await sandbox.file(file.file_path)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/octet-stream')
    expect(response.headers.get('content-length')).toBe('10000')
    expect(await response.bytes()).toEqual(bytes)
  })

  it('gives links that last an hour', async () => {
    await using sandbox = await openSandbox()
    const { file_path } = await sandbox.api.getFile(await sendDocument(sandbox, bytes))
    sandbox.pass(3600 * 1000)
    expect((await sandbox.file(file_path)).status).toBe(200)
    sandbox.pass(1)
    expect((await sandbox.file(file_path)).status).toBe(404)
  })

  it('knows what it has, up to 20 MB', async () => {
    await using sandbox = await openSandbox()
    const { api } = sandbox
    await api.getFile(await sendDocument(sandbox, new Uint8Array(20 * megabyte)))
    const large = await sendDocument(sandbox, new Uint8Array(20 * megabyte + 1))
    for (const [id, why] of [
      [large, 'file is too big'],
      ['sandbox_unknown', 'wrong file_id or the file is temporarily unavailable'],
      ['nonsense', 'invalid file_id'],
      ['', 'file_id not specified'],
    ] as const) {
      expect(await refusal(api.getFile(id))).toMatchObject({
        code: 400,
        description: `Bad Request: ${why}`,
      })
    }
  })

  it('puts files of any size on the disk in local mode', async () => {
    await using sandbox = await openSandbox({ localMode: true })
    const large = new Uint8Array(21 * megabyte).fill(7)
    const { file_path } = await sandbox.api.getFile(await sendDocument(sandbox, large))
    expect(file_path).toMatch(/^\//)
    const stored = await readFile(must(file_path, 'there is a path'))
    expect(stored.equals(large)).toBe(true)
    await sandbox.server[Symbol.asyncDispose]()
    await expect(readFile(must(file_path, 'there was a path'))).rejects.toThrow('ENOENT')
  })
})

describe('a download', () => {
  it('is refused with another token and under a path that nobody was given', async () => {
    await using sandbox = await openSandbox()
    const { apiRoot } = sandbox
    expect((await fetch(`${apiRoot}/file/botother/documents/file_1.bin`)).status).toBe(401)
    const response = await sandbox.file('documents/file_1.bin')
    expect(response.status).toBe(404)
    expect(await response.json()).toEqual({ ok: false, error_code: 404, description: 'Not Found' })
  })

  it('is recorded as asked for from whoever sent the file, without the token', async () => {
    await using sandbox = await openSandbox()
    const { anna, api, server } = sandbox
    const { file_path } = await api.getFile(await sendDocument(sandbox, bytes))
    await sandbox.file(file_path)
    expect(lastRequest(sandbox)).toEqual({
      method: 'GET file',
      person: anna.id,
      body: { file_path },
      status: 200,
      carriedOut: true,
    })
    expect(JSON.stringify(server.requests)).not.toContain(server.token)
  })

  it.each<[Fault, number]>([
    [{ kind: 'server-error' }, 500],
    [{ kind: 'rejected' }, 404],
    [{ kind: 'unauthorized' }, 401],
    [{ kind: 'rate-limited', retryAfterMs: 3000, scope: 'lane' }, 429],
    [{ kind: 'html' }, 200],
  ])('can meet %o', async (fault, status) => {
    await using sandbox = await openSandbox()
    const { file_path } = await sandbox.api.getFile(await sendDocument(sandbox, bytes))
    sandbox.server.inject({ method: 'GET file', person: sandbox.anna, fault })
    const response = await sandbox.file(file_path)
    expect(response.status).toBe(status)
    expect(await response.bytes()).not.toEqual(bytes)
    expect(lastRequest(sandbox)).toMatchObject({ status, carriedOut: false })
    expect(await (await sandbox.file(file_path)).bytes()).toEqual(bytes)
  })

  it.each<Fault>([{ kind: 'cut-before' }, { kind: 'cut-after' }])('can be %o', async (fault) => {
    await using sandbox = await openSandbox()
    const { file_path } = await sandbox.api.getFile(await sendDocument(sandbox, bytes))
    sandbox.server.inject({ method: 'GET file', fault })
    expect(await refusal(sandbox.file(file_path))).toBe('TypeError')
    expect(lastRequest(sandbox)).toMatchObject({ status: undefined })
  })

  it('can end in the middle', async () => {
    await using sandbox = await openSandbox()
    const { file_path } = await sandbox.api.getFile(await sendDocument(sandbox, bytes))
    sandbox.server.inject({ fault: { kind: 'truncated' } })
    const response = await sandbox.file(file_path)
    expect(response.headers.get('content-length')).toBe('10000')
    expect(await refusal(response.bytes())).toBe('TypeError')
  })

  it('can be shorter than its header says, or go on after it', async () => {
    await using sandbox = await openSandbox()
    const { file_path } = await sandbox.api.getFile(await sendDocument(sandbox, bytes))
    sandbox.server.inject({ fault: { kind: 'wrong-length', says: 10_001 } })
    const short = await sandbox.file(file_path)
    expect(short.headers.get('content-length')).toBe('10001')
    expect(await refusal(short.bytes())).toBe('TypeError')

    sandbox.server.inject({ fault: { kind: 'wrong-length', says: 100 } })
    const long = await sandbox.file(file_path)
    expect(long.headers.get('content-length')).toBe('100')
    const read: unknown = await long.bytes().catch(() => 'broken off')
    expect(read).not.toEqual(bytes)
  })

  it('can be larger than getFile has said', async () => {
    await using sandbox = await openSandbox()
    const id = await sendDocument(sandbox, bytes)
    sandbox.server.inject({ method: 'getFile', fault: { kind: 'wrong-length', says: 9 } })
    const { file_size, file_path } = await sandbox.api.getFile(id)
    expect(file_size).toBe(9)
    expect(await (await sandbox.file(file_path)).bytes()).toEqual(bytes)
  })

  it('can be elsewhere', async () => {
    await using sandbox = await openSandbox()
    const { file_path } = await sandbox.api.getFile(await sendDocument(sandbox, bytes))
    sandbox.server.inject({ fault: { kind: 'redirect', to: 'http://127.0.0.1:1/evil' } })
    const response = await sandbox.file(file_path)
    expect(response.status).toBe(302)
    expect(response.headers.get('location')).toBe('http://127.0.0.1:1/evil')
    expect(lastRequest(sandbox)).toMatchObject({ status: 302, carriedOut: false })
  })

  it('can come slowly', async () => {
    await using sandbox = await openSandbox()
    const { file_path } = await sandbox.api.getFile(await sendDocument(sandbox, bytes))
    sandbox.server.inject({ fault: { kind: 'trickle', bytesPerSecond: 50_000 } })
    const from = performance.now()
    const response = await sandbox.file(file_path)
    expect(response.headers.get('content-length')).toBe('10000')
    expect(await response.bytes()).toEqual(bytes)
    expect(performance.now() - from).toBeGreaterThan(150)
  })

  it('can hang until the client gives up', async () => {
    await using sandbox = await openSandbox()
    const { file_path } = await sandbox.api.getFile(await sendDocument(sandbox, bytes))
    sandbox.server.inject({ method: 'GET file', fault: { kind: 'hang', carriedOut: false } })
    const abort = new AbortController()
    const hung = refusal(sandbox.file(file_path, abort.signal))
    const { requests } = sandbox.server
    while (!requests.some(({ method }) => method === 'GET file')) await sandbox.api.getMe()
    abort.abort()
    expect(await hung).toBe('AbortError')
  })

  it('has faults that nothing else has', async () => {
    await using sandbox = await openSandbox()
    const { server } = sandbox
    expect(() => server.inject({ method: 'sendPhoto', fault: { kind: 'truncated' } })).toThrow(
      'sendPhoto cannot have the fault truncated',
    )
  })
})
