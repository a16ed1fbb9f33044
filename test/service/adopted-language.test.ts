import { describe, expect, test } from 'vitest'
import type { Inbound } from '../../src/core/inbound.ts'
import type { Language } from '../../src/core/language.ts'
import { createManualClock } from '../support/manual-clock.ts'
import { answers, command, createService, tap, text } from '../support/service.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

type Service = Awaited<ReturnType<typeof createService>>

/** Told by somebody whose app is set to this. */
const inApp =
  (language: Language) =>
  (told: Inbound): Inbound => ({ ...told, sender: { ...told.sender, language } })
const inSpanish = inApp('es')
const inPortuguese = inApp('pt')
const latest = ({ adapter }: Service, id: string): string => adapter.arrived(id).at(-1) ?? ''

test('the first tap that tells the language of an app is answered in it (6.7)', async () => {
  const service = await createService()
  await service.hear(text('tia', 'hi'))
  expect(latest(service, 'tia')).toContain('Welcome to Passerby')
  await service.hear(inSpanish(tap('tia', { kind: 'age', adult: true })))
  expect(latest(service, 'tia')).toContain('¿')
})

test('what was chosen is not changed by what an app is set to (6.7)', async () => {
  const service = await createService()
  await service.hear(text('tia', 'hi'), tap('tia', { kind: 'locale', locale: 'ru' }))
  await service.hear(inSpanish(command('tia', 'help')))
  expect(latest(service, 'tia')).not.toContain('¿')
  expect(latest(service, 'tia')).toMatch(/[а-я]/)
})

test.each([
  ['Español', inSpanish],
  ['Português', inPortuguese],
])('who waits is found in the language that is told later: %s (1.6, 6.7)', async (name, app) => {
  const service = await createService()
  await service.hear(...answers('tia'))
  await service.hear(...answers('dan').map(app))
  service.clock.advance(1000)
  await service.rest()
  expect(latest(service, 'dan')).not.toContain(name)
  await service.hear(app(command('tia', 'help')))
  await service.rest()
  expect(latest(service, 'dan')).toContain(name)
  expect(latest(service, 'tia')).toContain(name)
})

describe('what somebody is taken to speak, as the settings show it (6.7)', () => {
  /** What the settings say that tia speaks, asked for from an app that tells this. */
  async function spoken(service: Service, app: (told: Inbound) => Inbound): Promise<string> {
    await service.hear(app(command('tia', 'settings')))
    const said = /^(?:You speak|Hablas): (.*)$/m.exec(latest(service, 'tia'))
    return said?.[1] ?? latest(service, 'tia')
  }
  const chooses = (language: Language) => tap('tia', { kind: 'language', language })
  const speaks = (locale: 'en' | 'es') => tap('tia', { kind: 'locale', locale })
  const unknown = (told: Inbound): Inbound => told

  async function known(app: (told: Inbound) => Inbound): Promise<Service> {
    const service = await createService()
    await service.hear(...answers('tia').map(app))
    return service
  }

  test('is the language of their app from their first word on', async () => {
    const service = await createService()
    await service.hear(inPortuguese(text('tia', 'oi')))
    await service.hear(...answers('tia'))
    expect(await spoken(service, unknown)).toBe('Português')
  })

  test('is what the service speaks with them where their app tells nothing', async () => {
    expect(await spoken(await known(unknown), unknown)).toBe('English')
    expect(await spoken(await known(inSpanish), unknown)).toBe('Español')
  })

  test('stays what it was known to be first', async () => {
    expect(await spoken(await known(inPortuguese), inApp('fr'))).toBe('Português')
    expect(await spoken(await known(inPortuguese), inSpanish)).toBe('Português')
    expect(await spoken(await known(inSpanish), inPortuguese)).toBe('Español')
  })

  test('stays what they have chosen, whatever their app tells later', async () => {
    const service = await known(unknown)
    await service.hear(chooses('fr'), chooses('en'))
    expect(await spoken(service, inPortuguese)).toBe('Français')
    await service.hear(inPortuguese(chooses('ru')))
    expect(await spoken(service, inPortuguese)).toBe('Français, Русский')
  })

  test('is their app again when they take away the last that they had chosen', async () => {
    const service = await known(inPortuguese)
    await service.hear(chooses('en'), chooses('pt'))
    expect(await spoken(service, inPortuguese)).toBe('English')
    await service.hear(chooses('en'))
    expect(await spoken(service, inPortuguese)).toBe('Português')
  })

  test('is what they choose to be spoken to in, unless the service does not speak the language of their app', async () => {
    const service = await known(inApp('en'))
    await service.hear(inApp('en')(speaks('es')))
    expect(await spoken(service, inApp('en'))).toBe('Español')
    const other = await known(inPortuguese)
    await other.hear(inPortuguese(speaks('es')))
    expect(await spoken(other, inPortuguese)).toBe('Português')
  })

  test('outlives a restart, and what else they tell of themselves', async () => {
    const [folder, clock] = [temporaryFolder(), createManualClock()]
    const service = await createService(undefined, folder, clock)
    await service.hear(...answers('tia').map(inPortuguese))
    await service.hear(tap('tia', { kind: 'interest', interest: 'music', page: 0 }))
    await service.stop()
    const next = await createService(undefined, folder, clock)
    expect(await spoken(next, unknown)).toBe('Português')
  })

  test('is forgotten with them', async () => {
    const service = await known(inPortuguese)
    await service.hear(tap('tia', { kind: 'confirm-forget' }))
    await service.hear(...answers('tia'))
    expect(await spoken(service, unknown)).toBe('English')
  })
})
