import { describe, expect, test } from 'vitest'
import type { FakePerson } from './fake-server.ts'
import { openPage, sentence } from './open-page.ts'

const jpeg = (name = 'hills.jpg'): File =>
  new File([Uint8Array.of(0xff, 0xd8, 0, 1)], name, { type: 'image/jpeg' })

function form(about: unknown, ...files: readonly (File | string)[]): FormData {
  const made = new FormData()
  made.append('about', typeof about === 'string' ? about : JSON.stringify(about))
  for (const file of files) made.append('file', file)
  return made
}

interface Answer {
  readonly status: number
  readonly text: string
}

async function openFor(platform: 'telegram' | 'discord'): Promise<{
  readonly person: FakePerson
  readonly post: (body: FormData | string, headers?: Record<string, string>) => Promise<Answer>
}> {
  const { url, ada, bo } = await openPage()
  const person = platform === 'telegram' ? ada : bo
  return {
    person,
    async post(body, headers = {}) {
      const path = `${url}/api/people/${platform}/${person.id}/files`
      const response = await fetch(path, { method: 'POST', body, headers })
      return { status: response.status, text: await response.text() }
    },
  }
}

describe('people send files of their own', () => {
  test('an album with a formatted caption, hidden by a spoiler, as a reply', async () => {
    const { person, post } = await openFor('telegram')
    const heard = person.hear('show me')
    const entities = [{ type: 'bold', offset: 0, length: 5 }]
    const about = { do: 'send', kind: 'photo', caption: 'hills', entities, spoiler: true }
    const answer = await post(
      form({ ...about, replyTo: heard.id }, jpeg('a.jpg'), jpeg('ü "b".jpg')),
    )
    expect(answer).toEqual({ status: 204, text: '' })
    const shown = { kind: 'photo', type: 'image/jpeg', spoiler: true }
    expect(person.chat.slice(1)).toMatchObject([
      { text: 'hills', entities, replyTo: heard.id, files: [{ ...shown, name: 'a.jpg' }] },
      { text: '', files: [{ ...shown, name: 'ü "b".jpg' }] },
    ])
    expect(person.chat[1]?.files[0]?.bytes).toEqual(Uint8Array.of(0xff, 0xd8, 0, 1))
  })

  test('several files are one message on Discord', async () => {
    const { person, post } = await openFor('discord')
    await post(form({ do: 'send', kind: 'photo' }, jpeg(), jpeg(), jpeg()))
    expect(person.chat).toMatchObject([{ text: '', files: [{}, {}, {}] }])
  })

  test.each([
    ['wave.tgs', '', 'application/x-tgsticker'],
    ['WAVE.TGS', 'application/octet-stream', 'application/x-tgsticker'],
    ['notes', '', 'application/octet-stream'],
    ['notes.txt', 'text/plain', 'text/plain'],
  ])('%s, of which the browser says %j, is %s', async (name, said, type) => {
    const { person, post } = await openFor('telegram')
    await post(form({ do: 'send', kind: 'document' }, new File(['x'], name, { type: said })))
    expect(person.chat[0]?.files).toMatchObject([{ name, type }])
  })

  test('a file of 20 MB goes through unchanged', async () => {
    const { person, post } = await openFor('telegram')
    const bytes = Uint8Array.from({ length: 20_000_000 }, (_, index) => index % 253)
    const film = new File([bytes], 'film.mp4', { type: 'video/mp4' })
    expect(await post(form({ do: 'send', kind: 'video' }, film))).toMatchObject({ status: 204 })
    expect(Buffer.compare(bytes, person.chat[0]?.files[0]?.bytes ?? Buffer.alloc(0))).toBe(0)
  })

  test('one file takes the place of another', async () => {
    const { person, post } = await openFor('telegram')
    await post(form({ do: 'send', kind: 'photo' }, jpeg()))
    const message = person.chat[0]?.id
    await post(form({ do: 'replace', kind: 'document', message }, jpeg('other.jpg')))
    expect(person.chat).toMatchObject([{ kind: 'document', files: [{ name: 'other.jpg' }] }])
    expect(person.done.at(-1)).toBe(`replace ${message}`)
  })

  test('what their app would not send comes back as its one sentence', async () => {
    const { person, post } = await openFor('telegram')
    expect(await post(form({ do: 'send', kind: 'sticker' }, jpeg(), jpeg()))).toEqual({
      status: 409,
      text: 'Stickers go one by one.\n',
    })
    const gone = form({ do: 'replace', kind: 'photo', message: '99' }, jpeg())
    expect(await post(gone)).toEqual({ status: 409, text: 'There is no such message.\n' })
    expect(person.chat).toEqual([])
  })
})

describe('bad uploads change nothing', () => {
  const send = { do: 'send', kind: 'photo' }
  test.each<[string, FormData]>([
    ['no file', form(send)],
    ['a file that is only text', form(send, 'hills.jpg')],
    ['nothing said about them', form('', jpeg())],
    ['something that is no JSON', form('{', jpeg())],
    ['an unknown kind', form({ do: 'send', kind: 'story' }, jpeg())],
    ['something else to do with them', form({ do: 'burn', kind: 'photo' }, jpeg())],
    ['a caption that is none', form({ ...send, caption: 1 }, jpeg())],
    ['a spoiler that is none', form({ ...send, spoiler: 'yes' }, jpeg())],
    ['entities that are none', form({ ...send, entities: [{ type: 'bold', offset: -1 }] }, jpeg())],
    [
      'two files for one place',
      form({ do: 'replace', kind: 'photo', message: '1' }, jpeg(), jpeg()),
    ],
    ['more files than anybody sends', form(send, ...Array.from({ length: 101 }, () => jpeg()))],
  ])('%s', async (_, body) => {
    const { person, post } = await openFor('telegram')
    const answer = await post(body)
    expect(answer.status).toBe(400)
    expect(answer.text).toMatch(sentence)
    expect(person.done).toEqual([])
  })

  test.each([
    ['JSON', '{}', 'application/json', 415],
    ['raw bytes', 'abc', 'application/octet-stream', 415],
    ['a form without a boundary', 'abc', 'multipart/form-data', 400],
    ['a form that breaks off', '--x\r\ncontent-disp', 'multipart/form-data; boundary=x', 400],
  ])('%s instead of a form', async (_, body, type, status) => {
    const { person, post } = await openFor('telegram')
    const answer = await post(body, { 'content-type': type })
    expect(answer.status).toBe(status)
    expect(answer.text).toMatch(sentence)
    expect(person.done).toEqual([])
  })

  test('more than 60 MB', async () => {
    const { person, post } = await openFor('telegram')
    const answer = await post(form(send, new File([new Uint8Array(61 * 1024 * 1024)], 'film.mp4')))
    expect(answer).toEqual({ status: 413, text: 'These files are larger than 60 MB.\n' })
    expect(person.done).toEqual([])
  })

  test('from a person whom nobody knows', async () => {
    const { url } = await openPage()
    const path = `${url}/api/people/telegram/99/files`
    const response = await fetch(path, { method: 'POST', body: form(send, jpeg()) })
    expect(response.status).toBe(404)
    expect(await response.text()).toMatch(sentence)
  })

  test('from another site', async () => {
    const { person, post } = await openFor('telegram')
    const answer = await post(form(send, jpeg()), { 'sec-fetch-site': 'cross-site' })
    expect(answer.status).toBe(403)
    expect(person.done).toEqual([])
  })
})
