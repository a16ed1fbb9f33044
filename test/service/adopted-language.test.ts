import { expect, test } from 'vitest'
import type { Inbound } from '../../src/core/inbound.ts'
import { answers, command, createService, tap, text } from '../support/service.ts'

const inSpanish = (told: Inbound): Inbound => ({
  ...told,
  sender: { ...told.sender, language: 'es' },
})

test('the first tap that tells the language of an app is answered in it (6.7)', async () => {
  const service = await createService()
  await service.hear(text('tia', 'hi'))
  expect(service.adapter.arrived('tia').at(-1)).toContain('Welcome to Passerby')
  await service.hear(inSpanish(tap('tia', { kind: 'age', adult: true })))
  expect(service.adapter.arrived('tia').at(-1)).toContain('¿')
})

test('what was chosen is not changed by what an app is set to (6.7)', async () => {
  const service = await createService()
  await service.hear(text('tia', 'hi'), tap('tia', { kind: 'locale', locale: 'ru' }))
  await service.hear(inSpanish(command('tia', 'help')))
  expect(service.adapter.arrived('tia').at(-1)).not.toContain('¿')
  expect(service.adapter.arrived('tia').at(-1)).toMatch(/[а-я]/)
})

test('who waits is found in the language that is told later (1.6, 6.7)', async () => {
  const service = await createService()
  await service.hear(...answers('tia'))
  await service.hear(...answers('dan').map(inSpanish))
  service.clock.advance(1000)
  await service.rest()
  await service.hear(inSpanish(command('tia', 'help')))
  await service.rest()
  const told = service.adapter.arrived('dan').at(-1)
  expect(told).toContain('Español')
})
