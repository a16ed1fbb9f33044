import { expect, test } from 'vitest'
import type { Character } from '../support/character.ts'
import { world } from '../support/story.ts'
import { labels, read } from './screens.ts'

const both = [
  ['telegram', 'discord'],
  ['discord', 'telegram'],
] as const

/** Telegram and Discord write the same language each in its own way. */
function speaksPortuguese({ person }: Character): void {
  if (person.platform === 'telegram') person.languageCode = 'pt-br'
  else person.locale = 'pt-BR'
}

test.each(both)(
  'two whose apps speak Portuguese, on %s and %s, meet each other and not who speaks English',
  async (here, there) => {
    const w = await world()
    const [eve, ana, rui] = [w.telegram(), w[here](), w[there]()]
    speaksPortuguese(ana)
    speaksPortuguese(rui)
    await eve.joins()
    await ana.joins()
    await ana.asks('settings')
    expect(read(ana, ana.latest())).toMatch(/You speak: Português$/m)
    await ana.taps('Languages')
    expect(labels(ana.latest())).toContain('✓ Português')
    expect(labels(ana.latest())).not.toContain('✓ English')
    // There is nothing else to assume.
    await ana.taps('✓ Português')
    expect(labels(ana.latest())).toContain('✓ Português')

    await rui.joins()
    for (const one of [ana, rui])
      expect(read(one, one.latest())).toMatch(/now talking to [\s\S]*You both speak: Português$/m)
    expect(eve.person.chat.map(({ text }) => text).join()).not.toMatch(/now talking|Português/)
  },
)

test.each(both)(
  'what an app on %s speaks is not told to a partner on %s who does not speak it',
  async (here, there) => {
    const w = await world()
    const [ana, eve] = [w[here](), w[there]()]
    speaksPortuguese(ana)
    await ana.joins()
    await eve.joins()
    await w.pass(60_000)
    for (const one of [ana, eve]) {
      expect(read(one, one.latest())).toMatch(/now talking to/)
      expect(read(one, one.latest())).not.toMatch(/You both speak|Português/)
    }
  },
)
