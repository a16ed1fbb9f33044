import type { createService } from './service.ts'

export type Service = Awaited<ReturnType<typeof createService>>

/** The service as it is at this moment, and another on what it leaves behind. */
export interface Running {
  readonly now: () => Service
  readonly restart: () => Promise<void>
}
