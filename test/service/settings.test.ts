import { expect, test } from 'vitest'
import { discordCapabilities } from '../../adapters/discord/capabilities.ts'
import { purposeOf, type Action } from '../../src/core/action.ts'
import type { Failure } from '../../src/core/delivery-error.ts'
import { ref } from '../../src/core/address.ts'
import { limits } from '../../src/core/limits.ts'
import { plain } from '../../src/core/rich-text.ts'
import { changed, photos, sent } from '../support/files.ts'
import {
  answers,
  command,
  createService,
  edited,
  inbound,
  reacted,
  tap,
  text,
} from '../support/service.ts'

type Service = Awaited<ReturnType<typeof createService>>

const slow: Failure = { kind: 'rate-limited', scope: 'lane', retryAfterMs: 5000 }
const long = 'word '.repeat(1200).trim()

async function chatting(): Promise<Service> {
  const service = await createService()
  await service.meet('tia', 'dan')
  return service
}

const asked = ({ adapter }: Service, id: string): readonly Action[] =>
  adapter.attempts.filter(({ to }) => to === id).map(({ action }) => action)
const isProtected = (action: Action): boolean =>
  'isProtected' in action && action.isProtected === true

/** Whether each new message for somebody since `from` was protected. */
const protection = (service: Service, id: string, from: number): readonly boolean[] =>
  asked(service, id)
    .slice(from)
    .filter((action) => purposeOf(action) === 'send')
    .map(isProtected)

test('what somebody says is protected for as long as they want it, and nothing of the service or the partner', async () => {
  const service = await chatting()
  const [tia, dan] = [asked(service, 'tia').length, asked(service, 'dan').length]
  await service.hear(text('tia', 'before'), tap('tia', { kind: 'switch', what: 'protects' }))
  await service.hear(text('tia', 'one'), text('dan', 'two'))
  await service.hear(sent('tia', 'photo', photos(['a'], long)))
  const place = { latitude: 1, longitude: 2, venue: undefined }
  await service.hear(sent('tia', 'place', { kind: 'place', place }))
  const ask = asked(service, 'tia').at(-1)
  const yes = ask?.kind === 'send' ? ask.buttons[0]?.[0]?.data : undefined
  await service.hear(inbound('tia', { kind: 'tap', data: yes ?? '', on: undefined }))
  expect(asked(service, 'dan').at(-1)).toMatchObject({ kind: 'send-place', isProtected: true })
  const [before, ...since] = protection(service, 'dan', dan)
  expect(before).toBe(false)
  expect(since.length).toBeGreaterThan(3)
  expect(new Set(since)).toEqual(new Set([true]))
  expect(new Set(protection(service, 'tia', tia))).toEqual(new Set([false]))
  await service.hear(tap('tia', { kind: 'switch', what: 'protects' }), text('tia', 'after'))
  expect(protection(service, 'dan', dan).at(-1)).toBe(false)
  await service.hear(command('tia', 'stop'))
  expect(protection(service, 'dan', dan).at(-1)).toBe(false)
})

test('an album is protected as its author wants it', async () => {
  const service = await chatting()
  await service.hear(tap('tia', { kind: 'switch', what: 'protects' }))
  await service.inbox.receive([
    sent('tia', 'a', photos(['a'], '', 'album')),
    sent('tia', 'b', photos(['b'], '', 'album')),
  ])
  service.clock.advance(limits.albumQuietMs)
  await service.rest()
  expect(asked(service, 'dan').at(-1)).toMatchObject({ kind: 'send-files', isProtected: true })
})

test('what an edit adds is protected too, wherever it waits', async () => {
  const service = await chatting()
  await service.hear(tap('tia', { kind: 'switch', what: 'protects' }))
  await service.hear(text('tia', 'short'), sent('tia', 'photo', photos(['a'])))
  const dan = asked(service, 'dan').length
  // Parts behind what has arrived, in words and under a photo.
  await service.hear(edited('tia', 'short', plain(long)))
  await service.hear(changed('tia', 'photo', photos(['a'], long)))
  // And what has not: it is written anew.
  service.adapter.fail('dan', slow)
  await service.hear(text('tia', 'waits'))
  await service.hear(edited('tia', 'waits', plain(`${long} waited`)))
  service.clock.advance(5000)
  await service.rest()
  const since = protection(service, 'dan', dan)
  expect(since.length).toBeGreaterThan(4)
  expect(new Set(since)).toEqual(new Set([true]))
})

test('what is said more plainly after a refusal stays protected', async () => {
  const service = await chatting()
  await service.hear(tap('tia', { kind: 'switch', what: 'protects' }))
  service.adapter.fail('dan', { kind: 'rejected' })
  const bold = { text: 'x', ranges: [{ start: 0, end: 1, format: { kind: 'bold' } }] } as const
  await service.hear(sent('tia', 'x', { kind: 'text', text: bold }))
  expect(asked(service, 'dan').slice(-2).map(isProtected)).toEqual([true, true])
})

