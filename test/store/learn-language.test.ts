import { expect, test } from 'vitest'
import type { Language } from '../../src/core/language.ts'
import type { Write } from '../../src/store/write.ts'
import { deed } from '../support/store-scene.ts'
import { setUp } from './retention-scene.ts'

async function scene() {
  const parts = await setUp()
  return {
    ...parts,
    /** Does this in an app that is set to a language, or tells none. */
    inApp: async (language: Language | undefined, ...writes: readonly Write[]): Promise<void> => {
      const told = deed('tia')
      await parts.store.takeIn({ ...told, sender: { ...told.sender, language } }, () => writes)
    },
    locale: (): unknown => parts.hand.prepare('SELECT locale FROM user').pluck().get(),
  }
}
const comes: Write = { kind: 'create-user' }

test('the language of an app that the service does not speak is kept sealed, and goes with its owner', async () => {
  const { inApp, bytes, counts, locale } = await scene()
  await inApp('pt', comes)
  expect([counts()['portrait'], locale()]).toEqual([1, null])
  expect(bytes()).not.toMatch(/appLanguage|"pt"/)
  await inApp('pt', { kind: 'forget-user' })
  expect(counts()).toMatchObject({ user: 0, portrait: 0 })
})

test('one that it speaks is kept once, as what it speaks with its owner', async () => {
  const { inApp, counts, locale } = await scene()
  await inApp('es', comes)
  expect([counts()['portrait'], locale()]).toEqual([0, 'es'])
  await inApp('pt')
  expect([counts()['portrait'], locale()]).toEqual([0, 'es'])
})

test('of an app that tells none nothing is kept', async () => {
  const { inApp, counts, locale } = await scene()
  await inApp(undefined, comes)
  await inApp(undefined)
  expect([counts()['portrait'], locale()]).toEqual([0, null])
})

test('what is told later takes nothing away of what its owner tells of themselves', async () => {
  const { inApp, store } = await scene()
  const portrait = { bio: 'Two cats', interests: ['music'], languages: [] } as const
  await inApp(undefined, comes, { kind: 'set-portrait', portrait })
  await inApp('pt')
  await store.takeIn(deed('tia'), (situation) => {
    expect(situation.portrait).toEqual({ ...portrait, appLanguage: 'pt' })
    return []
  })
})
