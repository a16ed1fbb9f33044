import { command, createService } from './service.ts'
import type { Tap } from '../../src/core/notice.ts'
import { newestTap } from './buttons.ts'

export type Service = Awaited<ReturnType<typeof createService>>

export interface Parting {
  readonly service: Service
  /** Under the end of the room that Tia and Dan had. */
  readonly again: Tap
}

export async function parting(service?: Service): Promise<Parting> {
  const made = service ?? (await createService())
  await made.meet('tia', 'dan')
  await made.hear(command('dan', 'stop'))
  return { service: made, again: newestTap(made.adapter, 'tia', 'again') }
}

/** What the janitor does, without what it tells. */
async function sweep({ store, clock, committed, rest }: Service): Promise<void> {
  committed(await store.sweep({ now: clock.now(), quiet: () => [], expired: () => [] }))
  await rest()
}

export async function passes(service: Service, ms: number): Promise<void> {
  service.clock.advance(ms)
  await sweep(service)
}
