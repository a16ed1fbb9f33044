import { describe, expect, it } from 'vitest'
import { commands } from '../../src/core/command.ts'
import { botProfile, commandDescriptions } from '../../src/text/command-descriptions.ts'

describe('the menu of a bot', () => {
  it('describes every command once, in at most 100 characters and one line', () => {
    expect(commandDescriptions.map(({ command }) => command)).toEqual(commands)
    for (const { description } of commandDescriptions)
      expect(description).toMatch(/^[A-Z].{5,98}[a-z]$/)
  })

  it('fits into the profile', () => {
    expect(botProfile.description.length).toBeLessThanOrEqual(512)
    expect(botProfile.shortDescription).toMatch(/^.{20,120}$/)
  })
})
