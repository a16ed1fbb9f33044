import { expect, test } from 'vitest'
import type { TelegramSeenMessage } from '../../src/sandbox/telegram/telegram-seen-message.ts'
import { wordingIn } from '../../src/text/catalogue.ts'
import type { Character } from '../support/character.ts'
import { meet, world } from '../support/story.ts'
import { label, labels, read, screen } from './screens.ts'

const both = [
  ['telegram', 'discord'],
  ['discord', 'telegram'],
] as const

const leftOut = wordingIn('en').plain('words-left-out')

/** On Telegram the answer is a reply, and the screen comes anew; a dialog leaves it where it was. */
const isInPlace = (person: Character): boolean => person.person.platform === 'discord'

test.each(both)(
  'somebody on %s says what they are and wish for, and is met for it by somebody on %s',
  async (here, there) => {
    const w = await world()
    const [tia, dan] = [w[here](), w[there]()]
    await tia.joins({ iAm: 'Woman', lookingFor: 'Men' })
    tia.news()
    await tia.asks('settings')
    const [settings] = tia.hears('Your settings')

    // One message, from screen to screen.
    await tia.taps(label('change-seeking'))
    await tia.taps(label('others'))
    expect(labels(screen(tia, label('women')))).toEqual([
      label('women'),
      `✓ ${label('men')}`,
      `✓ ${label('others')}`,
      label('anyone'),
      label('back'),
    ])
    await tia.taps(label('anyone'))
    expect(labels(screen(tia, label('women')))).toContain(`✓ ${label('anyone')}`)
    await tia.taps(label('back'))
    await tia.taps(label('change-languages'))
    await tia.taps('Français')
    expect(labels(screen(tia, '✓ Français'))).toContain('✓ English')
    await tia.taps(label('back'))
    await tia.taps(label('change-switches'))
    await tia.taps(label('mutes-typing'))
    expect(labels(screen(tia, label('protects')))).toContain(`✓ ${label('mutes-typing')}`)
    await tia.taps(label('back'))
    await tia.taps(label('change-platform'))
    await tia.taps(label('platform-other'))
    await tia.taps(label('change-interests'))
    await tia.taps('music')
    await tia.taps(label('more-interests'))
    await tia.taps('memes')
    expect(screen(tia, label('back')).id).toBe(settings?.id)
    tia.hearsNothing()

    await tia.taps(label('own-interest'))
    await tia.answers('Chess on t.me/tia')
    expect(labels(screen(tia, label('own-interest')))).toContain('✓ Chess on ✕')
    expect(read(tia, screen(tia, label('own-interest')))).toContain(leftOut)
    await tia.taps('✓ Chess')
    expect(labels(screen(tia, label('own-interest'))).join()).not.toContain('Chess')
    await tia.taps(label('own-interest'))
    await tia.answers('knitting')
    expect(read(tia, screen(tia, label('own-interest')))).not.toContain(leftOut)
    await tia.taps(label('back'))
    await tia.taps(label('change-bio'))
    await tia.taps(label('write-bio'))
    await tia.answers('Two cats,\n*one* dog. Write to @tia or tia.example.com!')
    const about = screen(tia, label('rewrite-bio'))
    expect(read(tia, about)).toMatch(/Two cats, \*one\* dog\. Write to or !?/)
    expect(read(tia, about)).toContain(leftOut)
    expect(about.id === settings?.id).toBe(isInPlace(tia))
    await tia.taps(label('back'))
    const summary = read(tia, screen(tia, label('change-gender')))
    for (const line of [
      /You would like to talk to: anyone/,
      /You speak: English, Français/,
      /You like: music, memes, knitting/,
      /About you: Two cats, \*one\* dog/,
      /partner may be: on the other platform/,
    ])
      expect(summary).toMatch(line)

    tia.news()
    await dan.asks('start')
    await dan.taps('I am 18')
    await dan.taps('Man')
    await dan.taps('Women')
    dan.hears(/all we need/, /Looking for/)
    await dan.asks('settings')
    await dan.taps(label('change-interests'))
    // The two have something in common from here on, which is looked for first.
    await dan.taps('music')
    expect(read(dan, dan.latest())).toMatch(
      /now talking to [\s\S]*They say: Two cats, \*one\* dog[\s\S]*You both like: music[\s\S]*You both speak: English/,
    )
    expect(read(dan, dan.latest())).not.toMatch(/@tia|example|knitting/)
    tia.hears(/now talking to/)
  },
)

test.each(both)(
  'what somebody on %s answers in a chat is never heard by their partner on %s, and the chat goes on',
  async (here, there) => {
    const w = await world()
    const [tia, dan] = [w[here](), w[there]()]
    await meet(tia, dan)
    await tia.asks('settings')
    await tia.taps(label('change-bio'))
    await tia.taps(label('write-bio'))
    await tia.says('One moment')
    dan.hears('One moment')
    await tia.answers('I live alone')
    dan.hearsNothing()
    expect(read(tia, screen(tia, label('rewrite-bio')))).toContain('I live alone')
    await dan.says('Still there?')
    expect(tia.news().at(-1)?.text).toBe('Still there?')
    // What they say of themselves now is for whom they meet next.
    await tia.says('Yes')
    dan.hears('Yes')
    await tia.asks('settings')
    await tia.taps(label('change-bio'))
    await tia.taps(label('rewrite-bio'))
    await tia.answers('https://tia.example')
    expect(read(tia, tia.latest())).toContain('Nothing was left')
    await tia.taps(label('clear-bio'))
    expect(labels(screen(tia, label('back')))).toEqual([label('write-bio'), label('back')])
    dan.hearsNothing()
  },
)

