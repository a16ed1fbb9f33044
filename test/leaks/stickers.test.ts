import { expect, test } from 'vitest'
import { sampleFile, sampleOwner } from '../../src/sandbox/samples/sample-files.ts'
import { must } from '../../src/lib/must.ts'
import { rest } from './rooms.ts'
import { meet, world } from '../support/story.ts'

test(
  'an animated sticker of Discord arrives as a picture that moves, not as the words that it is made of',
  { timeout: 60_000 },
  async () => {
    const w = await world()
    const [ann, bob] = [w.discord(), w.discord()]
    await meet(ann, bob)
    const [sender] = w.discordServer.people
    const channel_id = w.discordServer.channelOf(must(sender, 'somebody sends'))
    const { origin } = new URL(w.discordServer.apiRoot)
    w.discordServer.keepFile(`${origin}/stickers/700.json`, sampleFile('sticker.json'))
    w.discordServer.tell('MESSAGE_CREATE', {
      id: '314159260000000000',
      channel_id,
      channel_type: 1,
      author: { id: ann.person.id },
      type: 0,
      content: '',
      attachments: [],
      embeds: [],
      sticker_items: [{ id: '700', name: sampleOwner, format_type: 3 }],
    })
    await rest(w)
    const [heard] = bob.hears('')
    expect(heard?.kind).toBe('animation')
    const files = heard?.files.map(({ bytes }) => Buffer.from(bytes).toString('latin1'))
    expect(files?.join('')).not.toContain(sampleOwner)
  },
)
