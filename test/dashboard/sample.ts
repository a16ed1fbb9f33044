import { createDashboard, type DashboardDeps } from '../../src/dashboard/app.ts'
import { systemClock } from '../../src/clock.ts'
import { silentLog } from '../../src/log.ts'
import type { Overview } from '../../src/service/overview.ts'

export const quiet: Overview = {
  waiting: 0,
  chatting: 0,
  roomsToday: 0,
  messagesToday: 0,
  outbox: { depth: 0, oldestMs: undefined },
  platforms: [
    { platform: 'telegram', state: 'connected', since: 0 },
    { platform: 'discord', state: 'connected', since: 0 },
  ],
  perMinute: [],
}

type Dashboard = Awaited<ReturnType<typeof createDashboard>>

export function openDashboard(changed: Partial<DashboardDeps> = {}): Promise<Dashboard> {
  return createDashboard({
    overview: () => quiet,
    changes: () => () => {},
    clock: systemClock,
    log: silentLog,
    host: '127.0.0.1',
    port: 0,
    ...changed,
  })
}
