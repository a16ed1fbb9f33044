import { expect, test } from 'vitest'
import { must } from '../../src/lib/must.ts'
import { createRandom } from '../storm/random.ts'
import type { Character } from '../support/character.ts'
import { meet, world } from '../support/story.ts'
import type { World } from '../support/world.ts'

const refusal = /^❧ .*(?:cannot|can't|could not|not.*(?:carry|pass|sen[dt]))/i

/** What somebody tells the bot of, as the platform would: numbered, so that each is a new message. */
let lastId = 0
const nextId = (): number => (lastId += 1)

function onTelegram(w: World, { person }: Character, content: object): void {
  const id = Number(person.id)
  const chat = { id, type: 'private', first_name: 'X' }
  const from = { id, is_bot: false, first_name: 'X' }
  w.telegramServer.tell('message', { message_id: nextId(), date: 0, chat, from, ...content })
}

function onDiscord(w: World, { person }: Character, content: object): void {
  const sender = w.discordServer.people.find(({ id }) => id === person.id)
  w.discordServer.tell('MESSAGE_CREATE', {
    id: String(314_159_260_000_000 + nextId()),
    channel_id: w.discordServer.channelOf(must(sender, 'it is somebody here')),
    channel_type: 1,
    author: { id: person.id },
    type: 0,
    content: '',
    attachments: [],
    embeds: [],
    ...content,
  })
}

const brandNew = { secret: 'who I am', deeper: [{ id: 5 }] }

test('what a coming version of Telegram brings is refused with one notice, whatever stands beside it', async () => {
  const w = await world()
  const [ann, bob] = [w.telegram(), w.discord()]
  await meet(ann, bob)
  const names = createRandom(4)
  const beside = [
    {},
    { text: 'words' },
    { caption: 'words' },
    { text: 'words', entities: [{ type: 'bold', offset: 0, length: 5 }] },
    { caption: 'words', media_group_id: '7' },
    { forward_origin: { type: 'hidden_user', date: 0, sender_user_name: 'who I am' } },
    {
      text: 'words',
      reply_to_message: { message_id: 1, date: 0, chat: { id: 1, type: 'private' } },
    },
    {
      text: 'words',
      quote: { text: 'q', position: 0 },
      link_preview_options: { is_disabled: true },
    },
  ]
  for (const content of beside) {
    onTelegram(w, ann, { ...content, [`brand_new_thing_${names.between(1, 999)}`]: brandNew })
    await w.settle()
    ann.hears(refusal)
    bob.hearsNothing()
  }
  // A bare value is one more mark on the envelope.
  onTelegram(w, ann, { text: 'words', brand_new_mark: 'who I am' })
  await w.settle()
  bob.hears('words')
  ann.hearsNothing()
})

test('what a coming version of Discord brings is refused with one notice', async () => {
  const w = await world()
  const [ann, bob] = [w.discord(), w.telegram()]
  await meet(ann, bob)
  const place = 'https://cdn.example/attachments/1/2/x'
  const kinds = [
    ...[36, 60, 255].map((type) => ({ type, content: 'who I am' })),
    { flags: 1 << 15, components: [{ type: 10, content: 'who I am' }] },
    { flags: 1 << 15, components: [{ type: 17, components: [{ type: 99, secret: 'who I am' }] }] },
    ...[24, 30].map((bit) => ({ flags: 1 << bit, brand_new_thing: brandNew })),
    { embeds: [{ type: 'brand-new', title: 'who I am', url: place }] },
    { sticker_items: [{ id: '1', name: 'who I am', format_type: 99 }] },
    { activity: { type: 3, party_id: 'who I am' } },
    { brand_new_thing: brandNew },
    { message_reference: { type: 7, channel_id: '1', message_id: '2' }, brand_new_thing: brandNew },
    { message_reference: { type: 1, channel_id: '1', message_id: '2' }, message_snapshots: [] },
  ]
  for (const content of kinds) {
    onDiscord(w, ann, content)
    await w.settle()
    const told = JSON.stringify(content)
    expect(bob.news(), told).toEqual([])
    expect(
      ann.news().map(({ text }) => text),
      told,
    ).toEqual([expect.stringMatching(refusal)])
  }
  // With a mark that nobody knows words are words; nothing but them is passed on.
  onDiscord(w, ann, { content: 'words', flags: 1 << 24, brand_new_thing: brandNew })
  await w.settle()
  bob.hears(/^words$/)
})

test('an attachment of a strange type goes to nobody before its sender has said yes, and then only clean', async () => {
  const w = await world()
  const [ann, bob] = [w.discord(), w.telegram()]
  await meet(ann, bob)
  const { origin } = new URL(w.discordServer.apiRoot)
  for (const content_type of ['x-brand/new', 'application/x-who-i-am', undefined, 'image', '']) {
    const url = `${origin}/attachments/1/${nextId()}/who-i-am.bin`
    const bytes = Buffer.from(`\u0000\u0001\u0002\u00ff who I am ${content_type}`, 'latin1')
    w.discordServer.keepFile(url, { bytes, name: 'who-i-am.bin', type: 'x/y' })
    const file = {
      id: String(nextId()),
      filename: 'who-i-am.bin',
      size: bytes.length,
      url,
      proxy_url: url,
    }
    onDiscord(w, ann, { attachments: [{ ...file, content_type }] })
    await w.settle()
    bob.hearsNothing()
    ann.hears('This file may name you')
    await ann.taps('Send')
    bob.hearsNothing()
    ann.hears(/nothing about you|damaged/)
    // Of what fails one hears once a minute.
    w.clock.advance(61_000)
    await w.settle()
  }
})
