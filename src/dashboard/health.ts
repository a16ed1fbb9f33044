import type { Overview } from '../service/overview.ts'

export interface Health {
  readonly status: 'ok' | 'unhealthy'
  readonly reason?: string
  readonly platforms: Readonly<Record<string, string>>
  readonly outbox?: Overview['outbox']
}

/** Healthy while every configured platform is connected or about to be; `undefined` says that the database did not answer. */
export function health(overview: Overview | undefined): Health {
  if (overview === undefined)
    return { status: 'unhealthy', reason: 'The database does not answer.', platforms: {} }
  const platforms = Object.fromEntries(
    overview.platforms.map((entry) => [entry.platform, entry.state]),
  )
  const away = overview.platforms.filter(
    (entry) => entry.state === 'reconnecting' || entry.state === 'halted',
  )
  const { outbox } = overview
  if (away.length === 0) return { status: 'ok', platforms, outbox }
  const reason = `${away.map((entry) => `${entry.platform} is ${entry.state}`).join(', ')}.`
  return { status: 'unhealthy', reason, platforms, outbox }
}
