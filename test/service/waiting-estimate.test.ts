import { expect, test } from 'vitest'
import { limits } from '../../src/core/limits.ts'
import { command, createService } from '../support/service.ts'
import { join, minute, pass, screen, second, waiting } from '../support/waiting.ts'

test('an estimate comes from the pairs of the last hour with the same wishes, and from enough of them (8.2)', async () => {
  const service = await createService()
  const estimate = waiting({ estimateMs: 3 * minute }).split('\n')[1] ?? ''
  const lookingAnew = async (id: string): Promise<string> => {
    await service.hear(...join(id))
    await pass(service, 10 * second)
    const told = screen(service, id).at(-1) ?? ''
    await service.hear(command(id, 'stop'))
    return told
  }
  // Ten women wait for two minutes and a half each, and then meet ten men.
  const pairs = Array.from({ length: limits.estimateFewest }, (_, i) => i)
  for (const i of pairs.slice(1)) await service.hear(...join(`w${i}`))
  await pass(service, 150 * second)
  for (const i of pairs.slice(1)) await service.hear(...join(`m${i}`, 'man'))
  expect(await lookingAnew('x')).not.toContain('In the last hour')
  await service.hear(...join('w0'))
  await pass(service, 150 * second)
  await service.hear(...join('m0', 'man'))
  expect(await lookingAnew('y')).toContain(estimate)
  // Those whom they met have hardly waited.
  await service.hear(...join('m', 'man'))
  await pass(service, 10 * second)
  expect(screen(service, 'm').at(-1)).not.toContain('In the last hour')
  await service.hear(command('m', 'stop'))
  await service.hear(...join('z'))
  await pass(service, 2 * minute)
  expect(screen(service, 'z').at(-1)).toContain(estimate)
  await pass(service, minute)
  expect(screen(service, 'z').at(-1)).not.toContain('In the last hour')
  await service.hear(command('z', 'stop'))
  service.clock.advance(limits.estimateMs)
  await service.rest()
  expect(await lookingAnew('u')).not.toContain('In the last hour')
})
