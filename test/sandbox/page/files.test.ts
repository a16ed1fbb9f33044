import { describe, expect, test } from 'vitest'
import type { SeenFile } from '../../../src/sandbox/person.ts'
import { openPage, sentence } from './open-page.ts'

const bytes = Uint8Array.from({ length: 1000 }, (_, index) => index % 251)
const photo: SeenFile = {
  kind: 'photo',
  name: 'hills.jpg',
  type: 'image/jpeg',
  spoiler: false,
  width: 800,
  height: 600,
  durationS: undefined,
  waveform: undefined,
  bytes,
}

async function openWith(
  file: Partial<SeenFile>,
): Promise<{ readonly url: string; get: (headers?: Record<string, string>) => Promise<Response> }> {
  const { url, ada } = await openPage()
  const { id } = ada.hear('', { files: [{ ...photo, ...file }] })
  return {
    url,
    get: (headers = {}) => fetch(`${url}/files/telegram/${ada.id}/${id}/0`, { headers }),
  }
}

describe('a file of a chat', () => {
  test('is served as what it is, whole', async () => {
    const { get } = await openWith({})
    const response = await get()
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('image/jpeg')
    expect(response.headers.get('content-disposition')).toMatch(/^inline;/)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await response.bytes()).toEqual(bytes)
  })

  test.each([
    'text/html',
    'application/xhtml+xml',
    'image/svg+xml',
    'text/javascript',
    'application/pdf',
    'application/x-tgsticker',
    'image/jpeg, text/html',
    'TEXT/HTML; charset=utf-8',
    'image/jpeg\r\nx: y',
    '',
  ])('of the type %j is only saved, never shown as a page of the sandbox', async (type) => {
    const { get } = await openWith({ type, bytes: Buffer.from('<script>alert(1)</script>') })
    const { status, headers } = await get()
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('application/octet-stream')
    expect(headers.get('content-disposition')).toMatch(/^attachment;/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  })

  test.each([
    ['audio/ogg; codecs=opus', 'audio/ogg'],
    ['IMAGE/PNG', 'image/png'],
    ['video/webm', 'video/webm'],
  ])('of the type %j is media', async (type, served) => {
    const { get } = await openWith({ type })
    expect((await get()).headers.get('content-type')).toBe(served)
  })

  test.each([
    ['a "quoted" name.jpg', 'a%20%22quoted%22%20name.jpg'],
    ["it's (one)*.jpg", 'it%27s%20%28one%29%2a.jpg'],
    ['a\r\nset-cookie: x.jpg', 'a%0D%0Aset-cookie%3A%20x.jpg'],
    ['\ud800.jpg', '%EF%BF%BD.jpg'],
    [undefined, 'file'],
  ])('called %j keeps its name and adds no header', async (name, encoded) => {
    const { get } = await openWith({ name })
    const { headers } = await get()
    expect(headers.get('content-disposition')).toBe(`inline; filename*=UTF-8''${encoded}`)
    expect(headers.get('set-cookie')).toBeNull()
  })

  test.each([
    ['bytes=0-', 0, 999],
    ['bytes=990-', 990, 999],
    ['bytes=10-19', 10, 19],
    ['bytes=-5', 995, 999],
    ['bytes=-5000', 0, 999],
    ['bytes=900-5000', 900, 999],
  ])('is served in part when a player asks for %s', async (range, start, end) => {
    const { get } = await openWith({ type: 'video/mp4' })
    const response = await get({ range })
    expect(response.status).toBe(206)
    expect(response.headers.get('content-range')).toBe(`bytes ${start}-${end}/1000`)
    expect(await response.bytes()).toEqual(bytes.slice(start, end + 1))
  })

  test.each(['bytes=1000-', 'bytes=-0'])('ends before %s', async (range) => {
    const { get } = await openWith({})
    const response = await get({ range })
    expect(response.status).toBe(416)
    expect(response.headers.get('content-range')).toBe('bytes */1000')
    expect(await response.text()).toMatch(sentence)
  })

  test.each(['bytes=', 'bytes=5-2', 'bytes=0-1,5-6', 'lines=1-2', 'bytes=a-b'])(
    'is served whole to who asks for %j, which is nothing',
    async (range) => {
      const { get } = await openWith({})
      const response = await get({ range })
      expect(response.status).toBe(200)
      expect(await response.bytes()).toEqual(bytes)
    },
  )

  test('is gone with its message', async () => {
    const { url, ada } = await openPage()
    const { id } = ada.hear('', { files: [photo] })
    ada.remove(id)
    expect((await fetch(`${url}/files/telegram/${ada.id}/${id}/0`)).status).toBe(404)
  })
})

test.each([
  '/files/icq/1/1/0',
  '/files/discord/1/1/0',
  '/files/telegram/99/1/0',
  '/files/telegram/1/99/0',
  '/files/telegram/1/1/1',
  '/files/telegram/1/1/-1',
  '/files/telegram/1/1/length',
  '/files/telegram/1/1/0x0',
  '/files/telegram/1/1',
  '/files/telegram/1/..%2F..%2Fetc/0',
  '/files/telegram/__proto__/1/0',
])('there is nothing at %s', async (path) => {
  const { url, ada } = await openPage()
  ada.hear('', { files: [photo] })
  expect((await fetch(`${url}/files/telegram/1/1/0`)).status).toBe(200)
  const response = await fetch(url + path)
  expect(response.status).toBe(404)
  expect(await response.text()).toMatch(sentence)
})