/** Tia is on the one platform and dan on the other, which can show many emoji under a message. */
async function across(): Promise<Service> {
  const service = await createService(undefined, undefined, undefined, undefined, {
    ofDiscord: discordCapabilities,
  })
  await service.hear(...answers('tia'), ...answers('dan', 'discord'))
  await service.hear(text('dan', 'hi', undefined, 'discord'))
  return service
}
const mute = tap('dan', { kind: 'switch', what: 'mutes-reactions' }, 'discord')
const again = (): typeof mute => ({ ...mute, seenKey: undefined })
const reacts = async (service: Service, ...emoji: readonly string[]): Promise<void> => {
  const theirs = service.adapter.chats.of('tia').at(-1)?.ref ?? ref('')
  await service.hear(
    inbound('tia', { kind: 'reacted', ref: theirs, reaction: { kind: 'set', emoji } }),
  )
}
const reactionsFor = ({ discord }: Service): readonly unknown[] =>
  discord.attempts.flatMap(({ action }) =>
    action.kind === 'react' ? [{ before: action.before, emoji: action.emoji }] : [],
  )

test('reactions are not shown to who wants to see none, and later ones are shown right', async () => {
  const service = await across()
  await service.hear(mute)
  await reacts(service, '👍')
  expect(reactionsFor(service)).toEqual([])
  await service.hear(again())
  // Nothing was there: all of it has to be put.
  await reacts(service, '👍', '🔥')
  expect(reactionsFor(service)).toEqual([{ before: [], emoji: ['👍', '🔥'] }])
  await reacts(service, '🔥')
  expect(reactionsFor(service).at(-1)).toEqual({ before: ['👍', '🔥'], emoji: ['🔥'] })
})

test('what was shown before goes with the next change', async () => {
  const service = await across()
  await reacts(service, '👍')
  await service.hear(mute)
  await reacts(service, '👍', '🔥')
  expect(reactionsFor(service).at(-1)).toEqual({ before: ['👍'], emoji: [] })
  await reacts(service, '🔥')
  expect(reactionsFor(service)).toHaveLength(2)
  await service.hear(again())
  await reacts(service)
  expect(reactionsFor(service)).toHaveLength(2)
})

test('an emoji that would be said is not said either', async () => {
  const service = await chatting()
  await service.hear(text('dan', 'hi'), tap('dan', { kind: 'switch', what: 'mutes-reactions' }))
  const hi = service.adapter.chats.of('tia').at(-1)?.ref ?? ref('')
  const before = asked(service, 'dan').length
  await service.hear(reacted('dan', 'hi', ['🧿']))
  // Who wants to see none shows theirs as ever.
  expect(service.adapter.arrived('tia').at(-1)).toBe('🧿')
  await service.hear(
    inbound('tia', { kind: 'reacted', ref: hi, reaction: { kind: 'set', emoji: ['🧿'] } }),
  )
  expect(asked(service, 'dan')).toHaveLength(before)
})

test('a wish that changes while they wait takes effect at once (1.6)', async () => {
  const service = await createService()
  await service.hear(...answers('tia'), tap('tia', { kind: 'platform', wish: 'same' }))
  await service.hear(...answers('dan', 'discord'))
  service.clock.advance(limits.pastRoomMs / 2)
  await service.rest()
  expect(service.adapter.arrived('tia').join()).not.toContain('now talking')
  await service.hear(tap('tia', { kind: 'platform', wish: 'any' }))
  expect(service.adapter.arrived('tia').at(-1)).toContain('now talking')
  expect(service.discord.arrived('dan').at(-1)).toContain('now talking')
})

test('taking away the last of whom they look for finds nobody whom they do not look for (6.8)', async () => {
  const service = await createService()
  await service.hear(
    tap('tia', { kind: 'age', adult: true }),
    tap('tia', { kind: 'gender', gender: 'woman' }),
    tap('tia', { kind: 'seeking', seeking: 'women' }),
  )
  await service.hear(...answers('dan').with(1, tap('dan', { kind: 'gender', gender: 'man' })))
  await service.hear(tap('tia', { kind: 'toggle-sought', sought: 'women' }))
  expect(service.adapter.arrived('tia').join()).not.toContain('now talking')
  // Anyone is found by saying so.
  service.clock.advance(limits.doubleTapMs)
  await service.hear(tap('tia', { kind: 'seeking', seeking: 'anyone' }))
  expect(service.adapter.arrived('tia').at(-1)).toContain('now talking')
})

test('what they say of themselves is on the card, as it is when they meet', async () => {
  const service = await createService()
  await service.hear(...answers('tia'))
  const data = '1:prompt:bio'
  const says = (words: string) =>
    inbound('tia', { kind: 'answered', data, text: words, on: undefined })
  await service.hear(says('One cat'))
  await service.hear(says('Two cats, write to @tia'))
  await service.hear(...answers('dan'))
  const card = service.adapter.arrived('dan').at(-1)
  expect(card).toContain('now talking')
  expect(card).toContain('Two cats, write to')
  expect(card).not.toMatch(/@tia|One cat/)
})

test('a language is chosen before the first question, holds from that answer on, and stays chosen', async () => {
  const service = await createService()
  const english = { ...command('tia', 'language') }
  await service.hear({ ...english, sender: { ...english.sender, language: 'es' } })
  expect(service.adapter.arrived('tia').at(-1)).toContain('idioma')
  await service.hear(tap('tia', { kind: 'locale', locale: 'ar' }))
  const answers = service.adapter.arrived('tia').slice(-2)
  for (const answer of answers) expect(answer).toMatch(/^❧ .*\p{Script=Arabic}/su)
  // What the app is set to counts no more.
  const start = command('tia', 'start')
  await service.hear({ ...start, sender: { ...start.sender, language: 'es' } })
  expect(service.adapter.arrived('tia').at(-1)).toBe(answers[1])
})
