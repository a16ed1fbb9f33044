import { describe, expect, it } from 'vitest'
import { commands } from '../../src/core/command.ts'
import { locales } from '../../src/core/locale.ts'
import { promptKinds } from '../../src/core/settings.ts'
import { botProfile, commandDescriptions } from '../../src/text/command-descriptions.ts'
import { promptFor, promptOf } from '../../src/text/prompts.ts'

describe.each(locales)('the menu of a bot in the language %s', (locale) => {
  it('describes every command once, in at most 100 characters and one line', () => {
    expect(commandDescriptions.map(({ command }) => command)).toEqual(commands)
    for (const { descriptions } of commandDescriptions)
      expect(descriptions[locale]).toMatch(/^\p{L}.{5,98}\p{L}$/u)
    expect(new Set(commandDescriptions.map(({ descriptions }) => descriptions[locale])).size).toBe(
      commands.length,
    )
  })

  it('fits into the profile', () => {
    const { description, shortDescription } = botProfile[locale]
    expect(description.length).toBeLessThanOrEqual(512)
    expect(description).toMatch(/\/start/)
    expect(shortDescription).toMatch(/^.{20,120}$/)
  })

  it('asks for words in a dialog that has room for the question', () => {
    for (const what of promptKinds) {
      const { title, label, placeholder } = promptFor(what, locale)
      expect(title).toMatch(/^.{2,45}$/)
      expect(label).toMatch(/^.{2,45}$/)
      expect(placeholder).toMatch(/^.{2,45}$/)
      expect(promptOf(`1:prompt:${what}`, locale)).toEqual(promptFor(what, locale))
    }
    expect(promptOf('1:cancel', locale)).toBeUndefined()
  })
})
