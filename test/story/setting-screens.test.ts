import { expect, test } from 'vitest'
import { world } from '../support/story.ts'
import { label, labels, read, screen } from './screens.ts'

test('five languages are enough: a sixth changes nothing, and the screen says why', async () => {
  const w = await world()
  const tia = w.discord()
  await tia.joins({ iAm: 'Woman' })
  await tia.asks('settings')
  tia.news()
  // What is chosen shows, and there is a way back that changes nothing; soon after the search began, too.
  await tia.taps(label('change-gender'))
  expect(labels(tia.latest())).toContain(`✓ ${label('woman')}`)
  await tia.taps(`✓ ${label('woman')}`)
  await tia.taps(label('change-gender'))
  await tia.taps(label('back'))
  for (const what of ['platform', 'media']) {
    await tia.taps(label(`change-${what}`))
    expect(labels(tia.latest()).join()).toContain('✓')
    await tia.taps(label('back'))
  }
  await tia.taps(label('change-languages'))
  const five = ['English', 'Español', 'Русский', 'العربية', 'Français']
  // The first is that of the app.
  for (const language of five.slice(1)) await tia.taps(language)
  expect(read(tia, tia.latest())).toContain('Five are the most')
  await tia.taps('Deutsch')
  const chosen = (): readonly string[] =>
    labels(tia.latest()).filter((each) => each.startsWith('✓'))
  expect(chosen()).toEqual(five.map((language) => `✓ ${language}`))
  await tia.taps('✓ English')
  expect(read(tia, tia.latest())).not.toContain('Five are the most')
  await tia.taps('Deutsch')
  expect(chosen()).toHaveLength(5)
  tia.hearsNothing()
})

test('five interests are enough, and a button that is too old takes nothing away', async () => {
  const w = await world()
  for (const tia of [w.telegram(), w.discord()]) {
    await tia.joins()
    await tia.asks('settings')
    await tia.taps(label('change-interests'))
    for (const interest of ['music', 'films', 'books', 'games']) await tia.taps(interest)
    await tia.taps(label('own-interest'))
    await tia.answers('MUSIC')
    expect(labels(screen(tia, label('own-interest'))).join()).not.toContain('✕')
    await tia.taps(label('own-interest'))
    await tia.answers('knitting')
    tia.news()
    await tia.taps('travel')
    tia.hears(/five interests already/)
    const old = screen(tia, label('more-interests'))
    // With five of them there is nothing to write one with.
    expect(labels(old)).not.toContain(label('own-interest'))
    const drop = old.buttons.flat().find(({ label }) => label.includes('knitting'))
    await tia.tapsOn(old, '✓ music')
    // The place of their own word is another one's by now.
    await tia.person.tap(old.id, drop?.data ?? '')
    await w.settle()
    expect(labels(screen(tia, label('own-interest'))).join()).toContain('✓ knitting ✕')
    await tia.asks('stop')
  }
})
