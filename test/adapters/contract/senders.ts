import { describe, expect, it } from 'vitest'
import type { ContractSetup } from './contract-setup.ts'
import { latest, useStage } from './stage.ts'

export function describeSenders(setup: ContractSetup): void {
  describe('who somebody is', () => {
    const stage = useStage(setup)

    it('is told by the name that others find them by, and by nothing else of their profile', async () => {
      const { ann, bob } = stage()
      for (const person of [ann, bob]) {
        person.say('hello')
        const [heard] = await stage().hears(person, 1)
        expect(heard?.sender.handle).toBe(person.username)
        expect(Object.values(heard?.sender ?? {})).not.toContain(person.name)
      }
    })

    it('is told with a tap as well, and in which language their app speaks', async () => {
      const { ann } = stage()
      const button = { label: 'Yes', data: 'yes', style: 'plain' } as const
      await stage().send(ann, 'Shall we?', { buttons: [[button]] })
      await ann.tap(latest(ann).id, 'yes')
      const [heard] = await stage().hears(ann, 1)
      expect(heard?.sender).toMatchObject({ handle: ann.username, language: 'en' })
    })

    it('is told in the language of their app also where it is not one that the service speaks', async () => {
      const { ann } = stage()
      if (ann.platform === 'telegram') ann.languageCode = 'pt-br'
      else ann.locale = 'pt-BR'
      const button = { label: 'Yes', data: 'yes', style: 'plain' } as const
      await stage().send(ann, 'Shall we?', { buttons: [[button]] })
      await ann.tap(latest(ann).id, 'yes')
      const [heard] = await stage().hears(ann, 1)
      expect(heard?.sender.language).toBe('pt')
    })
  })
}