test.each(both)(
  'somebody on %s and somebody on %s are spoken to in Arabic, from right to left, from the first tap on',
  async (here, there) => {
    const w = await world()
    const arabic = wordingIn('ar')
    const says = (id: string): string => arabic.plain(id)
    for (const person of [w[here](), w[there]()]) {
      if (person.person.platform === 'telegram') {
        // The app tells its language.
        person.person.languageCode = 'ar'
        await person.asks('start')
      } else {
        // Discord's apps speak no Arabic.
        await person.asks('language')
        person.hears('Which language')
        await person.taps('العربية')
        expect(person.person.chat.find(({ edited }) => edited)?.text).toContain(says('locale-set'))
      }
      expect(read(person, person.latest())).toMatch(/^❧ مرحبًا/)
      await person.taps(says('button-adult'))
      await person.taps(says('button-man'))
      await person.taps(says('button-anyone'))
      await person.asks('settings')
      await person.taps(says('button-change-bio'))
      await person.taps(says('button-write-bio'))
      if (person.person.dialog)
        expect(person.person.dialog).toMatchObject({ title: says('prompt-bio-title') })
      else
        expect(person.latest()).toMatchObject({
          asksReply: { placeholder: says('prompt-bio-placeholder') },
        })
      await person.answers('أحب القهوة\u202e والكتب، ٠١٢٣٤٥٦٧٨٩ @tia')
      const about = read(person, screen(person, says('button-rewrite-bio')))
      expect(about).toContain('أحب القهوة والكتب،')
      expect(about).not.toMatch(/@tia|\u202e|٠١٢/)
      await person.taps(says('button-back'))
      expect(read(person, screen(person, says('button-change-gender')))).toContain('إعداداتك')
      person.news()
    }
  },
)

test('what is protected arrives protected on Telegram, and reactions and typing stay away from who wants none', async () => {
  const w = await world()
  const [tia, dan] = [w.telegram(), w.discord()]
  await meet(tia, dan)
  await dan.asks('settings')
  await dan.taps(label('change-switches'))
  await dan.taps(label('protects'))
  dan.news()
  await dan.says('Just for you')
  await dan.sends('photo')
  const arrived: readonly TelegramSeenMessage[] = tia.news()
  expect(arrived.map(({ isProtected }) => isProtected)).toEqual([true, true])

  await tia.asks('settings')
  await tia.taps(label('change-switches'))
  await tia.taps(label('mutes-reactions'))
  await tia.taps(label('mutes-typing'))
  await tia.says('How lovely')
  const seen = dan.news().at(-1)
  tia.news()
  dan.person.react(seen?.id ?? '', ['👍'])
  dan.person.type()
  await w.settle()
  const own = tia.person.chat.findLast(({ text }) => text === 'How lovely')
  expect(own?.reactions).toEqual([])
  expect(tia.person.typingSeen).toBe(0)
  await tia.taps(`✓ ${label('mutes-reactions')}`)
  await tia.taps(`✓ ${label('mutes-typing')}`)
  dan.person.type()
  dan.person.react(seen?.id ?? '', ['🔥'])
  await w.settle()
  expect(tia.person.chat.findLast(({ text }) => text === 'How lovely')?.reactions).toEqual([
    { emoji: '🔥', from: 'bot' },
  ])
  expect(tia.person.typingSeen).toBe(1)
})

const women = { iAm: 'Woman', lookingFor: 'Women' } as const

test.each(both)(
  'somebody on %s for whom anyone is fine insists again as she says whom she looks for, and a man on %s is not for her',
  async (here, there) => {
    const w = await world()
    const [eve, joe, ann] = [w[here](), w[there](), w[there]()]
    await eve.joins(women)
    w.clock.advance(10_000)
    await w.settle()
    await eve.taps(label('widen'))
    const about = screen(eve, label('cancel'))
    expect(read(eve, about)).toContain('anyone is fine')
    await eve.asks('settings')
    await eve.taps(label('change-seeking'))
    await eve.taps(label('others'))
    await eve.taps(`✓ ${label('others')}`)
    // It counts at once, and shows: the last one cannot be taken away to mean anyone.
    await eve.taps(`✓ ${label('women')}`)
    expect(labels(screen(eve, label('men')))).toEqual([
      `✓ ${label('women')}`,
      label('men'),
      label('others'),
      label('anyone'),
      label('back'),
    ])
    expect(read(eve, screen(eve, label('widen')))).not.toContain('anyone is fine')
    expect(screen(eve, label('widen')).id).toBe(about.id)
    eve.news()
    await joe.joins({ iAm: 'Man' })
    eve.hearsNothing()
    await ann.joins(women)
    eve.hears(/now talking to/)
    await joe.asks('stop')
    expect(read(ann, ann.latest())).toContain('now talking to')
  },
)
